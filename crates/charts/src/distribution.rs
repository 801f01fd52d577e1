//! A distribution as its quantiles.
//!
//! Never samples: the forecast made the quantiles.

use crate::scale::{Scale, finite};

/// What the period may bring, as quantiles: probability and the value not exceeded
/// with it. Values rise with probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    quantiles: Vec<(f64, f64)>,
}

impl Distribution {
    /// A distribution from (probability, value) pairs in any order. Pairs that are
    /// not numbers, or whose probability lies outside 0 to 1, are passed over; a
    /// value below its predecessor is raised to it. `None` when nothing is left.
    /// One pair is a certainty. About 20 to 100 pairs draw well; P10, P50 and P90
    /// should be among them.
    pub fn new(quantiles: impl IntoIterator<Item = (f64, f64)>) -> Option<Self> {
        let mut quantiles: Vec<_> = quantiles
            .into_iter()
            .filter(|(probability, value)| (0.0..=1.0).contains(probability) && value.is_finite())
            .map(|(probability, value)| (probability, finite(value)))
            .collect();
        quantiles.sort_by(|left, right| left.0.total_cmp(&right.0));
        let mut highest = f64::NEG_INFINITY;
        for (_, value) in &mut quantiles {
            highest = highest.max(*value);
            *value = highest;
        }
        (!quantiles.is_empty()).then_some(Self { quantiles })
    }

    /// The value not exceeded with `probability`, interpolated between quantiles and
    /// flat beyond the outermost.
    #[must_use]
    pub fn at(&self, probability: f64) -> f64 {
        let above = self.quantiles.partition_point(|pair| pair.0 < probability);
        let upper = self.quantiles.get(above).or(self.quantiles.last());
        let lower = self.quantiles.get(above.saturating_sub(1));
        match (lower, upper) {
            (Some(lower), Some(upper)) if upper.0 > lower.0 && probability > lower.0 => {
                let share = ((probability - lower.0) / (upper.0 - lower.0)).min(1.0);
                lower.1 * (1.0 - share) + upper.1 * share
            }
            (_, Some(upper)) => upper.1,
            _ => 0.0,
        }
    }

    /// A scale that holds the distribution but for its thinnest tail, and the target.
    #[must_use]
    pub fn scale(&self, target: Option<f64>) -> Scale {
        let (low, high) = (self.at(0.01), self.at(0.98));
        let air = (high - low) * 0.06;
        let low = if low < 0.0 { low - air } else { low };
        Scale::around([low, high + air].into_iter().chain(target))
    }

    pub(crate) fn quantiles(&self) -> &[(f64, f64)] {
        &self.quantiles
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_sorted_interpolated_and_flat_outside() {
        let some = Distribution::new([(0.9, 30.0), (0.1, 10.0), (0.5, 20.0)]).unwrap();
        for (probability, value) in [
            (0.0, 10.0),
            (0.1, 10.0),
            (0.3, 15.0),
            (0.5, 20.0),
            (0.7, 25.0),
            (1.0, 30.0),
        ] {
            assert!((some.at(probability) - value).abs() < 1e-9, "{probability}");
        }
    }

    #[test]
    fn what_is_no_quantile_is_passed_over() {
        assert_eq!(
            Distribution::new([(f64::NAN, 1.0), (0.5, f64::INFINITY), (1.5, 2.0)]),
            None
        );
        let certain = Distribution::new([(0.5, 7.0)]).unwrap();
        assert_eq!((certain.at(0.1), certain.at(0.9)), (7.0, 7.0));
        let falling = Distribution::new([(0.1, 5.0), (0.9, 3.0)]).unwrap();
        assert_eq!(falling.at(0.9), 5.0);
    }
}
