//! # Stages without activities
//!
//! ## What it catches
//! Stages up to the win do not say what the rep does in them.
//!
//! ## Why it matters
//! A new rep cannot follow the process, and nobody can tell a bad week from a bad way of
//! working.
//!
//! ## Example
//! "Closing", and the activities are empty.
//!
//! ## What to do
//! Watch the rep who is best at the stage and write down what they do, in a line.

use super::by_motion;
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "PRC003",
    name: "stage-without-activities",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    by_motion(subject, "activities", |stage| is_blank(&stage.activities))
}
