//! # Target and plan are not on one scale
//!
//! ## What it catches
//! The target is nothing, or more than twenty times or less than a twentieth of what the plan
//! brings on average.
//!
//! ## Why it matters
//! No plan is that far off by being bold. A zero too many, thousands typed as units, or a
//! conversion of 1% where 10% was meant: the verdict then speaks of a typing mistake.
//!
//! ## Example
//! Target 1,250,000,000, expected bookings 1,290,000.
//!
//! ## What to do
//! Read target, deal value, leads and conversions aloud once.

use plumbline_plan::Quantity as _;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "CHK005",
    name: "target-out-of-scale",
    severity: Severity::Blocking,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let mean = subject.forecast?.bookings.mean;
    let target = subject.plan.targets.bookings?.get();
    // Where nothing comes in at all, CHK007 says why.
    let far = mean > 0.0 && !subject.on_one_scale();
    (target <= 0.0 || far).then(|| {
        Found::at("targets/bookings")
            .and("process/motions")
            .with("target", Figure::Money(target))
            .with("mean", Figure::Money(mean))
    })
}
