//! # A bench gone cold
//!
//! ## What it catches
//! There are people on the bench, and none was spoken to within three months.
//!
//! ## Why it matters
//! A name is not a candidate. People who were interested in spring have signed elsewhere by
//! autumn.
//!
//! ## Example
//! One candidate, last contact ten months ago.
//!
//! ## What to do
//! Call each of them this month, and note the day.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Longer ago than this a contact is cold.
const COLD_DAYS: i64 = 92;

pub(crate) const RULE: Rule = Rule {
    code: "TEA010",
    name: "bench-gone-cold",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let bench = &subject.plan.team.bench;
    let last = bench
        .iter()
        .filter_map(|candidate| candidate.last_contact)
        .max()?;
    let days = (subject.as_of - last).num_days();
    (days > COLD_DAYS).then(|| {
        Found::at("team/bench")
            .counting("candidates", bench.len())
            .with("since", Figure::Days(days as f64))
    })
}
