//! # Months nobody entered
//!
//! ## What it catches
//! Months of the period are over and no bookings were entered for them. The forecast counts
//! them as nothing.
//!
//! ## Why it matters
//! The verdict is too low by what was really booked, and nobody can see whether the plan
//! holds.
//!
//! ## Example
//! It is April, and January to March are empty.
//!
//! ## What to do
//! Enter the bookings of each month, for the team or rep by rep.

use plumbline_forecast::model::Note;
use plumbline_plan::Month;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "SCO007",
    name: "months-without-actuals",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let notes = subject.forecast?.verdict.notes.iter();
    let months: Vec<Month> = notes
        .filter_map(|note| match note {
            Note::NoActuals { month } => Some(*month),
            _ => None,
        })
        .collect();
    let first = *months.first()?;
    Some(
        Found::at("scorecard/actuals")
            .counting("months", months.len())
            .with("first", Figure::Month(first)),
    )
}
