//! Rules on chapter 12, Review.

pub(crate) mod decision_without_reason;
pub(crate) mod questions_open;
