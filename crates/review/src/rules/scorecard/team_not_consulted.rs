//! # Figures the team was not asked about
//!
//! ## What it catches
//! A key figure was not agreed with the team.
//!
//! ## Why it matters
//! People keep the figures they chose and get round those they were given.
//!
//! ## Example
//! "Calls a day: 40", decided upstairs.
//!
//! ## What to do
//! Show the team the target and ask which two figures would tell in time whether it holds.

use super::figures_where;
use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "SCO004",
    name: "team-not-consulted",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    figures_where(subject, |figure| !figure.agreed_with_team)
}
