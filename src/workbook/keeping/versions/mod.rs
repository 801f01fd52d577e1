//! The versions of a plan: each save adds one beside those there are, and none is ever
//! overwritten.
//!
//! [`key`] says where a version stands and which is newer, [`Log`] saves, [`load`] opens
//! the newest whole one, [`list`] tells which there are to go back to, and
//! [`Thinning`](thinning) which of them may go. Nothing here knows when to save.

pub mod key;
mod list;
mod load;
mod log;
pub mod thinning;

pub use key::VersionKey;
pub use list::{Version, list, record};
pub use load::{FallBack, Loaded, load};
pub use log::{Draft, Log, save, thin};

#[cfg(test)]
mod tests;
