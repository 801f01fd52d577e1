//! # Promises past their day
//!
//! ## What it catches
//! Commitments that were due before the day of the review and are not done.
//!
//! ## Why it matters
//! A promise that lapses without a word makes all others worth less.
//!
//! ## Example
//! "Service desk takes first questions", due in February, open in April.
//!
//! ## What to do
//! Begin the next meeting with them: done, a new day, or given up, and why.

use plumbline_plan::FieldPath;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "SCO006",
    name: "overdue-commitments",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let list = FieldPath::from("scorecard/commitments");
    let commitments = subject.plan.scorecard.commitments.iter();
    let overdue = commitments
        .filter(|commitment| !commitment.done)
        .filter(|commitment| commitment.due.is_some_and(|day| day < subject.as_of))
        .map(|commitment| list.child(commitment.id.as_str()));
    Found::in_fields(&list, "commitments", overdue.collect())
}
