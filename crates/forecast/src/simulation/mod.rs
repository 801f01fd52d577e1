//! The simulation (maths.md section 4): every assumption drawn once per trial, wins as
//! Poisson counts, each deal with its value.
//!
//! [`Engine::new`] tabulates a model once; [`Engine::run`] then runs any block of trials.
//! Blocks are merged in any order and cut: the result is the same to the last bit, because
//! every uniform is addressed by trial, entity, use and month. Where the plan names people
//! and work, their hours limit the flow of every trial (maths.md section 3).

mod after_win;
mod engine;
mod histogram;
mod lines;
mod motion;
mod record;
mod recorder;
mod scratch;
mod seeded;
mod tables;
mod trial;
mod values;
mod won;

use std::ops::Range;

pub use engine::Engine;
pub(crate) use histogram::Histogram;
pub(crate) use lines::variance_shares;
pub use lines::{UncertaintySource, VarianceShare};
pub use record::Trials;

use crate::model::Model;

/// How many trials a settled answer rests on: the Monte Carlo standard error of the
/// probability is then 0.36 percentage points at most.
pub const DEFAULT_TRIALS: u32 = 20_000;

/// Every plan is simulated under the same seed unless another is asked for, so that two
/// answers differ by what differs in the plans alone.
pub const DEFAULT_SEED: u64 = 1;

/// Runs a block of trials of a model under a seed. For several blocks of one model build an
/// [`Engine`] once.
#[must_use]
pub fn simulate(model: &Model, seed: u64, trials: Range<u32>) -> Trials {
    Engine::new(model).run(seed, trials)
}
