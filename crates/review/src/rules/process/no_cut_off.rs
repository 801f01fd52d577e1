//! # Stages without a cut-off
//!
//! ## What it catches
//! Stages up to the win name no age at which a deal is given up.
//!
//! ## Why it matters
//! Without a cut-off dead deals stay in the list, look like money, and take hours from those
//! that are alive.
//!
//! ## Example
//! A proposal from last spring still counts as open.
//!
//! ## What to do
//! Take the days that one deal in ten exceeds, and add half of that as the age to give up at.

use super::by_motion;
use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PRC007",
    name: "no-cut-off",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    by_motion(subject, "cut_off", |stage| stage.cut_off.is_none())
}
