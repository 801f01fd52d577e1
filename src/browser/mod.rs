//! What the page asks of the browser: one thin module per facility.
//!
//! Nothing outside this folder calls web-sys, js-sys or gloo, and nothing in
//! it knows a plan, a chapter or a component.

pub mod address;
pub mod bytes;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod element_width;
#[cfg(test)]
pub(crate) mod fake_storage;
pub mod file_memory;
pub mod files;
pub mod full_screen;
pub mod identity;
pub mod indexed_db;
pub mod input;
pub mod keys;
pub mod local_storage;
pub mod locale;
pub mod locks;
pub mod new_field;
pub mod own_files;
pub mod page_events;
pub mod panic;
pub mod picture;
pub mod preferences;
pub mod print;
pub mod random;
pub mod service_worker;
pub mod session_storage;
pub mod storage;
pub mod storage_space;
pub mod tasks;
pub mod text;
pub mod theme;
pub mod viewport;
pub mod worker;
