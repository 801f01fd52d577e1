//! The charts' pictures: what they consist of, and that they are whole whatever the
//! numbers.

mod common;
mod properties;
mod structure;
