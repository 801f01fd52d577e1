//! # Assumptions past their review
//!
//! ## What it catches
//! Assumptions of the register were to be looked at again before the day of the review, and
//! have not been checked since.
//!
//! ## Why it matters
//! A review date is a promise to ask whether the number still holds. Past it, the plan goes on
//! with what somebody once believed.
//!
//! ## Example
//! The closing rate, to be looked at again by the end of March, in the plan of May.
//!
//! ## What to do
//! Ask whoever answers for it. Note the day of the check, and when to look again.

use plumbline_plan::register::register;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "REV003",
    name: "review-overdue",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    // Who has the whole day to do it is not late yet.
    let yesterday = subject.as_of.pred_opt()?;
    let entries = register(subject.plan).into_iter();
    let overdue = entries.filter(|entry| entry.is_due(yesterday));
    let fields = overdue.map(|entry| entry.path).collect();
    Found::in_fields("review", "assumptions", fields)
}
