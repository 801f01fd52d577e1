//! Intervals: how far off a figure may be. All are 80% intervals, from the 10th to the 90th
//! percentile, which is what a plan's assumptions take as low and high (maths.md section 1).

use plumbline_forecast::distribution::{Beta, normal::P90_SCORE};
use serde::Serialize;

/// From the 10th to the 90th percentile of what a figure might be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The 10th percentile.
    pub low: f64,
    /// The 90th percentile.
    pub high: f64,
}

/// A share counted: so many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rate {
    /// How often it happened.
    pub events: u32,
    /// Out of how many.
    pub of: u32,
    /// The one divided by the other.
    pub share: f64,
    /// How far off it may be, by Jeffreys' prior.
    pub interval: Interval,
}

impl Rate {
    /// So many of so many; nothing out of none (maths.md section 1: Beta(s + 1/2, n - s +
    /// 1/2); Brown, Cai & DasGupta 2001).
    #[must_use]
    pub fn new(events: u32, of: u32) -> Option<Self> {
        (of > 0 && events <= of).then(|| Self {
            events,
            of,
            share: f64::from(events) / f64::from(of),
            interval: Interval::of_beta(Beta::from_counts(events.into(), of.into())),
        })
    }
}

impl Interval {
    /// The percentiles of a Beta distribution.
    #[must_use]
    pub fn of_beta(beta: Beta) -> Self {
        Self {
            low: beta.at_score(-P90_SCORE),
            high: beta.at_score(P90_SCORE),
        }
    }

    /// The standard error it stands for, as that of a normal distribution: an 80% interval is
    /// twice 1.28 of them wide.
    #[must_use]
    pub fn standard_error(&self) -> f64 {
        (self.high - self.low) / (2.0 * P90_SCORE)
    }

    /// Around a mean with this standard error, as of a positive quantity: in the logarithm,
    /// so that it never reaches below zero. For a mean of zero or less a plain interval.
    #[must_use]
    pub fn of_mean(mean: f64, error: f64) -> Self {
        if mean <= 0.0 {
            return Self {
                low: mean - P90_SCORE * error,
                high: mean + P90_SCORE * error,
            };
        }
        let ratio = libm::exp(P90_SCORE * error / mean);
        Self {
            low: mean / ratio,
            high: mean * ratio,
        }
    }

    /// Around a share with this variance by the complementary log-log transform, which
    /// keeps it between 0 and 1. At 0 or 1 the interval is the share alone.
    #[must_use]
    pub fn of_share(share: f64, variance: f64) -> Self {
        let rest = 1.0 - share;
        if share <= 0.0 || rest <= 0.0 || variance <= 0.0 {
            return Self {
                low: share,
                high: share,
            };
        }
        let log = libm::log(rest);
        let spread = P90_SCORE * variance.sqrt() / (rest * log.abs());
        Self {
            low: 1.0 - libm::exp(log * libm::exp(-spread)),
            high: 1.0 - libm::exp(log * libm::exp(spread)),
        }
    }
}

/// The mean of numbers; nothing of none.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The standard deviation of a sample; nothing below two numbers.
pub(crate) fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values
        .iter()
        .map(|value| (value - mean) * (value - mean))
        .sum();
    Some((squares / (values.len() - 1) as f64).sqrt())
}

/// The quantile of sorted numbers, interpolated between neighbours; nothing of none.
pub(crate) fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = share * last as f64;
    let below = (place.floor() as usize).min(last);
    let above = (below + 1).min(last);
    Some(sorted[below] + (place - below as f64) * (sorted[above] - sorted[below]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Golden values: Beta(7.5, 13.5) integrated numerically.
    #[test]
    fn rates_carry_jeffreys_intervals() {
        let rate = Rate::new(7, 20).unwrap();
        assert!((rate.interval.low - 0.227_674).abs() < 1e-5, "{rate:?}");
        assert!((rate.interval.high - 0.492_839).abs() < 1e-5, "{rate:?}");
        assert_eq!(Rate::new(0, 0), None);
        let none = Rate::new(0, 5).unwrap();
        assert!(none.interval.low > 0.0 && none.interval.high < 0.3);
    }

    #[test]
    fn intervals_of_shares_stay_between_nothing_and_all() {
        for share in [0.001, 0.3, 0.999] {
            let interval = Interval::of_share(share, 0.05);
            assert!(
                0.0 <= interval.low
                    && interval.low < share
                    && share < interval.high
                    && interval.high <= 1.0
            );
        }
        assert!(Interval::of_mean(10.0, 20.0).low > 0.0);
    }

    #[test]
    fn quantiles_lie_between_neighbours() {
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.5), Some(2.5));
        assert_eq!(quantile(&[1.0], 0.9), Some(1.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
