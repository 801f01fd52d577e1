//! Takes in trials one by one, quickly. Knows no statistics: see the record it makes.

use super::record::{Layout, MOST_RELATIVE, SCORE_UNITS, Trials, UNITS};
use crate::ordered::{lesser, nearest, positive};

/// Units that are added up narrowly are fewer than this, and so many trials at most: then
/// their sum fits.
const NARROW: f64 = (1_u64 << 50) as f64;
const NARROW_TRIALS: u32 = 1 << 12;

/// Takes in the trials of a block one by one.
pub(super) struct Recorder {
    trials: Trials,
    /// What turns money into units, and into the unit of squares.
    unit: f64,
    relative: f64,
    /// Parts of the trials' sums that are not in them yet, and of how many trials: narrow
    /// numbers add up faster than wide ones.
    narrow: Vec<i64>,
    /// The same of the lines of uncertainty: scores, and scores times bookings.
    scores: Vec<i64>,
    products: Vec<i64>,
    waiting: u32,
}

impl Recorder {
    pub(super) fn new(seed: u64, layout: Layout) -> Self {
        let trials = Trials::new(seed, layout);
        Self {
            unit: layout.scale.factor(),
            relative: trials.relative(),
            narrow: vec![0; layout.sums()],
            scores: vec![0; trials.scores.len() / 2],
            products: vec![0; trials.scores.len() / 2],
            waiting: 0,
            trials,
        }
    }

    /// Takes in a trial: bookings yet to come by origin and month, and the scores of the
    /// lines of uncertainty.
    pub(super) fn record(&mut self, by_origin: &[Vec<f64>; 3], scores: &[f64]) {
        let trials = &mut self.trials;
        let [open, new, repeat] = by_origin;
        let (mut from_new, mut from_other) = (0.0, 0.0);
        let months = open.iter().zip(new).zip(repeat).zip(&mut trials.months);
        let mut cumulative = trials.cumulative.iter_mut();
        for (((open, new), repeat), amounts) in months {
            let other = open + repeat;
            from_new += new;
            from_other += other;
            amounts.add(other + new);
            if let Some(so_far) = cumulative.next() {
                so_far.add(from_new + from_other);
            }
        }
        let period = from_new + from_other;
        let missing = trials.layout.target - (trials.layout.actual + period);
        trials.count += 1;
        trials.reached += u64::from(missing <= 0.0);
        trials.period.add(period);
        trials.factor.add(match missing + from_new {
            needed if needed <= 0.0 => 0.0,
            needed if from_new > 0.0 => needed / from_new,
            _ => f64::INFINITY,
        });
        let relative = period * self.relative;
        let relative_to_most = lesser(relative, MOST_RELATIVE);
        for (sum, score) in self.scores.iter_mut().zip(scores) {
            *sum += nearest(score * SCORE_UNITS);
        }
        for (sum, score) in self.products.iter_mut().zip(scores) {
            *sum += nearest(score * SCORE_UNITS * relative_to_most);
        }
        let mut place = 0;
        for amounts in by_origin {
            let narrow = &mut self.narrow[place..place + amounts.len()];
            if period * self.unit < NARROW {
                // So is each part of it.
                for (amount, narrow) in amounts.iter().zip(narrow) {
                    *narrow += nearest(amount * self.unit);
                }
            } else {
                for ((amount, narrow), at) in amounts.iter().zip(narrow).zip(place..) {
                    add(amount * self.unit, narrow, trials, at);
                }
            }
            place += amounts.len();
        }
        let single = [
            period * self.unit,
            relative * relative * UNITS,
            positive(missing) * self.unit,
        ];
        for ((units, narrow), at) in single
            .into_iter()
            .zip(&mut self.narrow[place..])
            .zip(place..)
        {
            add(units, narrow, trials, at);
        }
        self.waiting += 1;
        if self.waiting == NARROW_TRIALS {
            self.widen();
        }
    }

    /// The trials taken in.
    pub(super) fn finish(mut self) -> Trials {
        self.widen();
        self.trials
    }

    fn widen(&mut self) {
        for (sum, narrow) in self.trials.sums.iter_mut().zip(&mut self.narrow) {
            *sum = sum.saturating_add(i128::from(std::mem::take(narrow)));
        }
        let narrow = self.scores.iter_mut().zip(&mut self.products);
        let (sums, _) = self.trials.scores.as_chunks_mut();
        for ([score, product], narrow) in sums.iter_mut().zip(narrow) {
            *score = score.saturating_add(std::mem::take(narrow.0));
            *product = product.saturating_add(std::mem::take(narrow.1));
        }
        self.waiting = 0;
    }
}

/// Adds whole units to one of the trials' sums.
#[inline]
fn add(units: f64, narrow: &mut i64, trials: &mut Trials, place: usize) {
    if units.abs() < NARROW {
        *narrow += nearest(units);
    } else {
        trials.sums[place] = trials.sums[place].saturating_add(units as i128);
    }
}
