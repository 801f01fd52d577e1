//! What a sales plan implies.
mod analytic;
pub mod calendar;
pub mod chance;
pub mod distribution;
pub mod flow;
pub mod kernel;
pub mod model;
mod outcome;
mod sensitivity;
pub mod simulation;

pub use analytic::{Analytic, analytic};
pub use model::Model;
pub use outcome::{ByOrigin, MonthOutcome, Outcome, Spread};
pub use sensitivity::Sensitivity;
pub use simulation::{Engine, Trials, simulate};
