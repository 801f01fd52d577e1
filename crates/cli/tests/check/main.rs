//! The program as a shell runs it: what it prints where, and how it ends.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod arguments;
mod bad_files;
mod deals;
mod export;
mod findings;
mod json;
mod printed;
mod program;
mod refusals;
mod same_answer;
mod schema;
mod verdict;
mod wrapped;
#[path = "../../../wrapping/tests/wrapped/wraps.rs"]
mod wraps;
