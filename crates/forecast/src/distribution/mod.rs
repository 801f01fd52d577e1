//! Probability distributions: densities, quantiles and quantile tables, all through libm
//! so that native and wasm agree to the last bit (maths.md sections 1 and 4).
//!
//! Never draws anything: uniforms come from [`crate::chance`].

pub mod beta;
pub mod binomial;
pub mod gamma;
pub mod lognormal;
pub mod normal;
pub mod poisson;
mod table;
mod uniform_table;

pub use beta::{Beta, BetaFit};
pub use lognormal::Lognormal;
pub use table::QuantileTable;
pub use uniform_table::UniformTable;

/// What an assumption's true average might be (maths.md section 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// Known for sure, or entered without a range.
    Constant(f64),
    /// A probability.
    Beta(Beta),
    /// A positive quantity.
    Lognormal(Lognormal),
    /// A probability whose odds are multiplied: a shift on the logit.
    Odds(Beta, f64),
}

/// A probability whose odds are multiplied.
#[inline]
#[must_use]
pub(crate) fn with_odds(chance: f64, odds: f64) -> f64 {
    if chance >= 1.0 {
        1.0
    } else {
        chance * odds / (1.0 - chance + chance * odds)
    }
}

/// Equally likely scores over which moments without a formula are averaged.
const POINTS: usize = 128;

impl Distribution {
    /// The mean: what expected-value figures use (maths.md section 1).
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Beta(beta) => beta.mean(),
            Self::Lognormal(lognormal) => lognormal.mean(),
            Self::Odds(..) => self.averaged(|value| value),
        }
    }

    /// The mean of a function of the value.
    fn averaged(&self, of: impl Fn(f64) -> f64) -> f64 {
        let table = self.table();
        let at = |i: usize| table.at(normal::quantile((i as f64 + 0.5) / POINTS as f64));
        (0..POINTS).map(|i| of(at(i))).sum::<f64>() / POINTS as f64
    }

    /// The same with positive quantities multiplied by a factor, or a probability's odds.
    #[must_use]
    pub fn shifted(&self, factor: f64) -> Self {
        match self {
            Self::Constant(value) => Self::Constant(value * factor),
            Self::Beta(beta) => Self::Odds(*beta, factor),
            Self::Odds(beta, odds) => Self::Odds(*beta, odds * factor),
            Self::Lognormal(lognormal) => Self::Lognormal(Lognormal {
                mu: lognormal.mu + libm::log(factor),
                sigma: lognormal.sigma,
            }),
        }
    }

    /// The standard deviation.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        match self {
            Self::Constant(_) => 0.0,
            Self::Beta(beta) => beta.variance().sqrt(),
            Self::Lognormal(lognormal) => lognormal.variance().sqrt(),
            Self::Odds(..) => {
                let mean = self.mean();
                self.averaged(|value| (value - mean) * (value - mean))
                    .sqrt()
            }
        }
    }

    /// The standard deviation of the logarithm; of a share, that of a lognormal as uncertain.
    pub(crate) fn log_deviation(&self) -> f64 {
        match self {
            Self::Constant(_) => 0.0,
            Self::Lognormal(lognormal) => lognormal.sigma,
            Self::Beta(_) | Self::Odds(..) => {
                let relative = self.standard_deviation() / self.mean();
                libm::log1p(relative * relative).sqrt()
            }
        }
    }

    /// The value at a standard normal score: the quantile at the score's probability.
    #[must_use]
    pub fn at_score(&self, score: f64) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Beta(beta) => beta.at_score(score),
            Self::Lognormal(lognormal) => lognormal.at_score(score),
            Self::Odds(beta, odds) => with_odds(beta.at_score(score), *odds),
        }
    }

    /// The quantile function tabulated over normal scores, for the simulation.
    #[must_use]
    pub fn table(&self) -> QuantileTable {
        match self {
            Self::Constant(value) => QuantileTable::constant(*value),
            Self::Beta(beta) => QuantileTable::new(|score| {
                let value = beta.at_score(score);
                (value, beta.slope(score, value))
            }),
            Self::Lognormal(lognormal) => QuantileTable::new(|score| {
                let value = lognormal.at_score(score);
                (value, value * lognormal.sigma)
            }),
            Self::Odds(beta, odds) => QuantileTable::new(|score| {
                let value = beta.at_score(score);
                let part = 1.0 - value + value * odds;
                let slope = beta.slope(score, value) * odds / (part * part);
                (with_odds(value, *odds), slope)
            }),
        }
    }
}
