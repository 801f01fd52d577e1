//! Every rule: a plan that triggers it and one that does not, what it says, and what the
//! list as a whole promises.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod case;
mod cases;
mod extremes;
mod list;
mod planting;
mod silence;
mod starts;
