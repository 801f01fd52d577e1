//! # A goal nobody can plan by
//!
//! ## What it catches
//! The chance the firm wants of its target is under 40% or over 95%.
//!
//! ## Why it matters
//! Below, the plan is made to fail more often than not; above, it has to be so careful that
//! hours lie idle.
//!
//! ## Example
//! A goal of 99%.
//!
//! ## What to do
//! 70% is a fair promise to the team, 80 to 90% to a bank.

use plumbline_plan::Quantity as _;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Goals a plan can be made by.
const USEFUL: std::ops::RangeInclusive<f64> = 0.4..=0.95;

pub(crate) const RULE: Rule = Rule {
    code: "TGT005",
    name: "goal-out-of-range",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let goal = subject.plan.targets.goal?.get();
    (!USEFUL.contains(&goal)).then(|| Found::at("targets/goal").with("goal", Figure::Share(goal)))
}
