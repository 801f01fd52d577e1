//! # Deals won on the day they are created
//!
//! ## What it catches
//! No stage of a way of selling takes time.
//!
//! ## Why it matters
//! The forecast then counts every win in the month of its lead. Real deals take weeks; those
//! of the last months would close after the period.
//!
//! ## Example
//! Conversions are entered, the time in every stage is empty.
//!
//! ## What to do
//! Enter the days the middle deal spends in each stage; a guess with a range is enough to
//! begin with.

use plumbline_forecast::model::Note;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PRC006",
    name: "no-time",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let notes = subject
        .forecast
        .iter()
        .flat_map(|forecast| &forecast.verdict.notes);
    let found = |note: &Note| match note {
        Note::NoTime { path } => {
            Some(Found::at(path.child("stages")).with("motion", Figure::Fields(vec![path.clone()])))
        }
        _ => None,
    };
    notes.filter_map(found).collect()
}
