//! Things already seen, by marks of theirs: which of many are repeats of an earlier one. Keeps
//! their places alone.

/// The places of things seen.
#[derive(Debug)]
pub(super) struct Seen {
    /// A place plus one, 0 where there is none, and half of the mark of what stands there, which
    /// tells most others without a look at them.
    places: Vec<(u32, u32)>,
}

impl Seen {
    /// For so many things, of which half the room stays free, so that a place is soon found.
    pub(super) fn with_room_for(things: usize) -> Self {
        Self {
            places: vec![(0, 0); (2 * things).next_power_of_two()],
        }
    }

    /// The place of an earlier thing that is the same, `is_same` says; where there is none, this
    /// one's is noted.
    pub(super) fn see(
        &mut self,
        mark: u64,
        place: usize,
        is_same: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let last = self.places.len() - 1;
        let (mut at, half) = (mark as usize & last, (mark >> 32) as u32);
        loop {
            let (taken, other_half) = self.places[at];
            let Some(other) = taken.checked_sub(1) else {
                self.places[at] = (place as u32 + 1, half);
                return None;
            };
            if half == other_half && is_same(other as usize) {
                return Some(other as usize);
            }
            at = (at + 1) & last;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_those_that_are_the_same_is_found_whatever_their_marks() {
        let things = [5, 7, 5, 9, 7, 5, 11];
        for mark in [|_: u32| 3, u64::from] as [fn(u32) -> u64; 2] {
            let mut seen = Seen::with_room_for(things.len());
            let mut found = |place: usize| {
                let is_same = |other: usize| things[other] == things[place];
                seen.see(mark(things[place]), place, is_same)
            };
            let found: Vec<_> = (0..things.len()).map(&mut found).collect();
            assert_eq!(found, [None, None, Some(0), None, Some(1), Some(0), None]);
        }
    }
}
