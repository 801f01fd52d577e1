//! # Nobody counts the activity
//!
//! ## What it catches
//! No leads come from counted activity, and no actuals hold activities: how many calls one
//! sale takes is unknown.
//!
//! ## Why it matters
//! Activity is the one thing a rep can do more of tomorrow. Without counts nobody can say how
//! much more it would take.
//!
//! ## Example
//! "20 leads a month", and nothing about where they come from.
//!
//! ## What to do
//! Count calls, visits and messages for two weeks, and enter one source as activity.

use plumbline_plan::chapter::process::Motion;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "SCO005",
    name: "no-activity-counts",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let plan = subject.plan;
    let from_activity = |motion: &Motion| {
        motion
            .lead_sources
            .iter()
            .any(|source| source.from_activity)
    };
    let counted = plan.process.motions.iter().any(from_activity);
    let mut actuals = plan.scorecard.actuals.iter();
    let entered = actuals.any(|actual| actual.activities.is_some());
    let first = plan.process.motions.first()?;
    (!counted && !entered).then(|| {
        Found::at(Subject::motion_path(first).child("lead_sources")).and("scorecard/actuals")
    })
}
