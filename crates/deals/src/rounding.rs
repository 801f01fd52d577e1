//! Figures counted from deals, without the digits that counts do not support. What is proposed
//! is rounded here once, so that the proposal, the field and every list show the same number.

use plumbline_plan::{Quantity, QuantityKind};

/// Digits that count: a figure from deals is known to a few percent at best.
const DIGITS: usize = 3;

/// A figure of a plan, rounded; a share below 1 stays below it.
pub(crate) fn rounded<Q: Quantity>(value: f64) -> Q {
    let is_share = Q::KIND == QuantityKind::Fraction;
    let digits = (DIGITS..=15).find(|digits| !is_share || value >= 1.0 || to(value, *digits) < 1.0);
    Q::nearest(to(value, digits.unwrap_or(DIGITS)))
}

/// Whether two figures differ by no more than rounding makes them: what is shared out over
/// several stages moves a little with what stood there before.
pub(crate) fn is_near(one: f64, other: f64) -> bool {
    let greatest = one.abs().max(other.abs());
    let unit = libm::pow(
        10.0,
        libm::floor(libm::log10(greatest)) + 1.0 - DIGITS as f64,
    );
    one == other || (one - other).abs() <= 1.5 * unit
}

/// To so many significant digits.
fn to(value: f64, digits: usize) -> f64 {
    let decimals = digits - 1;
    format!("{value:.decimals$e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use plumbline_plan::{Fraction, Money};

    use super::*;

    #[test]
    fn three_digits_count() {
        assert_eq!(rounded::<Money>(25_939.393_939).get(), 25_900.0);
        assert_eq!(rounded::<Money>(0.012_345).get(), 0.012_3);
        assert_eq!(rounded::<Fraction>(0.545_55).get(), 0.546);
        assert_eq!(rounded::<Fraction>(0.0).get(), 0.0);
        assert_eq!(rounded::<Fraction>(1.0).get(), 1.0);
        // Nobody may take what is nearly certain for certain.
        assert_eq!(rounded::<Fraction>(0.999_75).get(), 0.999_8);
    }

    #[test]
    fn what_rounding_moves_is_the_same() {
        assert!(is_near(0.546, 0.547) && is_near(25_900.0, 26_000.0) && is_near(0.0, 0.0));
        assert!(!is_near(0.546, 0.549) && !is_near(25_900.0, 26_100.0) && !is_near(0.0, 0.001));
    }
}
