//! The frame around the chapters: header, navigation, doors, notices, keeping, library.

mod desk;
mod doors;
mod header;
mod keeping;
mod library;
mod navigation;
mod new_version;
mod notice;
mod one_file;
mod opening;
mod page;
mod plan_file;
mod recent;
mod route;
mod save_line;
mod saving;
mod sharing;
mod starting;
mod templates;
mod versions;
mod workshop;

pub use page::Page;
pub use route::{chapter_address, field_address, page_address};
pub use starting::{StartUp, start_up};
