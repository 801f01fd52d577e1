//! # No key figures
//!
//! ## What it catches
//! The scorecard keeps no figure.
//!
//! ## Why it matters
//! What is not counted cannot be corrected in time; the year-end number comes too late to
//! change anything.
//!
//! ## Example
//! Targets by month, and nothing that moves before them.
//!
//! ## What to do
//! Choose three with the team: two that move before the bookings, and the bookings.

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "SCO001",
    name: "no-key-figures",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let none = subject.plan.scorecard.key_figures.is_empty();
    none.then(|| Found::at("scorecard/key_figures"))
}
