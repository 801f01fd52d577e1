//! How the methods did, and what that comes to.

use serde::Serialize;

use super::{ENOUGH_ORIGINS, Method, Origin};

/// How a method did over all origins.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Score {
    /// The method.
    pub method: Method,
    /// Forecasts less what came, as a share of what came in all: above 0 it promised too
    /// much.
    pub bias: f64,
    /// The average distance of a forecast from what came, as a share of what came. Nothing
    /// where no quarter brought anything.
    pub mean_error: Option<f64>,
    /// The continuous ranked probability score (Gneiting & Raftery 2007), in money: the
    /// average distance, with credit for a range that says how sure it is. For a single
    /// number it is the average distance.
    pub crps: f64,
    /// In how many quarters what came lay within the 80% interval; nothing for a method
    /// that gives one number alone.
    pub hits: Option<u32>,
    /// How many quarters there were.
    pub of: u32,
}

/// What the scores come to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Conclusion {
    /// Too few quarters to say.
    TooFew {
        /// How many there are.
        origins: u32,
        /// How many it takes.
        needed: u32,
    },
    /// The model came nearest.
    ModelBest {
        /// The better of the other two.
        other: Method,
        /// The model's CRPS as a share of that method's.
        ratio: f64,
        /// Quarters within the model's interval.
        hits: u32,
        /// Of how many.
        of: u32,
    },
    /// Another came nearer.
    ModelLoses {
        /// The one that came nearest.
        to: Method,
        /// The model's CRPS as a share of that method's.
        ratio: f64,
        /// Quarters within the model's interval.
        hits: u32,
        /// Of how many.
        of: u32,
        /// How many times wider the model's interval has to be.
        widened: f64,
    },
}

impl Score {
    /// How a method did.
    pub(super) fn of(method: Method, origins: &[Origin]) -> Self {
        let count = origins.len() as f64;
        let pairs = || {
            origins
                .iter()
                .map(|origin| (origin.forecasts[method as usize], origin.actual))
        };
        let actual: f64 = pairs().map(|(_, actual)| actual).sum();
        let surplus: f64 = pairs()
            .map(|(forecast, actual)| forecast.mean - actual)
            .sum();
        let shares: Vec<f64> = pairs()
            .filter(|(_, actual)| *actual > 0.0)
            .map(|(forecast, actual)| (forecast.mean - actual).abs() / actual)
            .collect();
        Self {
            method,
            bias: if actual > 0.0 { surplus / actual } else { 0.0 },
            mean_error: crate::interval::mean(&shares),
            crps: pairs()
                .map(|(forecast, actual)| crps(&forecast, actual))
                .sum::<f64>()
                / count,
            hits: (method == Method::Model).then(|| {
                pairs()
                    .filter(|(forecast, actual)| forecast.holds(*actual))
                    .count() as u32
            }),
            of: origins.len() as u32,
        }
    }
}

/// Levels at which a distribution is compared with what came.
const LEVELS: u32 = 200;

/// Twice the average quantile loss over all levels is the CRPS.
fn crps(forecast: &super::Forecast, actual: f64) -> f64 {
    if forecast.deviation <= 0.0 {
        return (forecast.mean - actual).abs();
    }
    let losses = (0..LEVELS).map(|level| {
        let level = (f64::from(level) + 0.5) / f64::from(LEVELS);
        let quantile = forecast.quantile(level);
        let above = if actual < quantile { 1.0 } else { 0.0 };
        2.0 * (quantile - actual) * (above - level)
    });
    losses.sum::<f64>() / f64::from(LEVELS)
}

/// What the scores come to, and how many times wider the model's interval has to be.
pub(super) fn conclude(origins: &[Origin], scores: &[Score]) -> (Conclusion, f64) {
    let of = origins.len() as u32;
    let [win_rate, last, model] = scores else {
        return (too_few(of), 1.0);
    };
    if of < ENOUGH_ORIGINS {
        return (too_few(of), 1.0);
    }
    let other = if win_rate.crps < last.crps {
        win_rate
    } else {
        last
    };
    let ratio = if other.crps > 0.0 {
        model.crps / other.crps
    } else {
        f64::INFINITY
    };
    let hits = model.hits.unwrap_or(0);
    if ratio <= 1.0 {
        let conclusion = Conclusion::ModelBest {
            other: other.method,
            ratio,
            hits,
            of,
        };
        return (conclusion, 1.0);
    }
    let widened = surprise(origins).max(1.0);
    let conclusion = Conclusion::ModelLoses {
        to: other.method,
        ratio,
        hits,
        of,
        widened,
    };
    (conclusion, widened)
}

fn too_few(origins: u32) -> Conclusion {
    Conclusion::TooFew {
        origins,
        needed: ENOUGH_ORIGINS,
    }
}

/// How many of the model's own standard deviations what came lay away, as a root mean
/// square: 1 when it knew how sure it could be.
fn surprise(origins: &[Origin]) -> f64 {
    let scores = origins.iter().map(|origin| {
        let forecast = &origin.forecasts[Method::Model as usize];
        if forecast.deviation > 0.0 {
            (origin.actual - forecast.mean) / forecast.deviation
        } else {
            0.0
        }
    });
    (scores.map(|score| score * score).sum::<f64>() / origins.len().max(1) as f64).sqrt()
}
