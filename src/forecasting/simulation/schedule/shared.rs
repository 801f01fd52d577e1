//! A job cut into blocks: which trials are still to be given out, and which a summary still
//! waits for. Knows no workers.

use std::{collections::BTreeMap, ops::Range};

use crate::forecasting::simulation::protocol::{Job, Run};

/// An answer is summed up after so many trials; the last is the settled one.
pub(in crate::forecasting::simulation) const SUMMED_UP_AFTER: [u32; 4] =
    [1_000, 3_000, 8_000, crate::forecasting::TRIALS];

/// How long a block should take, in milliseconds: a newer run waits for no more than two.
const BLOCK: f64 = 8.0;

/// Length of a block before anything is known of their speed, and the bounds on it.
const FIRST_BLOCK: f64 = 100.0;
const BLOCK_BOUNDS: (f64, f64) = (20.0, 2_500.0);

/// A job that is being shared out.
#[derive(Debug)]
pub(super) struct Shared {
    /// Its number.
    pub(super) run: Run,
    /// What it is.
    pub(super) job: Job,
    /// How many trials the last answer shown rests on.
    pub(super) shown: u32,
    /// Trials nobody has in hand: where each range begins and ends. None crosses a summary.
    left: BTreeMap<u32, u32>,
    /// Summaries not yet asked for.
    to_come: Vec<Awaited>,
}

/// A summary not yet asked for.
#[derive(Debug)]
struct Awaited {
    /// The trials it has beyond the one before.
    trials: Range<u32>,
    /// How many of them have not run yet.
    missing: u32,
}

impl Shared {
    /// A job of which an answer after so many trials has been shown already.
    pub(super) fn new(run: Run, job: Job, shown: u32) -> Self {
        let ends = SUMMED_UP_AFTER.into_iter().filter(|end| *end > shown);
        let parts = ends.scan(0, |begin, end| {
            let part = *begin..end;
            *begin = end;
            Some(part)
        });
        let to_come: Vec<Awaited> = parts
            .map(|trials| Awaited {
                missing: trials.end - trials.start,
                trials,
            })
            .collect();
        let ranges = to_come.iter().map(|part| &part.trials);
        Self {
            run,
            job,
            shown,
            left: ranges.map(|range| (range.start, range.end)).collect(),
            to_come,
        }
    }

    /// Notes a block as run.
    pub(super) fn take_in(&mut self, block: &Range<u32>) {
        for awaited in &mut self.to_come {
            if awaited.trials.contains(&block.start) {
                awaited.missing = awaited.missing.saturating_sub(block.end - block.start);
            }
        }
    }

    /// Blocks that were given out and will not be run.
    pub(super) fn give_back(&mut self, blocks: Vec<Range<u32>>) {
        let blocks = blocks.into_iter();
        self.left
            .extend(blocks.map(|block| (block.start, block.end)));
    }

    /// How many trials to sum up now, when the next summary waits for none any more.
    pub(super) fn next_summary(&mut self) -> Option<u32> {
        let next = self.to_come.first().filter(|next| next.missing == 0)?;
        let trials = next.trials.end;
        self.to_come.remove(0);
        Some(trials)
    }

    /// Gives out a block to one of so many workers. `pace` is how long a trial takes, in
    /// milliseconds, where it is known; `ahead` says whether it may lie beyond the next
    /// summary.
    pub(super) fn next_block(
        &mut self,
        workers: usize,
        pace: Option<f64>,
        ahead: bool,
    ) -> Option<Range<u32>> {
        let next = self.to_come.first()?;
        let (&start, &end) = self.left.first_key_value()?;
        if !ahead && start >= next.trials.end {
            return None;
        }
        // Shorter towards the end of a part, so that all workers finish it together.
        let share = f64::from(end - start) / workers.max(1) as f64;
        let in_time = pace.map_or(FIRST_BLOCK, |pace| BLOCK / pace);
        let (shortest, longest) = BLOCK_BOUNDS;
        let length = in_time.min(share).clamp(shortest, longest) as u32;
        let cut = start.saturating_add(length).min(end);
        self.left.remove(&start);
        if cut < end {
            self.left.insert(cut, end);
        }
        Some(start..cut)
    }
}
