//! The open plan as state: its history, its keeping, its forecast.

pub mod access;
mod history;
pub mod identity;
pub mod keeping;
mod shared_plan;
mod state;

pub use shared_plan::SharedPlan;
pub use state::{Action, Notice, Workbook};
