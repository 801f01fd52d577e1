//! The document as its crate promises it: read, checked, edited, merged, written.
//! One program, since every further one would be linked for itself.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bad_files;
mod common;
mod edits;
mod edits_any;
mod fields;
mod format_document;
mod golden;
mod holding_together;
mod merging;
mod mutations;
mod naughty_texts;
mod problems;
mod removals;
mod round_trip;
mod sample;
mod scenarios;
mod targets;
mod unknown_fields;
