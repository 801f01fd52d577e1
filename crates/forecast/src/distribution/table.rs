//! Quantile functions as tables over normal scores or uniforms: three multiplications a
//! draw in place of a transcendental function. Never extrapolates.

use super::normal;

/// Scores beyond this many standard deviations count as this many: 6 in ten million draws.
const EDGE: f64 = 5.0;
const CELLS: usize = 40;
const WIDTH: f64 = 2.0 * EDGE / CELLS as f64;

/// Cells of a table over uniforms, and how many at either end are left to the exact way.
const UNIFORM_CELLS: usize = 512;
const END_CELLS: usize = 4;

/// A quantile function by cubic Hermite interpolation over scores from -5 to 5.
#[derive(Debug, Clone, PartialEq)]
pub struct QuantileTable {
    cells: Vec<[f64; 4]>,
    least: f64,
    most: f64,
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
            cells,
            least,
            most: left.0,
        }
    }

    /// The table of a constant.
    #[must_use]
    pub fn constant(value: f64) -> Self {
        Self {
            cells: Vec::new(),
            least: value,
            most: value,
        }
    }

    /// Whether every score gives the same value.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.cells.is_empty()
    }

    /// The value at a normal score, within the table's ends.
    #[inline]
    #[must_use]
    pub fn at(&self, score: f64) -> f64 {
        let position = (score + EDGE) * (1.0 / WIDTH);
        // A negative or undefined position becomes cell 0.
        let index = (position as usize).min(CELLS - 1);
        let Some([a, b, c, d]) = self.cells.get(index) else {
            return self.least;
        };
        let x = (position - index as f64).clamp(0.0, 1.0);
        (a + x * (b + x * (c + x * d))).clamp(self.least, self.most)
    }
}

/// A quantile function over uniforms. In the ends, one draw of sixty-four, it goes by the
/// exact normal score.
#[derive(Debug, Clone, PartialEq)]
pub struct UniformTable {
    cells: Vec<[f64; 4]>,
    ends: QuantileTable,
}

impl UniformTable {
    /// The same function by uniforms instead of scores.
    #[must_use]
    pub fn new(by_score: QuantileTable) -> Self {
        if by_score.is_constant() {
            return Self {
                cells: Vec::new(),
                ends: by_score,
            };
        }
        let width = 1.0 / UNIFORM_CELLS as f64;
        let node = |i: usize| {
            let score = normal::quantile(i as f64 * width);
            let step = 1e-3;
            let slope = (by_score.at(score + step) - by_score.at(score - step)) / (2.0 * step);
            (by_score.at(score), slope / normal::density(score))
        };
        let cell = |i: usize| {
            if (END_CELLS..UNIFORM_CELLS - END_CELLS).contains(&i) {
                cubic(node(i), node(i + 1), width)
            } else {
                [0.0; 4]
            }
        };
        Self {
            cells: (0..UNIFORM_CELLS).map(cell).collect(),
            ends: by_score,
        }
    }

    /// The normal score itself.
    #[must_use]
    pub fn scores() -> Self {
        Self::new(QuantileTable::new(|score| (score, 1.0)))
    }

    /// Whether every uniform gives the same value.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.cells.is_empty()
    }

    /// The value at a uniform between 0 and 1.
    #[inline]
    #[must_use]
    pub fn at(&self, uniform: f64) -> f64 {
        let position = uniform * UNIFORM_CELLS as f64;
        let index = position as usize;
        if index.wrapping_sub(END_CELLS) >= UNIFORM_CELLS - 2 * END_CELLS {
            return self.at_end(uniform);
        }
        let Some([a, b, c, d]) = self.cells.get(index) else {
            return self.ends.at(0.0);
        };
        let x = position - index as f64;
        a + x * (b + x * (c + x * d))
    }

    #[cold]
    fn at_end(&self, uniform: f64) -> f64 {
        self.ends.at(normal::quantile(uniform))
    }
}

/// The cubic through two nodes (value, slope by score), limited so that it never turns
/// (Fritsch & Carlson 1980).
fn cubic((left, left_slope): (f64, f64), (right, right_slope): (f64, f64), width: f64) -> [f64; 4] {
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
    use super::{
        super::{Beta, Distribution, Lognormal, normal},
        UniformTable,
    };

    #[test]
    fn tables_over_uniforms_follow_the_exact_quantiles() {
        let lognormal = Lognormal::through(1.0, 10.0).unwrap();
        let by_uniform = UniformTable::new(Distribution::Lognormal(lognormal).table());
        let scores = UniformTable::scores();
        let mut last = f64::NEG_INFINITY;
        for i in 1..100_000 {
            let uniform = f64::from(i) / 100_000.0;
            let exact = normal::quantile(uniform);
            assert!((scores.at(uniform) - exact).abs() < 1e-4, "{uniform}");
            let (read, wanted) = (by_uniform.at(uniform), lognormal.at_score(exact));
            assert!(
                (read / wanted - 1.0).abs() < 5e-4,
                "{uniform}: {read} for {wanted}"
            );
            assert!(read >= last - 1e-4, "turns at {uniform}");
            last = read;
        }
        assert_eq!(
            UniformTable::new(Distribution::Constant(3.0).table()).at(0.2),
            3.0
        );
    }

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
}
