//! How many have entered up to a time: a curve over the months of the period, straight between
//! their ends. Knows nobody who waits.

use plumbline_plan::unit::Period;

use crate::ordered::{nearest, plain, rounded};

/// Room for the longest period and a month with nobody, which is also the one before the first;
/// a power of two: then no place is looked for beyond the end.
const ROOM: usize = (Period::LONGEST as usize + 2).next_power_of_two();

/// How many there have been up to each month's end, none before the first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curve([f64; ROOM]);

impl Default for Curve {
    fn default() -> Self {
        Self([0.0; ROOM])
    }
}

impl Curve {
    /// So many come in a month; those of the months before are known.
    #[inline]
    pub(super) fn add(&mut self, month: usize, number: f64) {
        self.0[(month + 1) % ROOM] = self.0[month % ROOM] + number;
    }

    /// How many there have been up to a time in months, less than one before the period at the
    /// earliest.
    #[inline]
    pub(super) fn up_to(&self, time: f64) -> f64 {
        debug_assert!(time > -1.0, "{time} months");
        let at = nearest(time - 0.5) as usize;
        // Just before the period, at the room's end, there is nobody.
        let [from, to] = [self.0[at % ROOM], self.0[at.wrapping_add(1) % ROOM]];
        from + (time - rounded(time - 0.5)) * (to - from)
    }

    /// The time up to which there have been so many, not before `from` and not after the end
    /// of `month`.
    #[inline]
    pub(super) fn time_of(&self, count: f64, (from, month): (f64, usize)) -> f64 {
        let mut at = (nearest(from - 0.5) as usize).min(month);
        while at < month && self.0[(at + 1) % ROOM] < count {
            at += 1;
        }
        let [from, to] = [self.0[at % ROOM], self.0[(at + 1) % ROOM]];
        let more = to - from;
        let part = if more > 0.0 {
            plain::within((count - from) / more, 0.0, 1.0)
        } else {
            1.0
        };
        at as f64 + part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_straight_between_months_ends() {
        let mut curve = Curve::default();
        for (month, number) in [(0, 2.0), (1, 0.0), (2, 4.0)] {
            curve.add(month, number);
        }
        for (time, count) in [
            (-0.75, 0.0),
            (-1e-12, 0.0),
            (0.0, 0.0),
            (0.25, 0.5),
            (1.0, 2.0),
            (1.75, 2.0),
            (2.0, 2.0),
            (2.5, 4.0),
            (3.0, 6.0),
        ] {
            assert_eq!(curve.up_to(time), count, "{time}");
        }
        assert_eq!(curve.time_of(1.0, (0.0, 2)), 0.5);
        assert_eq!(curve.time_of(4.0, (0.5, 2)), 2.5);
        // Nobody comes in the second month: its end.
        assert_eq!(curve.time_of(2.0, (1.25, 1)), 2.0);
        assert_eq!(curve.time_of(9.0, (1.0, 2)), 3.0);
    }

    #[test]
    fn the_longest_period_has_room() {
        let mut curve = Curve::default();
        let months = usize::from(Period::LONGEST);
        (0..months).for_each(|month| curve.add(month, 1.0));
        assert_eq!(curve.up_to(months as f64), months as f64);
        assert_eq!(curve.up_to(0.5), 0.5);
    }
}
