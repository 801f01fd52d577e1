//! Identifiers for what is added to a plan.

use plumbline_plan::Id;

use crate::browser::identity::fresh_id;

/// A fresh identifier for an item of a plan, of the kind the list asks for.
#[must_use]
pub fn fresh_item_id<T>() -> Id<T> {
    #[expect(
        clippy::expect_used,
        reason = "a fresh id is hexadecimal digits and hyphens"
    )]
    Id::new(fresh_id()).expect("a fresh id is an identifier")
}
