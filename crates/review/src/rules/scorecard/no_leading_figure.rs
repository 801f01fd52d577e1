//! # No leading figure
//!
//! ## What it catches
//! All key figures move after the bookings do.
//!
//! ## Why it matters
//! Bookings and margin say what was, when nothing can be done about it. Calls, first talks
//! and needs assessments say what will be.
//!
//! ## Example
//! Bookings, margin, customers kept.
//!
//! ## What to do
//! Add the stage entry that best foretells your wins, with a goal a week.

use plumbline_plan::chapter::scorecard::Timing;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "SCO002",
    name: "no-leading-figure",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let figures = &subject.plan.scorecard.key_figures;
    let lagging = figures
        .iter()
        .all(|figure| figure.timing == Timing::Lagging);
    (!figures.is_empty() && lagging)
        .then(|| Found::at("scorecard/key_figures").counting("figures", figures.len()))
}
