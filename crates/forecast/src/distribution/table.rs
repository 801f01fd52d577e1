//! Quantile functions as tables over normal scores: three multiplications a draw in place of a
//! transcendental function. Never extrapolates.

use crate::ordered::{nearest, plain, rounded};

/// Scores beyond this many standard deviations count as this many: 6 in ten million draws.
const EDGE: f64 = 5.0;
const CELLS: usize = 40;
const WIDTH: f64 = 2.0 * EDGE / CELLS as f64;

/// Just before the end of the last cell, from the middle of the first: so far before it that no
/// rounding takes a value beyond the end.
const LAST_END: f64 = CELLS as f64 - 0.5 - 1e-9;

/// A quantile function by cubic Hermite interpolation over scores from -5 to 5.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantileTable {
    /// The cubics of the cells; nothing for a constant.
    cells: Option<Box<[[f64; 4]; CELLS]>>,
    /// The value at the lower end; of a constant, everywhere.
    least: f64,
}

impl QuantileTable {
    /// Tabulates a function that gives, for a normal score, the value and its slope.
    #[must_use]
    pub fn new(value_and_slope: impl Fn(f64) -> (f64, f64)) -> Self {
        let node = |i: usize| value_and_slope(i as f64 * WIDTH - EDGE);
        let mut cells = Vec::with_capacity(CELLS);
        let mut left = node(0);
        let least = left.0;
        for i in 1..=CELLS {
            let right = node(i);
            cells.push(cubic(left, right, WIDTH));
            left = right;
        }
        Self {
            cells: cells.into_boxed_slice().try_into().ok(),
            least,
        }
    }

    /// The table of a constant.
    #[must_use]
    pub fn constant(value: f64) -> Self {
        Self {
            cells: None,
            least: value,
        }
    }

    /// Whether every score gives the same value.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.cells.is_none()
    }

    /// The value at a normal score, within the table's ends.
    #[inline]
    #[must_use]
    pub fn at(&self, score: f64) -> f64 {
        self.at_position(Self::position(score))
    }

    /// Where a normal score lies in every table, within its ends: the middle of cell n is at n.
    #[inline]
    #[must_use]
    pub fn position(score: f64) -> f64 {
        plain::within((score + EDGE) * (1.0 / WIDTH) - 0.5, -0.5, LAST_END)
    }

    /// The value at a position.
    #[inline]
    #[must_use]
    pub fn at_position(&self, position: f64) -> f64 {
        let Some(cells) = &self.cells else {
            return self.least;
        };
        // Its cell is the nearest one, up to both ends.
        let [a, b, c, d] = cells[nearest(position) as usize];
        let x = position - rounded(position) + 0.5;
        a + x * (b + x * (c + x * d))
    }
}

/// The cubic through two nodes (value, slope by score), limited so that it never turns
/// (Fritsch & Carlson 1980).
pub(super) fn cubic(
    (left, left_slope): (f64, f64),
    (right, right_slope): (f64, f64),
    width: f64,
) -> [f64; 4] {
    let rise = (right - left).max(0.0);
    let limit = |slope: f64| {
        if slope.is_finite() {
            (slope * width).clamp(0.0, 3.0 * rise)
        } else {
            rise
        }
    };
    let (from, to) = (limit(left_slope), limit(right_slope));
    [
        left,
        from,
        3.0 * rise - 2.0 * from - to,
        from + to - 2.0 * rise,
    ]
}

#[cfg(test)]
mod tests {
    use super::super::{Beta, Distribution, Lognormal};

    #[test]
    fn tables_follow_the_exact_quantiles() {
        for distribution in [
            Distribution::Constant(7.0),
            Distribution::Lognormal(Lognormal::through(20.0, 45.0).unwrap()),
            Distribution::Lognormal(Lognormal::through(1.0, 100.0).unwrap()),
            Distribution::Beta(Beta { a: 12.5, b: 38.5 }),
            Distribution::Beta(Beta { a: 0.7, b: 3.0 }),
        ] {
            let table = distribution.table();
            let mut last = f64::NEG_INFINITY;
            for i in -450..=450 {
                let score = f64::from(i) / 100.0;
                let (exact, read) = (distribution.at_score(score), table.at(score));
                assert!(
                    (read - exact).abs() <= 2e-4 * exact.abs() + 1e-6,
                    "{distribution:?} at {score}: {read} for {exact}"
                );
                assert!(read >= last, "{distribution:?} turns at {score}");
                last = read;
            }
            assert_eq!(table.at(f64::INFINITY), table.at(5.0));
            assert_eq!(table.at(f64::NEG_INFINITY), table.at(-5.0));
        }
    }

    /// A share that is as good as sure is never more than sure.
    #[test]
    fn no_value_lies_beyond_the_upper_end() {
        for a in 1..400 {
            let share = Distribution::Beta(Beta {
                a: f64::from(a),
                b: 0.6,
            });
            let (table, end) = (share.table(), share.at_score(5.0));
            for i in 0..2_000 {
                let read = table.at(5.0 - 1e-6 * f64::from(i));
                assert!(read <= end, "{a}: {read} beyond {end}");
            }
        }
    }
}
