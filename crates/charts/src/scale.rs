//! The range of values an axis shows, and round values along it.
//!
//! Never formats: the caller words the tick labels.

use std::ops::Range;

/// Round ends for a scale, as multiples of a power of ten.
const ENDS: [f64; 11] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// Round steps between ticks, as multiples of a power of ten.
const STEPS: [f64; 5] = [1.0, 2.0, 2.5, 5.0, 10.0];

/// Values beyond this are drawn at the edge. Leaves room for differences and padding.
const FARTHEST: f64 = 1e300;

/// A mark on an axis with its text, formatted by the caller.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in the unit of the axis.
    pub value: f64,
    /// The text beside it.
    pub text: String,
}

impl Tick {
    /// A tick at `value` that reads `text`.
    pub fn new(value: f64, text: impl Into<String>) -> Self {
        Self {
            value,
            text: text.into(),
        }
    }
}

/// The values an axis runs between, low below high, both finite.
///
/// Keep one while the reader changes a number, and the weight moves over a scale
/// that stands still; values outside are drawn at its edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// A scale from `low` to `high`, in either order. Where they are equal or not
    /// numbers, a scale from 0 to 1 above the lower.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Self {
        let (low, high) = (finite(low), finite(high));
        let (low, high) = (low.min(high), low.max(high));
        // A span lost in rounding would divide by nothing.
        let high = if high - low > low.abs() * 1e-12 {
            high
        } else {
            low + low.abs().max(1.0)
        };
        Self { low, high }
    }

    /// A scale with round ends that holds zero and all of `values` with a little
    /// air above. Values that are not numbers are passed over.
    #[must_use]
    pub fn around(values: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(finite(value));
            high = high.max(finite(value));
        }
        Self::new(-round_end(-low * 1.02), round_end(high * 1.02))
    }

    /// The lowest value shown.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The highest value shown.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Round values evenly along the scale, ends included where they are round:
    /// `at_most` of them, lowest first.
    #[must_use]
    pub fn ticks(&self, at_most: usize) -> Vec<f64> {
        let intervals = at_most.max(2) - 1;
        let step = round_up((self.high - self.low) / intervals as f64, &STEPS);
        let first = libm::ceil(self.low / step - 1e-9);
        (0..at_most)
            .map(|index| (first + index as f64) * step)
            .take_while(|value| *value <= self.high + step * 1e-9)
            .collect()
    }

    /// The value, moved onto the scale if it lies outside. Not a number: the low end.
    pub(crate) fn clamp(&self, value: f64) -> f64 {
        if value.is_nan() {
            self.low
        } else {
            value.clamp(self.low, self.high)
        }
    }

    /// Where the value lies: 0 at the low end, 1 at the high end, not clamped.
    pub(crate) fn fraction(&self, value: f64) -> f64 {
        (finite(value) - self.low) / (self.high - self.low)
    }

    pub(crate) fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

/// The value, without infinities; 0 for what is not a number.
pub(crate) fn finite(value: f64) -> f64 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(-FARTHEST, FARTHEST)
    }
}

fn round_end(value: f64) -> f64 {
    if value > 1e-300 {
        round_up(value, &ENDS)
    } else {
        0.0
    }
}

/// The least multiple of a power of ten, among `multiples`, that is at least `value`.
fn round_up(value: f64, multiples: &[f64]) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(value)));
    multiples
        .iter()
        .map(|multiple| multiple * power)
        .find(|end| *end >= value * (1.0 - 1e-9))
        .unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_round_and_stand_still_under_small_changes() {
        assert_eq!(
            Scale::around([900_000.0, 1_200_000.0]),
            Scale::new(0.0, 1_500_000.0)
        );
        assert_eq!(
            Scale::around([910_000.0, 1_210_000.0]),
            Scale::new(0.0, 1_500_000.0)
        );
        assert_eq!(Scale::around([-300.0, 40.0]), Scale::new(-400.0, 50.0));
    }

    #[test]
    fn a_scale_of_nothing_still_has_two_ends() {
        for scale in [
            Scale::around([]),
            Scale::around([0.0, f64::NAN, f64::INFINITY]),
            Scale::new(5.0, 5.0),
            Scale::new(f64::NAN, f64::NAN),
            Scale::new(1e300, f64::INFINITY),
        ] {
            assert!(
                scale.high() > scale.low() && scale.high().is_finite(),
                "{scale:?}"
            );
        }
    }

    #[test]
    fn ticks_are_round_few_and_within() {
        assert_eq!(Scale::new(0.0, 1.5e6).ticks(4), [0.0, 5e5, 1e6, 1.5e6]);
        assert_eq!(
            Scale::new(-400.0, 50.0).ticks(6),
            [-400.0, -300.0, -200.0, -100.0, 0.0]
        );
        for high in [1e-9, 0.3, 7.0, 1e15, 1e300] {
            let scale = Scale::around([high]);
            let ticks = scale.ticks(5);
            assert!((2..=5).contains(&ticks.len()), "{high}: {ticks:?}");
            assert!(
                ticks.iter().all(|tick| scale.clamp(*tick) == *tick),
                "{high}: {ticks:?}"
            );
        }
    }
}
