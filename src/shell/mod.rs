//! The frame around the chapters: header, navigation, doors, notices, keeping.

mod doors;
mod header;
mod keeping;
mod navigation;
mod notice;
mod opening;
mod page;
mod plans;
mod route;
mod starting;

pub use page::Page;
pub use route::{chapter_address, field_address};
pub use starting::{StartUp, start_up};
