//! What is kept of the trials: totals, months, and exact sums by origin. Knows no
//! statistics: see the outcome.

use crate::flow::Origin;

/// The trials of one or more blocks of one model and seed.
///
/// Statistics made from it do not depend on how the trials were cut into blocks or in which
/// order the blocks were merged: sums are kept as whole numbers of a small unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Trials {
    seed: u64,
    months: usize,
    scale: Scale,
    /// For each trial: bookings of new deals, of the other origins and actuals.
    pub(crate) new: Vec<f64>,
    pub(crate) other: Vec<f64>,
    /// For each trial and month: bookings of all origins and actuals.
    pub(crate) monthly: Vec<f64>,
    /// By origin and month, in units of the scale.
    sums: Vec<i128>,
}

/// The unit in which sums are kept: a power of two far below anything that matters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    exponent: i32,
}

impl Scale {
    /// The unit for sums of numbers like this one.
    pub(super) fn around(size: f64) -> Self {
        let size = if size.is_finite() {
            size.abs().max(1.0)
        } else {
            f64::MAX
        };
        Self {
            exponent: 40 - libm::ilogb(size),
        }
    }

    fn units(self, value: f64) -> i128 {
        let units = libm::ldexp(value, self.exponent);
        // The narrow conversion is much the faster one.
        if units.abs() < 9e18 {
            i128::from(units as i64)
        } else {
            units as i128
        }
    }

    fn value(self, units: i128) -> f64 {
        libm::ldexp(units as f64, -self.exponent)
    }
}

impl Trials {
    pub(super) fn new(seed: u64, months: usize, scale: Scale, expected: usize) -> Self {
        Self {
            seed,
            months,
            scale,
            new: Vec::with_capacity(expected),
            other: Vec::with_capacity(expected),
            monthly: Vec::with_capacity(expected * months),
            sums: vec![0; months * Origin::ALL.len()],
        }
    }

    pub(super) fn record(&mut self, actual: &[f64], by_origin: &[Vec<f64>; 3]) {
        let [open, new, repeat] = by_origin;
        let (mut from_new, mut from_other) = (0.0, 0.0);
        for month in 0..self.months {
            let other = actual[month] + open[month] + repeat[month];
            from_new += new[month];
            from_other += other;
            self.monthly.push(other + new[month]);
        }
        self.new.push(from_new);
        self.other.push(from_other);
        for (sum, value) in self.sums.iter_mut().zip(by_origin.iter().flatten()) {
            *sum += self.scale.units(*value);
        }
    }

    /// How many trials there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.new.len()
    }

    /// The seed they were drawn under.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How many months each has.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months
    }

    /// Adds the trials of another block of the same model and seed. Blocks of other lengths
    /// of period or seeds are left out.
    pub fn merge(&mut self, other: &Self) {
        if other.months != self.months || other.seed != self.seed || other.scale != self.scale {
            return;
        }
        self.new.extend_from_slice(&other.new);
        self.other.extend_from_slice(&other.other);
        self.monthly.extend_from_slice(&other.monthly);
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum += more;
        }
    }

    /// Mean bookings by origin and month.
    #[must_use]
    pub fn mean_by_origin(&self) -> [Vec<f64>; 3] {
        let count = self.count().max(1) as f64;
        let mut parts = self.sums.chunks(self.months.max(1)).map(|part| {
            part.iter()
                .map(|units| self.scale.value(*units) / count)
                .collect::<Vec<f64>>()
        });
        [0, 1, 2].map(|_| parts.next().unwrap_or_default())
    }

    /// As bytes, to hand a block from a worker to the page.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let floats = self.new.iter().chain(&self.other).chain(&self.monthly);
        let mut bytes =
            Vec::with_capacity(32 + 8 * (2 + self.months) * self.count() + 16 * self.sums.len());
        bytes.extend_from_slice(&self.seed.to_le_bytes());
        bytes.extend_from_slice(&(self.months as u64).to_le_bytes());
        bytes.extend_from_slice(&(self.count() as u64).to_le_bytes());
        bytes.extend_from_slice(&i64::from(self.scale.exponent).to_le_bytes());
        floats.for_each(|value| bytes.extend_from_slice(&value.to_le_bytes()));
        self.sums
            .iter()
            .for_each(|sum| bytes.extend_from_slice(&sum.to_le_bytes()));
        bytes
    }

    /// Back from [`Trials::to_bytes`]; nothing when the bytes are not of this form.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut words = bytes
            .chunks_exact(8)
            .map(|word| <[u8; 8]>::try_from(word).unwrap_or_default());
        let seed = u64::from_le_bytes(words.next()?);
        let months = usize::try_from(u64::from_le_bytes(words.next()?)).ok()?;
        let count = usize::try_from(u64::from_le_bytes(words.next()?)).ok()?;
        let exponent = i32::try_from(i64::from_le_bytes(words.next()?)).ok()?;
        let length = count
            .checked_mul(months.checked_add(2)?)?
            .checked_add(months.checked_mul(6)?)?;
        if months > 60 || bytes.len() != length.checked_add(4)?.checked_mul(8)? {
            return None;
        }
        let mut floats = |many: usize| {
            words
                .by_ref()
                .take(many)
                .map(f64::from_le_bytes)
                .collect::<Vec<f64>>()
        };
        let (new, other, monthly) = (floats(count), floats(count), floats(count * months));
        let mut sums = Vec::with_capacity(3 * months);
        while let (Some(low), Some(high)) = (words.next(), words.next()) {
            let low = u128::from(u64::from_le_bytes(low));
            sums.push(i128::from(i64::from_le_bytes(high)) << 64 | low as i128);
        }
        Some(Self {
            seed,
            months,
            scale: Scale { exponent },
            new,
            other,
            monthly,
            sums,
        })
    }
}
