//! # Luck decides
//!
//! ## What it catches
//! Fewer than five wins are to be expected in the whole period.
//!
//! ## Why it matters
//! With so few, one signature more or less decides the year, and neither a good nor a bad
//! result says much about the work.
//!
//! ## Example
//! Three wins a year of 400,000 each.
//!
//! ## What to do
//! Judge the year by what comes before the wins, count stage entries, and look for smaller
//! deals beside the large ones.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Fewer wins than these are decided by luck.
const FEWEST: f64 = 5.0;

pub(crate) const RULE: Rule = Rule {
    code: "CHK009",
    name: "luck-decides",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let forecast = subject.forecast?;
    let new: f64 = forecast
        .verdict
        .required
        .motions
        .iter()
        .map(|motion| motion.wins.provided.total)
        .sum();
    let chance = forecast
        .verdict
        .coverage
        .map_or(0.0, |coverage| coverage.win_chance);
    let wins = new + chance * forecast.model.open_deals.deals.len() as f64;
    (wins > 0.0 && wins < FEWEST && subject.on_one_scale())
        .then(|| Found::at("process/motions").with("wins", Figure::Count(wins)))
}
