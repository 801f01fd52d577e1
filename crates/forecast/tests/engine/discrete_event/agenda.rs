//! What is going to happen, in its order.

use std::ops::Range;

/// Things to come, by their day: of the thousands that a year has, only the present day's are
/// put in order.
pub struct Agenda<T> {
    first: i64,
    days: Vec<Vec<(f64, T)>>,
    /// The day that is in order, the next thing last.
    present: usize,
}

impl<T: Copy> Agenda<T> {
    pub fn new(days: Range<i64>) -> Self {
        Self {
            first: days.start,
            days: days.map(|_| Vec::new()).collect(),
            present: 0,
        }
    }

    /// Adds what happens at a time within the days, and not before what happened last.
    pub fn add(&mut self, at: f64, what: T) {
        let day = (at as i64 - self.first) as usize;
        if day > self.present {
            self.days[day].push((at, what));
        } else {
            let present = &mut self.days[self.present];
            let later = present.partition_point(|other| other.0 > at);
            present.insert(later, (at, what));
        }
    }

    /// When the next thing happens, if any does.
    pub fn next(&mut self) -> Option<f64> {
        while self.days[self.present].is_empty() {
            if self.present + 1 == self.days.len() {
                return None;
            }
            self.present += 1;
            self.days[self.present].sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
        }
        self.days[self.present].last().map(|next| next.0)
    }

    /// Takes the thing that [`Agenda::next`] told of.
    pub fn take(&mut self) -> T {
        self.days[self.present].pop().unwrap().1
    }
}
