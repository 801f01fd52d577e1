//! # The target lies beyond what the plan can bring
//!
//! ## What it catches
//! The target is above the bookings that nine in ten outcomes stay under (P90).
//!
//! ## Why it matters
//! Set between challenging and impossible, it has no basis in the plan's own numbers. Reps
//! see that by spring and stop counting.
//!
//! ## Example
//! Nine in ten outcomes stay under 900,000; the target is 1,250,000.
//!
//! ## What to do
//! Either change what the plan does (more leads, a better stage, more time), or lower the
//! target to one with the chance you want, or call it a dream and plan for another number.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TGT002",
    name: "beyond-reach",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let forecast = subject.forecast?;
    let target = subject.target()?;
    if !subject.beyond_reach() || !subject.on_one_scale() {
        return None;
    }
    let found = Found::at("targets/bookings")
        .with("target", Figure::Money(target))
        .with("high", Figure::Money(forecast.bookings.p90))
        .with("middle", Figure::Money(forecast.bookings.p50))
        .with("chance", Figure::Chance(forecast.probability));
    // So much more would have to come in for the expected bookings to meet the target.
    let factor = forecast
        .verdict
        .required
        .factor
        .filter(|factor| *factor > 1.0);
    Some(match factor {
        Some(factor) => found.what_if(subject.scale_leads(factor)),
        None => found,
    })
}
