//! What a sales plan implies: from a [`plumbline_plan::Plan`] to the chance of its target.
//!
//! How the pieces connect:
//!
//! ```text
//! Plan --Model::from_plan--> Model --analytic--> Analytic          (in the same frame)
//!                              |
//!                              +---Engine::new---> Engine --run--> Trials   (in blocks)
//!                              |                                     |
//!                              +------------Outcome::new-------------+--> Outcome
//!                              |                                             |
//!                              +-------------------verdict-------------------+--> Verdict
//! ```
//!
//! - [`Model`] is the plan as numbers; making it is the only place that reads a plan. It
//!   fails with problems that name their fields.
//! - [`analytic()`] answers at once, approximately, without drawing.
//! - [`simulate`], or an [`Engine`] for several blocks, draws trials. Blocks merge in any
//!   order and cut ([`Trials::merge`]) to the same answer, bit by bit.
//! - [`Outcome`] is the summary of the trials; [`verdict()`] says what it means: how likely,
//!   on what evidence, what it would take.
//!
//! What the numbers mean and where the formulas come from stands in docs/maths.md; every
//! function that computes one of them names its section. Nothing here knows a browser, a
//! clock or a global, and all floating-point functions are libm's: the same plan, seed and
//! trials give the same bits on every machine.

// The random plans of the tests beside `src` name this crate from outside.
#[cfg(test)]
extern crate self as plumbline_forecast;
#[cfg(test)]
#[path = "../tests/engine/support/mod.rs"]
mod support;

mod analytic;
pub mod calendar;
mod capacity;
pub mod chance;
pub mod distribution;
pub mod flow;
mod inquiry;
pub mod kernel;
mod levers;
pub mod model;
mod ordered;
mod outcome;
mod sensitivity;
pub mod simulation;
mod tornado;
pub mod verdict;

pub use analytic::{Analytic, analytic};
pub use capacity::{Capacity, ManagerLoad, MonthLoad};
pub use inquiry::{Answer, Inquiry, LEVER_TRIALS, Question};
pub use levers::{Lever, LeverKind, lever, lever_kinds};
pub use model::Model;
pub use outcome::{ByOrigin, MonthOutcome, Outcome, Spread};
pub use sensitivity::Sensitivity;
pub use simulation::{
    DEFAULT_SEED, DEFAULT_TRIALS, Engine, Trials, UncertaintySource, VarianceShare, simulate,
};
pub use tornado::{TornadoBar, TornadoEnd, tornado_bar, tornado_paths};
pub use verdict::{Verdict, verdict};
