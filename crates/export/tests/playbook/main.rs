//! What the playbook of a plan says, and that nothing in a plan becomes more than text.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod harmless;
mod sample;
mod snapshots;
