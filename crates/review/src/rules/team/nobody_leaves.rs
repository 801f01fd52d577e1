//! # Nobody ever leaves
//!
//! ## What it catches
//! The plan has three reps or more and reckons with nobody leaving.
//!
//! ## Why it matters
//! People leave, and their deals wait. A plan that needs everybody all year has no reserve.
//!
//! ## Example
//! Five reps, and the share who leave within a year is empty.
//!
//! ## What to do
//! Count who left in the last three years, and enter the share and how long the seats stayed
//! empty.

use crate::rule::{Check, Found, Rule, Severity, Subject};

/// In smaller teams nobody leaving for a year is likely enough.
const FEWEST: usize = 3;

pub(crate) const RULE: Rule = Rule {
    code: "TEA011",
    name: "nobody-leaves",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let team = &subject.plan.team;
    let leaves = subject
        .average(&team.turnover)
        .is_some_and(|share| share > 0.0);
    (team.reps.len() >= FEWEST && !leaves).then(|| {
        Found::at("team/turnover")
            .and("team/vacancy")
            .counting("reps", team.reps.len())
    })
}
