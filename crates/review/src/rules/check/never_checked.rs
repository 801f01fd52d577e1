//! # Assumptions never checked
//!
//! ## What it catches
//! More than two thirds of what the answer rests on was never checked, or not within a year.
//!
//! ## Why it matters
//! Numbers stay in a plan because they stood in the last one. Practice that is never
//! questioned is copied, even from oneself.
//!
//! ## Example
//! No assumption has a date of its last check.
//!
//! ## What to do
//! Take the three that matter most, ask whether they still hold, and note the day.

use chrono::NaiveDate;
use plumbline_plan::FieldPath;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share unchecked is too much.
const MOST: f64 = 2.0 / 3.0;
/// A check is good for so long.
const GOOD_DAYS: i64 = 365;

pub(crate) const RULE: Rule = Rule {
    code: "CHK001",
    name: "never-checked",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let influences = &subject.forecast?.verdict.influences;
    let unchecked: Vec<_> = influences
        .iter()
        .filter(|influence| influence.share > 0.0 && !was_checked(subject, &influence.path))
        .collect();
    let share: f64 = unchecked.iter().map(|influence| influence.share).sum();
    let first = unchecked.first()?.path.clone();
    (share > MOST).then(|| {
        Found::at(first.clone())
            .with("share", Figure::Share(share))
            .with("first", Figure::Fields(vec![first]))
            .counting("assumptions", unchecked.len())
    })
}

fn was_checked(subject: &Subject<'_>, path: &FieldPath) -> bool {
    let checked = subject.plan.field(&path.child("checked_on")).ok();
    let day: Option<NaiveDate> = checked.and_then(|day| day.as_str()?.parse().ok());
    day.is_some_and(|day| (subject.as_of - day).num_days() <= GOOD_DAYS)
}
