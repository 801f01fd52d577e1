//! Quantile functions as tables over uniforms: no score has to be known. Never extrapolates.

use super::{
    normal,
    table::{QuantileTable, cubic},
};
use crate::chance::uniform;

/// Cells of a table over uniforms, a power of two, and how many at either end are divided anew.
const UNIFORM_BITS: u32 = 9;
const UNIFORM_CELLS: usize = 1 << UNIFORM_BITS;
const END_CELLS: usize = 4;

/// Either end is halved again and again, beyond what the scores' edge leaves of it, and each of
/// these parts has so many cells, a power of two.
const FIRST_HALVING: u32 = UNIFORM_BITS - END_CELLS.trailing_zeros();
const HALVINGS: usize = 23 - FIRST_HALVING as usize;
const HALF_BITS: u32 = 3;
const HALF_CELLS: usize = 1 << HALF_BITS;

/// The cubics of an end's cells.
type End = Box<[[f64; 4]; HALVINGS * HALF_CELLS]>;

/// A quantile function over uniforms. Towards either end, in one draw of sixty-four, cells become
/// smaller as what is left does.
#[derive(Debug, Clone, PartialEq)]
pub struct UniformTable {
    cells: Box<[[f64; 4]; UNIFORM_CELLS]>,
    lower: End,
    upper: End,
    constant: bool,
}

impl UniformTable {
    /// The same function by uniforms instead of scores.
    #[must_use]
    pub fn new(by_score: &QuantileTable) -> Self {
        if by_score.is_constant() {
            let same = [by_score.at(0.0), 0.0, 0.0, 0.0];
            return Self {
                cells: Box::new([same; UNIFORM_CELLS]),
                lower: Box::new([same; HALVINGS * HALF_CELLS]),
                upper: Box::new([same; HALVINGS * HALF_CELLS]),
                constant: true,
            };
        }
        // The value and its slope by the uniform.
        let at_score = |score: f64| {
            let step = 1e-3;
            let slope = (by_score.at(score + step) - by_score.at(score - step)) / (2.0 * step);
            (by_score.at(score), slope / normal::density(score))
        };
        let width = 1.0 / UNIFORM_CELLS as f64;
        let node = |i: usize| at_score(normal::quantile(i as f64 * width));
        let cell = |i: usize| {
            if (END_CELLS..UNIFORM_CELLS - END_CELLS).contains(&i) {
                cubic(node(i), node(i + 1), width)
            } else {
                [0.0; 4]
            }
        };
        let lower = |left: f64| at_score(normal::quantile(left));
        // From the end on it falls: what is tabulated rises.
        let upper = |left: f64| {
            let (value, slope) = at_score(-normal::quantile(left));
            (-value, slope)
        };
        Self {
            cells: Box::new(std::array::from_fn(cell)),
            lower: end(lower),
            upper: Box::new(end(upper).map(|cell| cell.map(|part| -part))),
            constant: false,
        }
    }

    /// The normal score itself.
    #[must_use]
    pub fn scores() -> Self {
        Self::new(&QuantileTable::new(|score| (score, 1.0)))
    }

    /// Whether every uniform gives the same value.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.constant
    }

    /// The value at the uniform of these bits (see [`uniform`]): the leading ones are its
    /// cell, the others its place in there.
    #[inline]
    #[must_use]
    pub fn at(&self, bits: u64) -> f64 {
        let index = (bits >> (64 - UNIFORM_BITS)) as usize;
        if index.wrapping_sub(END_CELLS) >= UNIFORM_CELLS - 2 * END_CELLS {
            return self.at_end(bits);
        }
        in_cell(&self.cells[index], bits << UNIFORM_BITS)
    }

    #[cold]
    fn at_end(&self, bits: u64) -> f64 {
        let (left, end) = if bits < 1 << 63 {
            (bits, &self.lower)
        } else {
            (!bits, &self.upper)
        };
        // The leading one tells how often the end has been halved.
        let halved = (left | 1).leading_zeros();
        let bits = (left | 1) << halved << 1;
        let half = ((halved - FIRST_HALVING) as usize).min(HALVINGS - 1);
        let cell = half * HALF_CELLS + (bits >> (64 - HALF_BITS)) as usize;
        in_cell(&end[cell], bits << HALF_BITS)
    }
}

/// The cells of an end, of a function that gives value and slope for what is left of it.
fn end(value_and_slope: impl Fn(f64) -> (f64, f64)) -> End {
    let cell = |i: usize| {
        let halved = FIRST_HALVING as usize + i / HALF_CELLS;
        let half = 0.5 / (1_u64 << halved) as f64;
        let width = half / HALF_CELLS as f64;
        let edge = |i: usize| value_and_slope(half + i as f64 * width);
        let place = i % HALF_CELLS;
        cubic(edge(place), edge(place + 1), width)
    };
    Box::new(std::array::from_fn(cell))
}

/// The value in a cell, at the place that the uniform of these bits is in it.
#[inline]
fn in_cell([a, b, c, d]: &[f64; 4], bits: u64) -> f64 {
    let x = uniform(bits);
    a + x * (b + x * (c + x * d))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Distribution, Lognormal, normal},
        UniformTable,
    };
    use crate::chance::uniform;

    #[test]
    fn tables_over_uniforms_follow_the_exact_quantiles() {
        let lognormal = Lognormal::through(1.0, 10.0).unwrap();
        let by_uniform = UniformTable::new(&Distribution::Lognormal(lognormal).table());
        let scores = UniformTable::scores();
        let mut last = f64::NEG_INFINITY;
        for i in 1..100_000 {
            let bits = u64::MAX / 100_000 * i;
            let uniform = uniform(bits);
            let exact = normal::quantile(uniform);
            assert!((scores.at(bits) - exact).abs() < 1e-4, "{uniform}");
            let (read, wanted) = (by_uniform.at(bits), lognormal.at_score(exact));
            assert!(
                (read / wanted - 1.0).abs() < 5e-4,
                "{uniform}: {read} for {wanted}"
            );
            assert!(read >= last - 1e-4, "turns at {uniform}");
            last = read;
        }
        assert_eq!(
            UniformTable::new(&Distribution::Constant(3.0).table()).at(1 << 62),
            3.0
        );
    }

    /// As far out as scores reach, on either side.
    #[test]
    fn ends_follow_the_exact_quantiles() {
        let scores = UniformTable::scores();
        let (mut last, mut step) = (scores.at(1 << 57), 1_u64 << 57);
        while step > 1 << 42 {
            step -= step / 97;
            let exact = normal::quantile(uniform(step));
            let (low, high) = (scores.at(step), scores.at(!step));
            // The cell in which scores come to their edge has a corner.
            let off = if exact < -4.95 { 1e-2 } else { 1e-4 };
            assert!((low - exact.max(-5.0)).abs() < off, "{step:x}: {low}");
            assert!((high + low).abs() < 1e-9, "{step:x}: {low} {high}");
            assert!(low <= last, "turns at {step:x}");
            last = low;
        }
        assert!((scores.at(0) + 5.0).abs() < 1e-9 && (scores.at(u64::MAX) - 5.0).abs() < 1e-9);
    }
}
