//! Counts of amounts in fine classes: what quantiles are read from, in the same room for a
//! thousand trials or a million. Knows no statistics beyond ranks.

use crate::ordered::{greater, lesser};

/// Classes of amounts, each so many per doubling; amounts near nothing have one of their own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Histogram {
    scheme: Classes,
    /// The leading bits of the least amount that has a class of its own, and how many
    /// trailing ones an amount has besides.
    first: u64,
    shift: u32,
    counts: Vec<u32>,
    least: f64,
    most: f64,
}

/// Which classes there are: from the lowest power of two up, `1 << per_doubling` to each
/// doubling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Classes {
    /// Exponent of the least amount that has a class of its own.
    pub(crate) lowest: i32,
    /// How many doublings have classes; what is more counts in the last class.
    pub(crate) doublings: u16,
    /// The classes of a doubling, as a power of two.
    pub(crate) per_doubling: u8,
}

const MANTISSA: u32 = 52;
const BIAS: i32 = 1023;

impl Classes {
    fn count(self) -> usize {
        (usize::from(self.doublings) << self.per_doubling) + 1
    }

    /// How many trailing bits of an amount say nothing about its class.
    fn shift(self) -> u32 {
        MANTISSA - u32::from(self.per_doubling)
    }

    /// The leading bits of the least amount that has a class of its own.
    fn first(self) -> u64 {
        (((self.lowest + BIAS).max(0) as u64) << MANTISSA) >> self.shift()
    }

    /// The least amount of a class.
    fn edge(self, class: usize) -> f64 {
        if class == 0 {
            return 0.0;
        }
        f64::from_bits((self.first() + class as u64 - 1) << self.shift())
    }
}

impl Histogram {
    pub(crate) fn new(scheme: Classes) -> Self {
        Self {
            counts: vec![0; scheme.count()],
            first: scheme.first(),
            shift: scheme.shift(),
            scheme,
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
        }
    }

    /// The class of an amount: its leading bits are its place.
    #[inline]
    fn class(&self, amount: f64) -> usize {
        let leading = amount.to_bits() >> self.shift;
        if amount <= 0.0 || leading < self.first {
            return 0;
        }
        ((leading - self.first) as usize + 1).min(self.counts.len() - 1)
    }

    #[inline]
    pub(crate) fn add(&mut self, amount: f64) {
        let class = self.class(amount);
        self.counts[class] += 1;
        self.least = lesser(amount, self.least);
        self.most = greater(amount, self.most);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.least = self.least.min(other.least);
        self.most = self.most.max(other.most);
    }

    /// The amount at a rank from 0 of all amounts in order of size: between the edges of its
    /// class on a straight line, never beyond the least and the most seen. Nothing of none.
    pub(crate) fn at_rank(&self, rank: u64) -> f64 {
        let mut before = 0;
        for (class, count) in self.counts.iter().enumerate() {
            let count = u64::from(*count);
            if before + count > rank {
                let (low, high) = (self.scheme.edge(class), self.scheme.edge(class + 1));
                let part = ((rank - before) as f64 + 0.5) / count as f64;
                let amount = if class == 0 {
                    0.0
                } else {
                    low + part * (high - low)
                };
                return amount.clamp(self.least, self.most);
            }
            before += count;
        }
        if self.most.is_finite() {
            self.most
        } else {
            0.0
        }
    }

    pub(crate) fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.least.to_le_bytes());
        bytes.extend_from_slice(&self.most.to_le_bytes());
        let used = self.counts.iter().rposition(|count| *count > 0);
        let used = used.map_or(0, |last| last + 1);
        let first = self.counts.iter().position(|count| *count > 0).unwrap_or(0);
        let first = first.min(used);
        bytes.extend_from_slice(&(first as u64).to_le_bytes());
        bytes.extend_from_slice(&((used - first) as u64).to_le_bytes());
        for count in &self.counts[first..used] {
            bytes.extend_from_slice(&count.to_le_bytes());
        }
    }

    pub(crate) fn read(scheme: Classes, bytes: &mut Bytes) -> Option<Self> {
        let mut read = Self::new(scheme);
        read.least = bytes.float()?;
        read.most = bytes.float()?;
        let first = usize::try_from(bytes.word()?).ok()?;
        let used = usize::try_from(bytes.word()?).ok()?;
        let cells = read.counts.get_mut(first..first.checked_add(used)?)?;
        for count in cells {
            *count = u32::from_le_bytes(bytes.take()?);
        }
        Some(read)
    }
}

/// Bytes read one after the other.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl Bytes<'_> {
    pub(crate) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    pub(crate) fn word(&mut self) -> Option<u64> {
        self.take().map(u64::from_le_bytes)
    }

    pub(crate) fn float(&mut self) -> Option<f64> {
        self.take().map(f64::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHEME: Classes = Classes {
        lowest: -4,
        doublings: 12,
        per_doubling: 7,
    };

    #[test]
    fn classes_are_in_order_and_have_no_gaps() {
        let classes = Histogram::new(SCHEME);
        let mut last = 0;
        let mut amount = 0.01;
        while amount < 1000.0 {
            let class = classes.class(amount);
            assert!(class >= last, "{amount}");
            assert!(SCHEME.edge(class) <= amount, "{amount}");
            if class + 1 < SCHEME.count() {
                assert!(amount < SCHEME.edge(class + 1), "{amount}");
            }
            last = class;
            amount *= 1.0003;
        }
        assert_eq!(classes.class(0.0), 0);
        assert_eq!(classes.class(-3.0), 0);
        assert_eq!(classes.class(f64::MAX), SCHEME.count() - 1);
        assert_eq!(classes.class(1.0 / 16.0), 1);
        assert_eq!(classes.class(1.0 / 17.0), 0);
    }

    #[test]
    fn ranks_are_read_to_within_a_class() {
        let mut all = Histogram::new(SCHEME);
        let amounts: Vec<f64> = (1..=1000).map(|n| f64::from(n) / 10.0).collect();
        amounts.iter().for_each(|amount| all.add(*amount));
        for (rank, amount) in amounts.iter().enumerate() {
            let read = all.at_rank(rank as u64);
            assert!(
                (read / amount - 1.0).abs() < 0.008,
                "{rank}: {read} for {amount}"
            );
        }
        assert_eq!(all.at_rank(0), 0.1);
        assert!((all.at_rank(999) - 100.0).abs() < 0.5);
        assert_eq!(Histogram::new(SCHEME).at_rank(0), 0.0);
    }

    #[test]
    fn one_amount_is_read_exactly() {
        let mut all = Histogram::new(SCHEME);
        (0..50).for_each(|_| all.add(37.21));
        assert_eq!(all.at_rank(25), 37.21);
    }

    #[test]
    fn bytes_come_back() {
        let mut all = Histogram::new(SCHEME);
        [0.0, 1.5, 1.5, 700.0]
            .into_iter()
            .for_each(|amount| all.add(amount));
        let mut bytes = Vec::new();
        all.write(&mut bytes);
        assert_eq!(Histogram::read(SCHEME, &mut Bytes(&bytes)), Some(all));
        for length in 0..bytes.len() {
            assert_eq!(Histogram::read(SCHEME, &mut Bytes(&bytes[..length])), None);
        }
    }
}
