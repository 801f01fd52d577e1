//! # Little coaching
//!
//! ## What it catches
//! The plan asks for less than three hours of coaching per rep and month.
//!
//! ## Why it matters
//! Coaching is what a manager can do that nobody else will. It helps the large middle of a
//! team most.
//!
//! ## Example
//! One hour per rep and month.
//!
//! ## What to do
//! Plan one observed call and one talk about the pipeline per rep and month.

use plumbline_plan::{Quantity as _, chapter::rhythm::Rhythm};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY003",
    name: "little-coaching",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let hours = subject.plan.rhythm.coaching_hours?.get();
    let reps = subject.plan.team.reps.len();
    (reps > 0 && hours < Rhythm::DEFAULT_COACHING_HOURS).then(|| {
        Found::at("rhythm/coaching_hours")
            .with("hours", Figure::Hours(hours))
            .with("asked", Figure::Hours(Rhythm::DEFAULT_COACHING_HOURS))
            .counting("reps", reps)
    })
}
