//! The answer as text for people and as JSON for programs. Words what was computed; decides
//! nothing and computes nothing.

mod complaints;
mod figures;
pub(crate) mod json;
mod table;
pub(crate) mod text;
