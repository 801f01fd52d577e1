//! # One guess carries the answer
//!
//! ## What it catches
//! A single guess is more than a fifth of what the answer rests on.
//!
//! ## Why it matters
//! Whoever guessed it decides whether the target stands, and may not know.
//!
//! ## Example
//! The conversion of the first stage, a guess, carries 24%.
//!
//! ## What to do
//! Spend an hour on this one number: look it up, count it, or ask three people apart from
//! each other and enter their range.

use plumbline_forecast::model::Evidence;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share on one guess is much.
const MOST: f64 = 0.2;

pub(crate) const RULE: Rule = Rule {
    code: "CHK002",
    name: "one-guess-carries",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let influences = subject
        .forecast
        .iter()
        .flat_map(|forecast| &forecast.verdict.influences);
    influences
        .filter(|influence| influence.evidence == Evidence::Guess && influence.share > MOST)
        .map(|influence| {
            let path = influence.path.clone();
            Found::at(path.clone())
                .with("guess", Figure::Fields(vec![path]))
                .with("share", Figure::Share(influence.share))
        })
        .collect()
}
