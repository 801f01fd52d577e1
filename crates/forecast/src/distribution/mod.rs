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

pub use beta::{Beta, BetaFit};
pub use lognormal::Lognormal;
pub use table::{QuantileTable, UniformTable};

/// What an assumption's true average might be (maths.md section 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// Known for sure, or entered without a range.
    Constant(f64),
    /// A probability.
    Beta(Beta),
    /// A positive quantity.
    Lognormal(Lognormal),
}

impl Distribution {
    /// The mean: what expected-value figures use (maths.md section 1).
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Beta(beta) => beta.mean(),
            Self::Lognormal(lognormal) => lognormal.mean(),
        }
    }

    /// The standard deviation.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        match self {
            Self::Constant(_) => 0.0,
            Self::Beta(beta) => beta.variance().sqrt(),
            Self::Lognormal(lognormal) => lognormal.variance().sqrt(),
        }
    }

    /// The value at a standard normal score: the quantile at the score's probability.
    #[must_use]
    pub fn at_score(&self, score: f64) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Beta(beta) => beta.at_score(score),
            Self::Lognormal(lognormal) => lognormal.at_score(score),
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
        }
    }
}
