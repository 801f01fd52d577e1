//! What is kept of the trials: counts of amounts in fine classes, and exact sums. Its size
//! does not grow with the trials. Knows no statistics: see the outcome.

use super::histogram::{Bytes, Classes, Histogram};
use crate::flow::Origin;

/// The trials of one or more blocks of one model and seed.
///
/// Statistics made from it do not depend on how the trials were cut into blocks or in which
/// order the blocks were merged: amounts are counted, and sums are kept as whole numbers of
/// a small unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Trials {
    seed: u64,
    pub(super) count: u64,
    pub(crate) layout: Layout,
    /// How many reach the target.
    pub(crate) reached: u64,
    /// Bookings of the period yet to come.
    pub(crate) period: Histogram,
    /// Bookings yet to come by month, and up to each month's end but the last's.
    pub(crate) months: Vec<Histogram>,
    pub(crate) cumulative: Vec<Histogram>,
    /// By how much new deals would have to be multiplied to reach the target.
    pub(crate) factor: Histogram,
    /// Exact sums, in units of the scale: by origin and month, then of the period's
    /// bookings, their squares, and what is missing.
    pub(super) sums: Vec<i128>,
    /// Exact sums by line of uncertainty: of its score, and of the score times bookings.
    pub(super) scores: Vec<i64>,
}

/// What blocks must share to be merged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Layout {
    months: usize,
    lines: usize,
    pub(super) scale: Scale,
    /// Bookings that have already come, and the target.
    pub(super) actual: f64,
    pub(super) target: f64,
}

impl Layout {
    pub(super) fn new(months: usize, lines: usize, size: f64, actual: f64, target: f64) -> Self {
        Self {
            months,
            lines,
            scale: Scale::around(size),
            actual,
            target,
        }
    }

    pub(super) fn sums(&self) -> usize {
        self.months * Origin::ALL.len() + 3
    }

    /// Classes of a month's and of the period's bookings: a hundredth to a thousandth wide.
    fn classes(&self, per_doubling: u8) -> Classes {
        Classes {
            lowest: (40 - self.scale.exponent - 16).max(-1000),
            doublings: 36,
            per_doubling,
        }
    }
}

/// Classes of factors on new deals.
const FACTORS: Classes = Classes {
    lowest: -10,
    doublings: 40,
    per_doubling: 9,
};

/// The unit in which sums are kept: a power of two far below anything that matters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    exponent: i32,
}

impl Scale {
    /// The unit for sums of numbers like this one.
    fn around(size: f64) -> Self {
        let size = if size.is_finite() {
            size.abs().max(1.0)
        } else {
            f64::MAX
        };
        Self {
            exponent: 40 - libm::ilogb(size),
        }
    }

    /// A factor that turns amounts into units; exact, being a power of two.
    pub(super) fn factor(self) -> f64 {
        libm::ldexp(1.0, self.exponent)
    }

    fn value(self, units: i128) -> f64 {
        libm::ldexp(units as f64, -self.exponent)
    }
}

impl Trials {
    pub(super) fn new(seed: u64, layout: Layout) -> Self {
        let month = layout.classes(7);
        Self {
            seed,
            count: 0,
            reached: 0,
            period: Histogram::new(layout.classes(10)),
            months: (0..layout.months).map(|_| Histogram::new(month)).collect(),
            cumulative: (1..layout.months).map(|_| Histogram::new(month)).collect(),
            factor: Histogram::new(FACTORS),
            sums: vec![0; layout.sums()],
            scores: vec![0; 2 * layout.lines],
            layout,
        }
    }

    /// How many trials there are.
    #[must_use]
    pub fn count(&self) -> usize {
        usize::try_from(self.count).unwrap_or(usize::MAX)
    }

    /// The seed they were drawn under.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How many months each has.
    #[must_use]
    pub fn months(&self) -> usize {
        self.layout.months
    }

    /// Adds the trials of another block of the same model and seed. Blocks of another model
    /// or seed are left out.
    pub fn merge(&mut self, other: &Self) {
        if other.layout != self.layout || other.seed != self.seed {
            return;
        }
        self.count += other.count;
        self.reached += other.reached;
        self.period.merge(&other.period);
        self.factor.merge(&other.factor);
        let months = self.months.iter_mut().chain(&mut self.cumulative);
        for (month, more) in months.zip(other.months.iter().chain(&other.cumulative)) {
            month.merge(more);
        }
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum = sum.saturating_add(*more);
        }
        for (sum, more) in self.scores.iter_mut().zip(&other.scores) {
            *sum = sum.saturating_add(*more);
        }
    }

    /// Mean bookings yet to come by origin and month.
    #[must_use]
    pub fn mean_by_origin(&self) -> [Vec<f64>; 3] {
        let count = self.count.max(1) as f64;
        let mut parts = self.sums.chunks(self.layout.months.max(1)).map(|part| {
            part.iter()
                .map(|units| self.layout.scale.value(*units) / count)
                .collect::<Vec<f64>>()
        });
        [0, 1, 2].map(|_| parts.next().unwrap_or_default())
    }

    fn single(&self, place: usize) -> i128 {
        let first = self.layout.months * Origin::ALL.len();
        self.sums.get(first + place).copied().unwrap_or(0)
    }

    /// Mean bookings of the period yet to come.
    pub(crate) fn mean(&self) -> f64 {
        self.layout.scale.value(self.single(0)) / self.count.max(1) as f64
    }

    /// Mean of what is missing to the target.
    pub(crate) fn mean_missing(&self) -> f64 {
        self.layout.scale.value(self.single(2)) / self.count.max(1) as f64
    }

    /// Variance of the period's bookings, in squares of the unit that [`Trials::relative`]
    /// gives.
    fn relative_variance(&self) -> f64 {
        let count = self.count.max(1) as f64;
        let mean = self.mean() * self.relative();
        (self.single(1) as f64 / UNITS / count - mean * mean).max(0.0)
    }

    /// What turns money into the unit of squares.
    pub(super) fn relative(&self) -> f64 {
        self.layout.scale.factor() / UNITS
    }

    /// Standard deviation of the period's bookings.
    pub(crate) fn standard_deviation(&self) -> f64 {
        self.relative_variance().sqrt() / self.relative()
    }

    /// For each line of uncertainty, the squared correlation of its score with the period's
    /// bookings, less what chance alone would give (maths.md section 5).
    pub(crate) fn variance_shares(&self) -> Vec<f64> {
        let count = self.count.max(1) as f64;
        let variance = self.relative_variance();
        let mean = self.mean() * self.relative();
        let share = |line: usize| {
            let score = self.scores[2 * line] as f64 / SCORE_UNITS / count;
            let product = self.scores[2 * line + 1] as f64 / SCORE_UNITS / count;
            let covariance = product - score * mean;
            if variance <= 0.0 {
                0.0
            } else {
                (covariance * covariance / variance - 1.0 / count).max(0.0)
            }
        };
        (0..self.layout.lines).map(share).collect()
    }

    /// As bytes, to hand a block from a worker to the page.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let Layout {
            months,
            lines,
            scale,
            actual,
            target,
        } = self.layout;
        for word in [
            self.seed,
            self.count,
            self.reached,
            months as u64,
            lines as u64,
            i64::from(scale.exponent) as u64,
            actual.to_bits(),
            target.to_bits(),
        ] {
            bytes.extend_from_slice(&word.to_le_bytes());
        }
        for sum in &self.sums {
            bytes.extend_from_slice(&sum.to_le_bytes());
        }
        for sum in &self.scores {
            bytes.extend_from_slice(&sum.to_le_bytes());
        }
        self.period.write(&mut bytes);
        self.factor.write(&mut bytes);
        for month in self.months.iter().chain(&self.cumulative) {
            month.write(&mut bytes);
        }
        bytes
    }

    /// Back from [`Trials::to_bytes`]; nothing when the bytes are not of this form.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let (seed, count, reached) = (bytes.word()?, bytes.word()?, bytes.word()?);
        let months = usize::try_from(bytes.word()?).ok().filter(|n| *n <= 60)?;
        let lines = usize::try_from(bytes.word()?).ok()?;
        let exponent = i32::try_from(bytes.word()? as i64).ok()?;
        if !(-1100..=1100).contains(&exponent) || lines > bytes.0.len() / 16 {
            return None;
        }
        let layout = Layout {
            months,
            lines,
            scale: Scale { exponent },
            actual: bytes.float()?,
            target: bytes.float()?,
        };
        let mut trials = Self::new(seed, layout);
        (trials.count, trials.reached) = (count, reached);
        for sum in &mut trials.sums {
            *sum = i128::from_le_bytes(bytes.take()?);
        }
        for sum in &mut trials.scores {
            *sum = i64::from_le_bytes(bytes.take()?);
        }
        trials.period = Histogram::read(layout.classes(10), &mut bytes)?;
        trials.factor = Histogram::read(FACTORS, &mut bytes)?;
        for month in trials.months.iter_mut().chain(&mut trials.cumulative) {
            *month = Histogram::read(layout.classes(7), &mut bytes)?;
        }
        bytes.0.is_empty().then_some(trials)
    }
}

/// Units to one, of what is neither money nor counts.
pub(super) const UNITS: f64 = (1_u64 << 40) as f64;

/// Units to one of scores, and the most bookings, against those expected, that count in
/// their products: a million trials then fit into 64 bits.
pub(super) const SCORE_UNITS: f64 = (1_u64 << 24) as f64;
pub(super) const MOST_RELATIVE: f64 = 65_536.0;
