//! Rules on chapter 12, Review.

pub(crate) mod decision_without_reason;
pub(crate) mod questions_open;
pub(crate) mod review_overdue;
