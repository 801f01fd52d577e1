//! # A figure without a goal
//!
//! ## What it catches
//! A key figure has no goal.
//!
//! ## Why it matters
//! Without a goal nobody knows whether 12 is good.
//!
//! ## Example
//! "Needs assessments on site", goal empty.
//!
//! ## What to do
//! Take the goal from the required column of the reality check, per week or per rep.

use super::figures_where;
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "SCO008",
    name: "figure-without-goal",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    figures_where(subject, |figure| is_blank(&figure.goal))
}
