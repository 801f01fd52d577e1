//! The answer in the same frame as the keystroke: expected bookings and an approximate
//! distribution, without a single draw. The simulation then refines it.
//!
//! Assumptions by the delta method on the logarithm, chance by the variance of compound
//! Poisson sums (maths.md section 4, oracle (a)), together a lognormal with an atom where
//! nothing is won at all.

use serde::Serialize;

use crate::{
    distribution::{Lognormal, normal},
    flow::{Bookings, Kernels, Origin, bookings, leads, open_deal},
    model::{AssumptionKind, Model},
    outcome::{ByOrigin, Spread},
    sensitivity::Sensitivity,
    verdict::{EvidenceShares, Influence, influences},
};

/// The approximate answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analytic {
    /// Chance of reaching the target.
    pub probability: f64,
    /// Bookings of the period.
    pub bookings: Spread,
    /// Standard deviation of the period's bookings.
    pub standard_deviation: f64,
    /// Expected bookings of the period by origin.
    pub by_origin: ByOrigin,
    /// Expected bookings by month and origin.
    pub months: Vec<ByOrigin>,
    /// The period's bookings at 0%, 1%, ... 100%, as in [`crate::Outcome::quantiles`]; the
    /// ends, which a distribution without bounds does not have, at one in a thousand.
    pub quantiles: Vec<f64>,
    /// How much each assumption matters, the most first.
    pub influences: Vec<Influence>,
    /// Where the numbers come from, by how much they matter.
    pub evidence: EvidenceShares,
}

/// Computes it.
#[must_use]
pub fn analytic(model: &Model) -> Analytic {
    let kernels = Kernels::expected(model);
    let sensitivity = Sensitivity::new(model, &kernels);
    let values = model.means();
    let flow = bookings(model, &values, &kernels, 1.0);
    let actual: f64 = model.actual_bookings.iter().sum();
    let shape = Shape::new(model, &kernels, &sensitivity, &values, &flow);
    let at = |share: f64| actual + shape.quantile(share);
    let month = |place: usize| {
        ByOrigin::of(
            model.actual_bookings[place],
            [0, 1, 2].map(|origin| flow.by_origin[origin][place]),
        )
    };
    let influences = influences(model, &sensitivity);
    Analytic {
        quantiles: (0..=100)
            .map(|percent| at((f64::from(percent) / 100.0).clamp(0.001, 0.999)))
            .collect(),
        evidence: EvidenceShares::of(&influences),
        influences,
        probability: shape.reaches(model.target - actual),
        bookings: Spread {
            mean: actual + shape.mean,
            p10: at(0.1),
            p50: at(0.5),
            p90: at(0.9),
        },
        standard_deviation: shape.variance.sqrt(),
        by_origin: ByOrigin::of(actual, Origin::ALL.map(|origin| flow.of(origin))),
        months: (0..model.months()).map(month).collect(),
    }
}

/// The approximate distribution of bookings yet to come.
struct Shape {
    mean: f64,
    variance: f64,
    /// The chance that nothing is won.
    nothing: f64,
    /// What is won, when anything is.
    rest: Option<Lognormal>,
}

impl Shape {
    fn new(
        model: &Model,
        kernels: &Kernels,
        sensitivity: &Sensitivity,
        values: &[f64],
        flow: &Bookings,
    ) -> Self {
        let (spread, together) = judgement_variance(model, sensitivity);
        // Judgements that err together raise the mean of their product.
        let mean = flow.total() * libm::exp(0.5 * together.clamp(-2.0, 2.0));
        let (chance, open_shared) = chance_variance(model, kernels, values, flow);
        let relative = (spread + open_shared).min(20.0);
        let variance = mean * mean * libm::expm1(relative) + chance * libm::exp(relative);
        let nothing = nothing_won(model, kernels, values, flow);
        let (part, second) = (
            mean / (1.0 - nothing),
            (variance + mean * mean) / (1.0 - nothing),
        );
        let deviation = (second - part * part).max(0.0).sqrt();
        let rest = if part.is_finite() && deviation.is_finite() {
            Lognormal::with_moments(part, deviation)
        } else {
            None
        };
        Self {
            mean,
            variance,
            nothing,
            rest,
        }
    }

    fn quantile(&self, share: f64) -> f64 {
        match &self.rest {
            Some(_) if share <= self.nothing => 0.0,
            Some(rest) => rest.at_score(normal::quantile(
                (share - self.nothing) / (1.0 - self.nothing),
            )),
            None => self.mean,
        }
    }

    fn reaches(&self, target: f64) -> f64 {
        match &self.rest {
            _ if target <= 0.0 && self.mean >= 0.0 => 1.0,
            Some(rest) => (1.0 - self.nothing) * normal::cdf(-rest.score(target)),
            None => f64::from(u8::from(self.mean >= target)),
        }
    }
}

/// The variance of ln(bookings) from assumptions and market, and the part of it that comes
/// from different judgements erring together.
fn judgement_variance(model: &Model, sensitivity: &Sensitivity) -> (f64, f64) {
    let correlation = model.uncertainty.correlation;
    let mut common = [0.0; AssumptionKind::COUNT];
    let (mut own, mut alone) = (0.0, 0.0);
    for (assumption, elasticity) in model.assumptions.iter().zip(&sensitivity.elasticities) {
        if assumption.kind == AssumptionKind::Time {
            continue;
        }
        let error = elasticity * assumption.distribution.log_deviation();
        let together = if assumption.is_judged() {
            correlation
        } else {
            0.0
        };
        common[assumption.kind as usize] += error * together.sqrt();
        own += error * error * (1.0 - together);
        alone += error * error * together;
    }
    for (motion, elasticity) in model.motions.iter().zip(&sensitivity.times) {
        let error = elasticity * motion.time.sigma;
        let shared = error * motion.time.loading;
        common[AssumptionKind::Time as usize] += shared;
        own += error * error - shared * shared;
        alone += shared * shared;
    }
    let common: f64 = common.iter().map(|sum| sum * sum).sum();
    let market = sensitivity.market * model.uncertainty.market_spread;
    (common + own + market * market, common - alone)
}

/// The variance of bookings from chance alone, and the relative variance from what all open
/// deals have in common.
fn chance_variance(
    model: &Model,
    kernels: &Kernels,
    values: &[f64],
    flow: &Bookings,
) -> (f64, f64) {
    let mut chance = 0.0;
    for (place, motion) in model.motions.iter().enumerate() {
        let value = values[motion.value];
        let square = value * value * (1.0 + motion.value_variation * motion.value_variation);
        let past_cohorts =
            (0..model.calendar.cohorts.len()).filter(|cohort| model.calendar.is_past(*cohort));
        let leads = leads(model, motion, values, &[]);
        let won = motion.win_chance(values);
        let closing = |cohort: usize| kernels.wins[place].row(cohort).iter().sum::<f64>();
        let past: f64 = past_cohorts
            .map(|cohort| leads[cohort] * won * closing(cohort))
            .sum();
        let wins: f64 = flow.new_wins[place]
            .iter()
            .chain(&flow.referral_wins[place])
            .sum();
        chance += (wins + past) * square;
        // Uneven months: each cohort's bookings vary together.
        for (cohort, leads) in leads.iter().enumerate() {
            let uneven = leads * won * closing(cohort) * value * model.uncertainty.lead_variation;
            chance += uneven * uneven;
        }
    }
    let mut shared = 0.0;
    for deal in &model.open_deals.deals {
        let (win, value) = open_deal(model, deal, values, 1.0);
        let inside = win * kernels.closed_by[deal.group].last().copied().unwrap_or(0.0);
        chance += inside * (1.0 - inside) * value * value;
        shared += inside * (1.0 - win) * value;
    }
    let total = flow.total();
    let shared = if total == 0.0 {
        0.0
    } else {
        shared / total * model.uncertainty.open_deals_spread
    };
    (chance, shared * shared)
}

/// The chance that nothing is won in the period; none when past customers buy again.
fn nothing_won(model: &Model, kernels: &Kernels, values: &[f64], flow: &Bookings) -> f64 {
    let mut expected = 0.0;
    for place in 0..model.motions.len() {
        expected += flow.new_wins[place]
            .iter()
            .chain(&flow.referral_wins[place])
            .chain(&flow.open_wins[place])
            .sum::<f64>();
        if model.motions[place].repeat.is_some() && model.running_business {
            return 0.0;
        }
    }
    let mut none = 1.0;
    for deal in &model.open_deals.deals {
        let inside = open_deal(model, deal, values, 1.0).0
            * kernels.closed_by[deal.group].last().copied().unwrap_or(0.0);
        expected -= inside;
        none *= 1.0 - inside;
    }
    (libm::exp(-expected.max(0.0)) * none).clamp(0.0, 0.999_999)
}
