//! The firm's own deals: a file of them is read, shown and taken into the plan.
//!
//! ```text
//! page: DealsPage -> DealsActions -> Orders      orders     worker: servant -> DealsWorker
//!           ^             |                    --------->                          |
//!         State <---------+                    <---------                    crates/deals
//!                                               reports
//! ```
//!
//! A spreadsheet comes first to a program of its own (`spreadsheet`), which hands the page the
//! text of a sheet. All reading and computing is in a worker that is started with the first file
//! and thrown away when it is called off; where there are no workers, `DealsWorker` works on the
//! page, step by step. It also words what a report shows. `protocol` and `worker` know no browser.

mod actions;
mod context;
mod in_file;
mod keeping;
mod mappings;
mod orders;
mod page;
mod protocol;
pub mod spreadsheet;
mod state;
mod worker;

pub(crate) use actions::DealsActions;
pub(crate) use context::{DealsOnTheWay, DealsProvider, NextDeals, use_own_record};
pub(crate) use in_file::file_text;
pub(crate) use keeping::for_file;
pub use orders::{is_order, servant};
pub(crate) use page::DealsPage;
