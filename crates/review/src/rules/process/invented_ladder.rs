//! # An invented ladder of percentages
//!
//! ## What it catches
//! Four or more conversions of a way of selling are all guesses and all full tens of
//! percent.
//!
//! ## Why it matters
//! Real conversions are not round. A ladder of tens comes from a database's settings or from
//! the wish for order, and the verdict is then as good as they are.
//!
//! ## Example
//! 20%, 40%, 60%, 80%.
//!
//! ## What to do
//! Count last year's deals stage by stage and type, for instance, `86 of 148`. Twenty deals
//! teach more than any ladder.

use plumbline_plan::{Source, chapter::process::Motion};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Fewer conversions than these may be round by chance.
const FEWEST: usize = 4;

pub(crate) const RULE: Rule = Rule {
    code: "PRC010",
    name: "invented-ladder",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    motions
        .filter_map(|motion| of_motion(subject, motion))
        .collect()
}

fn of_motion(subject: &Subject<'_>, motion: &Motion) -> Option<Found> {
    let stages = Subject::to_the_win(motion);
    let round = |share: f64| (share * 10.0 - (share * 10.0).round()).abs() < 1e-9;
    let invented = stages.iter().all(|stage| {
        matches!(stage.conversion.source, Source::Guess)
            && subject.average(&stage.conversion).is_some_and(round)
    });
    let path = Subject::motion_path(motion);
    (stages.len() >= FEWEST && invented).then(|| {
        Found::at(path.child("stages"))
            .with("motion", Figure::Fields(vec![path]))
            .counting("stages", stages.len())
    })
}
