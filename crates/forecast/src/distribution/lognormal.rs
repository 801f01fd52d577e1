//! The lognormal distribution, for positive quantities and for time in a stage. Never draws.

use super::normal::{self, P90_SCORE};

/// A positive quantity whose logarithm is normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lognormal {
    /// Mean of the logarithm.
    pub mu: f64,
    /// Standard deviation of the logarithm; zero is a constant.
    pub sigma: f64,
}

impl Lognormal {
    /// The one whose 10th and 90th percentiles are `low` and `high`
    /// (maths.md section 1). `None` unless 0 < low <= high.
    #[must_use]
    pub fn through(low: f64, high: f64) -> Option<Self> {
        (0.0 < low && low <= high && high.is_finite()).then(|| {
            let (low, high) = (libm::log(low), libm::log(high));
            Self {
                mu: 0.5 * (low + high),
                sigma: (high - low) / (2.0 * P90_SCORE),
            }
        })
    }

    /// The one with this median and 90th percentile: time in a stage
    /// (maths.md section 2). `None` unless 0 < median; a slow end below the median counts
    /// as the median.
    #[must_use]
    pub fn median_and_p90(median: f64, p90: f64) -> Option<Self> {
        (0.0 < median && median.is_finite()).then(|| {
            let sigma = libm::log(p90.max(median) / median) / P90_SCORE;
            Self {
                mu: libm::log(median),
                sigma,
            }
        })
    }

    /// The one with this mean and standard deviation. `None` unless the mean is positive.
    #[must_use]
    pub fn with_moments(mean: f64, standard_deviation: f64) -> Option<Self> {
        (0.0 < mean && mean.is_finite()).then(|| {
            let ratio = standard_deviation / mean;
            let variance = libm::log1p(ratio * ratio);
            Self {
                mu: libm::log(mean) - 0.5 * variance,
                sigma: variance.sqrt(),
            }
        })
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        libm::exp(self.mu + 0.5 * self.sigma * self.sigma)
    }

    /// The variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        mean * mean * libm::expm1(self.sigma * self.sigma)
    }

    /// The value at a standard normal score.
    #[must_use]
    pub fn at_score(&self, score: f64) -> f64 {
        libm::exp(self.mu + self.sigma * score)
    }

    /// The standard normal score of a value; infinite for a constant.
    #[must_use]
    pub fn score(&self, value: f64) -> f64 {
        if value <= 0.0 {
            return f64::NEG_INFINITY;
        }
        let distance = libm::log(value) - self.mu;
        if self.sigma > 0.0 {
            distance / self.sigma
        } else if distance < 0.0 {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        }
    }

    /// The probability of a value up to `value`.
    #[must_use]
    pub fn cdf(&self, value: f64) -> f64 {
        normal::cdf(self.score(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_through_its_percentiles() {
        let fit = Lognormal::through(20.0, 45.0).unwrap();
        assert!((fit.cdf(20.0) - 0.1).abs() < 1e-12);
        assert!((fit.cdf(45.0) - 0.9).abs() < 1e-12);
        assert!((fit.at_score(0.0) - 30.0).abs() < 1e-12);
    }

    /// Golden values: scipy 1.17.1, `lognorm(s, scale=14)` with s = ln(40 / 14) / 1.2815515655.
    #[test]
    fn time_in_a_stage_by_median_and_slow_end() {
        let time = Lognormal::median_and_p90(14.0, 40.0).unwrap();
        assert!((time.cdf(14.0) - 0.5).abs() < 1e-12);
        assert!((time.cdf(40.0) - 0.9).abs() < 1e-12);
        assert!(
            (time.mean() - 19.581_509_372_534_57).abs() < 1e-9,
            "{}",
            time.mean()
        );
        assert!(
            (time.cdf(7.0) - 0.198_735_368_549_603_2).abs() < 1e-9,
            "{}",
            time.cdf(7.0)
        );
    }

    #[test]
    fn a_constant_is_a_step() {
        let constant = Lognormal::through(5.0, 5.0).unwrap();
        assert_eq!(constant.cdf(4.999), 0.0);
        assert_eq!(constant.cdf(5.001), 1.0);
        assert!(Lognormal::through(0.0, 1.0).is_none());
        assert!(Lognormal::median_and_p90(0.0, 3.0).is_none());
    }

    #[test]
    fn moments_round_trip() {
        let fit = Lognormal::with_moments(100.0, 35.0).unwrap();
        assert!((fit.mean() - 100.0).abs() < 1e-9);
        assert!((fit.variance().sqrt() - 35.0).abs() < 1e-9);
    }
}
