//! The sales plan as a document: its types and units, how it is checked, changed,
//! written to a file and read back.
//!
//! The way of the data starts here: an [`Edit`] changes a [`Plan`], [`validate`] says
//! what is wrong with it by [`FieldPath`], [`mod@file`] keeps it. This crate computes no
//! forecast, knows no browser, no clock and no randomness: dates and identifiers are
//! passed in.

pub mod assumption;
pub mod chapter;
mod difference;
mod document;
pub mod edit;
pub mod file;
mod id;
mod logo;
pub mod merge;
mod path;
mod plan;
mod problem;
pub mod prose;
mod reach;
pub mod register;
#[cfg(feature = "schema")]
mod schema;
pub mod start;
pub mod unit;
mod validate;

pub use assumption::{Assumption, Range, Source};
pub use difference::{Difference, differences, side_by_side};
pub use document::from_document;
pub use edit::{Edit, EditError};
pub use id::{Id, InvalidId};
pub use logo::{InvalidLogo, Logo};
pub use path::FieldPath;
pub use plan::{About, Plan};
pub use problem::{Problem, ProblemKind, Severity};
pub use reach::{Item, ReachError};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use unit::{
    Count, Currency, Days, Factor, Fraction, GrowthRate, Hours, Money, Month, Quantity,
    QuantityKind,
};
pub use validate::validate;
