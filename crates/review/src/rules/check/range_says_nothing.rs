//! # A range that says nothing
//!
//! ## What it catches
//! An assumption that counts has a high more than 25 times its low.
//!
//! ## Why it matters
//! A range from 1 to 30 says that nobody knows. The verdict then is that nobody knows
//! either.
//!
//! ## Example
//! Leads a month: 1 to 60.
//!
//! ## What to do
//! Ask: which value would surprise you one time in ten, below and above? Those are low and
//! high. If it is really that open, find out before planning on it.

use plumbline_plan::FieldPath;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// From this ratio of high to low on a range says nothing.
const MOST: f64 = 25.0;

pub(crate) const RULE: Rule = Rule {
    code: "CHK006",
    name: "range-says-nothing",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let assumptions = subject
        .forecast
        .iter()
        .flat_map(|forecast| &forecast.model.assumptions);
    let found = |path: &FieldPath| {
        let end = |name| subject.plan.field(&path.child(name)).ok()?.as_f64();
        let (low, high) = (end("low")?, end("high")?);
        (low >= 0.0 && high > MOST * low).then(|| {
            Found::at(path.clone())
                .with("field", Figure::Fields(vec![path.clone()]))
                .with("low", Figure::Count(low))
                .with("high", Figure::Count(high))
        })
    };
    assumptions
        .filter_map(|assumption| found(&assumption.path))
        .collect()
}
