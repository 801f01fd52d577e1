//! # Built on guesses
//!
//! ## What it catches
//! More than half of what the answer rests on is one person's guesses.
//!
//! ## Why it matters
//! The calculation is exact and the numbers in it are not. The verdict may move a long way
//! with the first month of counting.
//!
//! ## Example
//! All conversions guessed, no record looked at.
//!
//! ## What to do
//! Take the guess that matters most, look it up in your own record or settle it with the
//! team, and enter counts (`7 of 20`) instead.

use plumbline_forecast::model::Evidence;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TGT003",
    name: "built-on-guesses",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let verdict = &subject.forecast?.verdict;
    let guesses = verdict.influences.iter();
    let first = { guesses }.find(|influence| influence.evidence == Evidence::Guess)?;
    verdict.mostly_guesses.then(|| {
        Found::at(first.path.clone())
            .with("share", Figure::Share(verdict.evidence.guess))
            .with("first", Figure::Fields(vec![first.path.clone()]))
    })
}
