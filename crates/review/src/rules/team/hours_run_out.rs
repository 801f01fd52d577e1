//! # The hours run out
//!
//! ## What it catches
//! In some month the deals, lead-making and open deals ask for more hours than the team has.
//!
//! ## Why it matters
//! Work that does not fit waits, and the wins that wait fall out of the period. More leads
//! then bring nothing.
//!
//! ## Example
//! From October on the plan asks for 120% of the hours.
//!
//! ## What to do
//! Free hours first (work that is not selling, meetings), then pass on more leads, then hire.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TEA021",
    name: "hours-run-out",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let capacity = &subject.forecast?.verdict.capacity;
    let first = capacity.first_over?;
    let months = capacity.months.iter();
    let most = months
        .filter_map(|month| month.utilisation)
        .reduce(f64::max)?;
    let missing: f64 = capacity
        .months
        .iter()
        .map(|month| (month.asked() - month.available).max(0.0))
        .sum();
    Some(
        Found::at("team/reps")
            .with("month", Figure::Month(first))
            .with("most", Figure::Share(most))
            .with("missing", Figure::Hours(missing)),
    )
}
