//! Runs the trials on several threads. The answer does not depend on how many: every draw
//! is addressed by its trial, and blocks merge to the same bits in any cut.

use std::{
    num::NonZero,
    ops::Range,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use plumbline_forecast::{Engine, Model, Trials};

/// Blocks a thread: where one core is slower or busy, another takes its second block.
const BLOCKS_A_THREAD: u32 = 2;

/// Simulates a model on so many threads, one a core when not said.
pub(crate) fn run(model: &Model, seed: u64, trials: u32, threads: Option<u16>) -> Trials {
    let threads = threads.map_or_else(cores, u32::from);
    let engine = Engine::new(model);
    let blocks = blocks(trials, threads * BLOCKS_A_THREAD);
    let done: Vec<OnceLock<Trials>> = blocks.iter().map(|_| OnceLock::new()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let (Some(block), Some(slot)) = (blocks.get(place), done.get(place)) else {
                break;
            };
            // Each place is handed out once, so that the slot is empty.
            let _ = slot.set(engine.run(seed, block.clone()));
        }
    };
    thread::scope(|scope| {
        (1..threads).for_each(|_| {
            scope.spawn(work);
        });
        work();
    });
    let mut all = engine.run(seed, 0..0);
    done.into_iter()
        .filter_map(OnceLock::into_inner)
        .for_each(|block| all.merge(&block));
    all
}

fn cores() -> u32 {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    u32::try_from(cores).unwrap_or(1)
}

/// Cuts the trials into so many blocks of nearly the same length, none of them empty.
fn blocks(trials: u32, many: u32) -> Vec<Range<u32>> {
    let length = trials.div_ceil(many.max(1)).max(1);
    let starts = (0..trials).step_by(length as usize);
    starts
        .map(|start| start..start.saturating_add(length).min(trials))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_cover_every_trial_once() {
        for (trials, many) in [(1, 4), (7, 4), (8, 4), (20_000, 3), (5, 1), (3, 100)] {
            let blocks = blocks(trials, many);
            let covered: Vec<u32> = blocks.iter().cloned().flatten().collect();
            assert_eq!(
                covered,
                (0..trials).collect::<Vec<_>>(),
                "{trials} in {many}"
            );
            assert!(
                blocks.len() <= many as usize,
                "{trials} in {many}: {blocks:?}"
            );
            assert!(blocks.iter().all(|block| !block.is_empty()));
        }
    }
}
