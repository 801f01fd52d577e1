//! The open plan as state: its history, its keeping, and its other tabs.

pub mod access;
mod history;
pub mod identity;
pub mod keeping;
mod part;
pub mod plan_file;
mod shared_plan;
mod state;
pub mod tabs;

pub use history::History;
pub use part::{Part, use_part};
pub use shared_plan::SharedPlan;
pub use state::{Action, EditOfPlan, Notice, Workbook};
