//! The open plan as state: its history, its keeping, and its other tabs.

pub mod access;
mod history;
pub mod identity;
pub mod keeping;
pub mod plan_file;
mod shared_plan;
mod state;
pub mod tabs;

pub use history::History;
pub use shared_plan::SharedPlan;
pub use state::{Action, Notice, Workbook};
