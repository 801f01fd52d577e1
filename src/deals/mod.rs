//! The firm's own deals: a file of them is read, shown and taken into the plan.
//!
//! ```text
//! page: DealsPage -> Desk -> Office      orders     worker: servant -> Clerk
//!                    ^         |       --------->                       |
//!                  State <-----+       <---------               crates/deals
//!                                       reports
//! ```
//!
//! A spreadsheet comes first to a program of its own (`spreadsheet`), which hands the page the
//! text of a sheet. All reading and computing is in a worker that is started with the first file and thrown
//! away when it is called off; without workers the clerk works on the page, step by step.
//! What a report shows is worded by the clerk. `protocol` and `clerk` know no browser.

mod clerk;
mod context;
mod desk;
mod keeping;
mod office;
mod page;
mod protocol;
pub mod spreadsheet;
mod state;

pub(crate) use context::{DealsProvider, use_own_record};
pub(crate) use desk::DealsDesk;
pub use office::{is_order, servant};
pub(crate) use page::DealsPage;
