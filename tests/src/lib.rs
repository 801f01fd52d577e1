//! What the end-to-end tests are written in: a browser with the product in it, and the
//! words of a person using it (a field by its label, a button by its name, the verdict as
//! it reads).
//!
//! Everything is found as assistive technology finds it, by the role and the name that the
//! browser itself computes; never by class, identifier or structure. Whatever does not
//! come about within [`PATIENCE`] fails the test at the line that waited for it. Nothing
//! here waits for a fixed time.

#![expect(
    clippy::panic,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "what fails in here is a test: it panics, and tells what was seen"
)]

mod accessibility;
mod browser;
mod busy;
mod command_line;
mod disk;
mod driver;
mod elsewhere;
mod field;
mod file_pickers;
mod files;
mod find;
mod firefox;
mod layout;
mod machine;
mod memory;
mod numbers;
mod offline;
mod page;
mod processes;
mod record;
mod shown;
mod site;
mod tabs;
mod trace;
mod verdict;
mod wait;
mod writing;

pub use browser::Profile;
pub use command_line::check;
pub use field::Field;
pub use find::{Element, Focus};
pub use firefox::Firefox;
pub use layout::Appearance;
pub use machine::{crm_record, screenshots};
pub use page::{Opening, Page};
pub use record::Entry;
pub use shown::Shown;
pub use site::{Site, Visit};
pub use tabs::Tab;
pub use thirtyfour::Key;
pub use trace::Drag;
pub use verdict::Verdict;
pub use wait::{PATIENCE, wait_until};
