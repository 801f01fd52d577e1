//! # Too much too early
//!
//! ## What it catches
//! The plan brings the target over the whole period, but the first three months ask for more
//! than one and a half times what it brings by then. Silent once the first month is over.
//!
//! ## Why it matters
//! Deals take their time. A plan that starts behind is managed by alarm from March on,
//! though nothing is wrong with it.
//!
//! ## Example
//! A third of the target in the first quarter, a sixth of the expected bookings.
//!
//! ## What to do
//! Split the target by the months in which deals close, or start the leads earlier.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// How many months are early.
const EARLY: usize = 3;
/// Shorter periods have no early part.
const FEWEST_MONTHS: usize = 6;
/// More than this times what comes in is too much.
const MOST: f64 = 1.5;
/// A plan that brings less than this share of the target has other findings.
const BRINGS: f64 = 0.95;

pub(crate) const RULE: Rule = Rule {
    code: "TGT008",
    name: "too-much-too-early",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let forecast = subject.forecast?;
    let target = subject.target()?;
    let by_month = subject.plan.targets.by_month();
    let begun = subject.as_of > subject.plan.targets.period.start.last_day();
    if begun || by_month.len() < FEWEST_MONTHS || forecast.bookings.mean < BRINGS * target {
        return None;
    }
    let asked: f64 = by_month.iter().take(EARLY).sum();
    let brought: f64 = forecast.by_month.iter().take(EARLY).sum();
    (asked > MOST * brought).then(|| {
        Found::at("targets/split")
            .and("targets/season")
            .with("asked", Figure::Money(asked))
            .with("brought", Figure::Money(brought))
    })
}
