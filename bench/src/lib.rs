//! What `cargo xtask bench` measures: the plans, the works done on them, and how their time
//! is taken. One code for this machine and for the page in the browser. Never part of the
//! product.

mod clock;
mod exports;
#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod plans;
mod works;

pub use clock::best_milliseconds;
pub use works::{WORKS, Work};
