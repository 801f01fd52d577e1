//! What really happened: a firm's own deals, read from a CRM's export, measured, and turned
//! into assumptions.
//!
//! ```text
//! text --import--> History --metrics, curves, pipeline, back-test--> what is true of them
//!                     |
//!                     +--calibrate--> Edits of a plan
//! ```
//!
//! Knows the plan, and of the forecast its probability distributions alone. Knows no file,
//! no browser, no clock and no chance: text, the day and seeds are passed in. What the
//! numbers mean stands in docs/maths.md, sections 6 to 9.

mod history;
pub mod import;
mod own_file;

pub use history::{Deal, History, Label, Labels};
pub use import::State;
