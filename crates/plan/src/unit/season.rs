//! How business is spread over the calendar year.

use serde::{Deserialize, Serialize};

use super::{Factor, Month, Quantity};

/// Twelve weights by calendar month, January first; 1 is an average month.
///
/// What counts is a weight against the mean of the twelve, so people may enter 8, 10, 12
/// as well as 0.8, 1, 1.2 (maths.md section 2).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Season([Factor; 12]);

impl Season {
    /// A season from twelve weights, January first.
    #[must_use]
    pub fn new(weights: [Factor; 12]) -> Self {
        Self(weights)
    }

    /// The twelve weights as entered, January first.
    #[must_use]
    pub fn weights(&self) -> &[Factor; 12] {
        &self.0
    }

    /// The weight of a calendar month with the mean of the twelve set to 1; 1 for every
    /// month when all twelve are zero.
    #[must_use]
    pub fn weight(&self, month: Month) -> f64 {
        let mean = self.0.iter().map(|weight| weight.get()).sum::<f64>() / 12.0;
        if mean <= 0.0 {
            return 1.0;
        }
        self.0[month.number() as usize - 1].get() / mean
    }

    /// Whether every month weighs the same.
    #[must_use]
    pub fn is_even(&self) -> bool {
        self.0.iter().all(|weight| *weight == self.0[0])
    }
}

impl Default for Season {
    fn default() -> Self {
        Self([Factor::nearest(1.0); 12])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_have_mean_one_whatever_scale_they_were_entered_in() {
        let mut weights = [Factor::nearest(8.0); 12];
        weights[11] = Factor::nearest(20.0);
        let season = Season::new(weights);
        let mean = (1..=12)
            .map(|m| season.weight(Month::new(2027, m).unwrap()))
            .sum::<f64>()
            / 12.0;
        assert!((mean - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_season_of_zeros_counts_as_even() {
        let season = Season::new([Factor::nearest(0.0); 12]);
        assert_eq!(season.weight(Month::new(2027, 5).unwrap()), 1.0);
    }
}
