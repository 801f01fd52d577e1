//! How strongly each assumption moves expected bookings (maths.md section 5, evidence view
//! (i)). Never draws.

use crate::{
    flow::{Around, Kernels, bookings, mean_scales},
    model::{AssumptionKind, Model},
};

/// The relative step of the differences.
const STEP: f64 = 0.01;

/// The same where deals wait for hours: the least step of all figures.
const WIDE_STEP: f64 = 0.1;

/// Expected bookings at the means, and their elasticities.
#[derive(Debug, Clone, PartialEq)]
pub struct Sensitivity {
    /// Expected bookings yet to come.
    pub expected: f64,
    /// d ln(expected bookings) / d ln(assumption), for each of the model's assumptions.
    /// For growth, by one plus the rate; for time, by its share of the motion's time.
    pub elasticities: Vec<f64>,
    /// The elasticity in each motion's time factor.
    pub times: Vec<f64>,
    /// The elasticity in the market factor.
    pub market: f64,
}

impl Sensitivity {
    /// By symmetric differences around the means, an end at a natural bound left out: small
    /// ones, or where deals wait for hours of the size of what might be. Who is served first
    /// then leaps with small changes, and a leap over a small step would count as steep.
    #[must_use]
    pub fn new(model: &Model, kernels: &Kernels) -> Self {
        let means = model.means();
        let around = Around::new(model, &means, kernels);
        let expected = around.total;
        let mut values = means.clone();
        let step = |deviation: f64| {
            if around.fits {
                STEP
            } else {
                libm::expm1(deviation.min(1.0)).max(WIDE_STEP)
            }
        };
        let times = time_elasticities(model, kernels, &around, step);
        let mut elasticities = vec![0.0; values.len()];
        for (place, assumption) in model.assumptions.iter().enumerate() {
            elasticities[place] = match assumption.kind {
                AssumptionKind::Time => time_share(model, place, &times),
                AssumptionKind::Hours if !model.is_limited_by_hours() => 0.0,
                kind => {
                    let mean = values[place];
                    let most = if kind == AssumptionKind::Conversion {
                        1.0
                    } else {
                        f64::INFINITY
                    };
                    let wide = 1.0 + step(assumption.distribution.log_deviation());
                    let (low, high) = (mean / wide, (mean * wide).min(most));
                    values[place] = low;
                    let below = around.total_with(place, &values);
                    values[place] = high;
                    let above = around.total_with(place, &values);
                    values[place] = mean;
                    relative(above - below, expected, low, high)
                }
            };
        }
        let wide = 1.0 + step(model.uncertainty.market_spread);
        let low = bookings(model, &values, kernels, 1.0 / wide).total();
        let high = bookings(model, &values, kernels, wide).total();
        let market = relative(high - low, expected, 1.0 / wide, wide);
        Self {
            expected,
            elasticities,
            times,
            market,
        }
    }
}

/// A difference as an elasticity.
fn relative(difference: f64, expected: f64, low: f64, high: f64) -> f64 {
    if expected == 0.0 || low <= 0.0 || high <= low {
        return 0.0;
    }
    difference / expected / libm::log(high / low)
}

fn time_elasticities(
    model: &Model,
    kernels: &Kernels,
    around: &Around,
    step: impl Fn(f64) -> f64,
) -> Vec<f64> {
    // Wider than elsewhere: the daily grid has corners.
    const LEAST: f64 = 0.05;
    let values = model.means();
    let with = |place: usize, scale: f64| {
        bookings(
            model,
            &values,
            &kernels.with_scale(model, place, scale),
            1.0,
        )
        .total()
    };
    let of = |(place, scale): (usize, &f64)| {
        let wide = 1.0 + step(model.motions[place].time.sigma).max(LEAST);
        let difference = with(place, scale * wide) - with(place, scale / wide);
        relative(difference, around.total, 1.0 / wide, wide)
    };
    mean_scales(model).iter().enumerate().map(of).collect()
}

/// A stage's part of its motions' elasticities in time.
fn time_share(model: &Model, place: usize, times: &[f64]) -> f64 {
    let parts = model.motions.iter().zip(times).map(|(motion, elasticity)| {
        let uses = motion
            .stages
            .iter()
            .zip(&motion.time.shares)
            .filter(|(stage, _)| stage.time == Some(place));
        uses.map(|(_, share)| share * elasticity).sum::<f64>()
    });
    parts.sum()
}
