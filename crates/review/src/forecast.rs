//! The numbers that rules look at: the model of a plan and what it implies.

use plumbline_forecast::{
    ByOrigin, Model, MonthOutcome, Outcome, Spread, Verdict, analytic, verdict,
};

/// What a plan implies.
#[derive(Debug, Clone)]
pub struct Forecast {
    /// The plan as numbers.
    pub model: Model,
    /// Chance of reaching the target.
    pub probability: f64,
    /// Bookings of the period, plan's currency.
    pub bookings: Spread,
    /// Expected bookings of the period by origin, plan's currency.
    pub by_origin: ByOrigin,
    /// Expected bookings month by month, plan's currency.
    pub by_month: Vec<f64>,
    /// What it means.
    pub verdict: Verdict,
}

impl Forecast {
    /// The approximate answer, without a draw.
    #[must_use]
    pub fn quick(model: Model) -> Self {
        let answer = analytic(&model);
        let by_month: Vec<f64> = answer.months.iter().map(ByOrigin::total).collect();
        let outcome = Outcome {
            trials: 0,
            seed: 0,
            target: model.target,
            probability: answer.probability,
            standard_error: 0.0,
            bookings: answer.bookings,
            standard_deviation: answer.standard_deviation,
            months: Vec::<MonthOutcome>::new(),
            by_origin: answer.by_origin,
            quantiles: answer.quantiles,
            expected_shortfall: 0.0,
            target_at_80_percent: answer.bookings.p50,
            target_at_50_percent: answer.bookings.p50,
            new_deals_factor_at_goal: None,
            variance_shares: Vec::new(),
        };
        Self {
            probability: answer.probability,
            bookings: answer.bookings,
            by_origin: answer.by_origin,
            by_month,
            verdict: verdict(&model, &outcome),
            model,
        }
    }

    /// The answer of the simulation.
    #[must_use]
    pub fn simulated(model: Model, outcome: &Outcome, verdict: Verdict) -> Self {
        Self {
            model,
            probability: outcome.probability,
            bookings: outcome.bookings,
            by_origin: outcome.by_origin,
            by_month: outcome
                .months
                .iter()
                .map(|month| month.bookings.mean)
                .collect(),
            verdict,
        }
    }
}
