//! # Quotas far above the target
//!
//! ## What it catches
//! The quotas together exceed the target by more than 43%, the top of the usual range.
//!
//! ## Why it matters
//! Some over-assignment is a reserve. Beyond it hardly anybody can reach quota, pay falls
//! short of what was promised, and the good ones leave first.
//!
//! ## Example
//! Quotas of 2,000,000 for a target of 1,250,000.
//!
//! ## What to do
//! Lower the quotas that the process cannot bring, or say openly that the plan is larger than
//! the target.

use super::quotas_below_target::sum_of_quotas;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// The highest over-assignment that is usual (published figure, see the catalogue).
const MOST: f64 = 1.43;

pub(crate) const RULE: Rule = Rule {
    code: "TEA020",
    name: "quotas-far-above-target",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let target = subject.target()?;
    let sum = sum_of_quotas(subject)?;
    (sum > MOST * target).then(|| {
        Found::at("team/reps")
            .and("targets/bookings")
            .with("quotas", Figure::Money(sum))
            .with("target", Figure::Money(target))
            .with("above", Figure::Share(sum / target - 1.0))
    })
}
