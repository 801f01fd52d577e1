//! # The open deals do not cover the rest
//!
//! ## What it catches
//! New leads can hardly close in time any more (less time is left than eight in ten wins
//! need), and the open deals are worth less than their part of the target takes at their own
//! odds.
//!
//! ## Why it matters
//! What is not in the list now will not be in this period's bookings. How many times the
//! target the list should be worth follows from the list's own odds; "three times" says no
//! more than that one in three is won.
//!
//! ## Example
//! Two months left, open deals worth 0.6 times the target, 0.9 times needed.
//!
//! ## What to do
//! Put the hours on the deals that can still close, bring forward what customers could buy
//! again, and say early what will be missing.

use super::too_few_leads::leads_still_help;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP007",
    name: "coverage-short",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let verdict = &subject.forecast?.verdict;
    let coverage = verdict.coverage?;
    let needed = coverage.needed?;
    let late = !leads_still_help(subject);
    (late && !subject.beyond_reach() && coverage.actual < needed).then(|| {
        Found::at("pipeline/deals")
            .and("targets/bookings")
            .with("actual", Figure::Times(coverage.actual))
            .with("needed", Figure::Times(needed))
            .with("left", Figure::Days(subject.days_left()))
    })
}
