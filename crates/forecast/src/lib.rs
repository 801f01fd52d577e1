//! What a sales plan implies.
pub mod chance;
pub mod distribution;
