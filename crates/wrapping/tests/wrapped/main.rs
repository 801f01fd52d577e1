//! Links, locked files and workbooks: what is wrapped comes out whole, what is damaged is refused.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
mod damaged;
mod links;
mod locking;
mod workbooks;
mod wraps;
