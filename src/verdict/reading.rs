//! The newest answer, from the simulation when it is there and from the quick estimate
//! until then, in the figures and words the page shows.

use plumbline_export::pictures;
use plumbline_forecast::{
    Spread,
    verdict::{Band, EvidenceShares, Judgement},
};
use plumbline_wording::texts::verdict as text;

use crate::{components::Figures, forecasting::Forecast};

/// The newest answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Chance of reaching the target, 0 to 1.
    pub probability: f64,
    /// Its standard error from the finite number of trials; nothing for the estimate.
    pub error: Option<f64>,
    /// How many trials it rests on; none for the estimate.
    pub trials: u32,
    /// Whether more trials are under way.
    pub settling: bool,
    /// Whether the simulation failed, so that there is only the estimate.
    pub failed: bool,
    /// The target, plan's currency.
    pub target: f64,
    /// The probability wanted.
    pub goal: f64,
    /// Bookings of the period, plan's currency.
    pub bookings: Spread,
    /// (share of outcomes below, bookings), rising.
    pub quantiles: Vec<(f64, f64)>,
    /// What the chance is called.
    pub judgement: Judgement,
    /// Share of the answer that rests on own history or published figures, 0 to 1.
    pub evidence: f64,
}

impl Reading {
    /// The newest answer of a forecast; nothing while the plan cannot be computed.
    #[must_use]
    pub fn of(forecast: &Forecast) -> Option<Self> {
        let estimate = forecast.estimate()?;
        let goal = estimate.model.goal;
        let evidence = firm_share(&estimate.analytic.evidence);
        let answer = forecast.simulated.as_deref().map(|simulated| {
            let outcome = &simulated.outcome;
            Self {
                probability: outcome.probability,
                error: Some(outcome.standard_error),
                trials: outcome.trials,
                settling: simulated.settling,
                failed: false,
                target: outcome.target,
                goal,
                bookings: outcome.bookings,
                quantiles: by_share(&outcome.quantiles),
                judgement: simulated.verdict.judgement,
                evidence,
            }
        });
        Some(answer.unwrap_or_else(|| {
            let analytic = &estimate.analytic;
            Self {
                probability: analytic.probability,
                error: None,
                trials: 0,
                settling: !forecast.failed,
                failed: forecast.failed,
                target: estimate.model.target,
                goal,
                bookings: analytic.bookings,
                quantiles: by_share(&analytic.quantiles),
                judgement: estimate.judgement,
                evidence,
            }
        }))
    }

    /// The bookings that this share of the outcomes stays below, 0 to 1.
    #[must_use]
    pub fn at(&self, share: f64) -> f64 {
        let place = self
            .quantiles
            .partition_point(|(below, _)| *below < share - 1e-9);
        self.quantiles
            .get(place)
            .map_or(self.bookings.p50, |(_, bookings)| *bookings)
    }

    /// The chance that this much is booked or more, 0 to 1.
    #[must_use]
    pub fn chance_of(&self, target: f64) -> f64 {
        if (target - self.target).abs() <= 1e-9 * self.target.abs() {
            return self.probability;
        }
        let above = self
            .quantiles
            .partition_point(|(_, bookings)| *bookings < target);
        let (below, upper) = (above.checked_sub(1), self.quantiles.get(above));
        match (below.and_then(|place| self.quantiles.get(place)), upper) {
            (Some((share, low)), Some((next, high))) if high > low => {
                1.0 - (share + (next - share) * (target - low) / (high - low))
            }
            (_, Some((share, _))) => 1.0 - share,
            (_, None) => 0.0,
        }
    }

    /// The distance between the middle outcome and the target, in words.
    #[must_use]
    pub fn gap(&self, figures: &Figures) -> String {
        pictures::gap(self.bookings.p50, self.target, figures)
    }

    /// The band in words.
    #[must_use]
    pub fn band_words(&self) -> String {
        match self.judgement.also {
            Some(also) => text::between(band(self.judgement.band), band(also)),
            None => band(self.judgement.band).to_owned(),
        }
    }

    /// Whether the probability reaches the one wanted.
    #[must_use]
    pub fn meets_goal(&self) -> bool {
        !self.judgement.below_goal
    }
}

/// Share of the answer that does not rest on anyone's judgement.
fn firm_share(evidence: &EvidenceShares) -> f64 {
    evidence.own_history + evidence.published
}

/// Quantiles at whole percents, with their share of the outcomes.
fn by_share(quantiles: &[f64]) -> Vec<(f64, f64)> {
    quantiles
        .iter()
        .enumerate()
        .map(|(percent, value)| (percent as f64 / 100.0, *value))
        .collect()
}

fn band(band: Band) -> &'static str {
    match band {
        Band::Likely => text::LIKELY,
        Band::Realistic => text::REALISTIC,
        Band::Stretch => text::STRETCH,
        Band::Unlikely => text::UNLIKELY,
        Band::OutOfReach => text::OUT_OF_REACH,
    }
}
