//! The different values of a column while there are few of them: those that may be stages,
//! and those that need be looked at but once. Looks at none.

use super::{column::VALUES_KEPT, hash};

/// Longer values are no stages or statuses.
const LONGEST_VALUE: usize = 120;

/// The different values of a column in the order in which they first stand there, while there
/// are no more than [`VALUES_KEPT`].
#[derive(Debug, Clone, Default)]
pub(super) struct DistinctValues {
    values: Vec<(Box<str>, u32)>,
    /// Places in `values` plus one, by the mark of the value; 0 where there is none. Empty
    /// while the values are so few that looking through them is quicker.
    places: Vec<u16>,
    given_up: bool,
}

/// So many values are looked through.
const LOOKED_THROUGH: usize = 6;

/// More than twice as many as there are values, so that a free one is soon found.
const PLACES: usize = 512;

impl DistinctValues {
    /// Counts a value. Whether it is among the few.
    pub(super) fn count(&mut self, value: &str) -> bool {
        if self.given_up || value.len() > LONGEST_VALUE {
            return false;
        }
        if self.places.is_empty() {
            let known = self
                .values
                .iter_mut()
                .find(|(known, _)| hash::same(known, value));
            if let Some((_, count)) = known {
                *count += 1;
                return true;
            }
            if self.values.len() < LOOKED_THROUGH {
                self.values.push((value.into(), 1));
                return true;
            }
            self.places = vec![0; PLACES];
            for place in 0..self.values.len() {
                let free = self.place_of(&self.values[place].0);
                self.places[free] = place as u16 + 1;
            }
        }
        let place = self.place_of(value);
        if let Some(known) = usize::from(self.places[place]).checked_sub(1) {
            self.values[known].1 += 1;
            return true;
        }
        if self.values.len() >= VALUES_KEPT {
            return false;
        }
        self.values.push((value.into(), 1));
        self.places[place] = self.values.len() as u16;
        true
    }

    /// Where a value's place stands, or would stand.
    fn place_of(&self, value: &str) -> usize {
        let mut at = hash::quick(value) as usize % PLACES;
        while let Some(known) = usize::from(self.places[at]).checked_sub(1) {
            if hash::same(&self.values[known].0, value) {
                break;
            }
            at = (at + 1) % PLACES;
        }
        at
    }

    /// There are too many: those counted, and none from now on.
    pub(super) fn give_up(&mut self) -> Vec<(Box<str>, u32)> {
        self.given_up = true;
        self.places = Vec::new();
        std::mem::take(&mut self.values)
    }

    /// Those counted, unless there are too many.
    pub(super) fn take(&mut self) -> Option<Vec<(Box<str>, u32)>> {
        (!self.given_up).then(|| self.give_up())
    }
}
