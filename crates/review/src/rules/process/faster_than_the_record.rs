//! # Faster than the record
//!
//! ## What it catches
//! In every way of selling the plan's middle deal is won in less than 70% of the days that
//! the firm's own record shows. Silent without imported deals.
//!
//! ## Why it matters
//! Deals that close faster on paper put next year's bookings into this one.
//!
//! ## Example
//! The plan reckons with 50 days, the record shows 90.
//!
//! ## What to do
//! Take over the times from history, or write what will make the buyer decide sooner.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Less than this share of the record is too fast.
const LEAST: f64 = 0.7;

pub(crate) const RULE: Rule = Rule {
    code: "PRC013",
    name: "faster-than-the-record",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let record = subject.history?.days_to_win?;
    let dates = &subject.forecast?.verdict.last_useful_dates;
    // Longer than the forecast looks ahead is not too fast.
    let slowest = dates
        .iter()
        .map(|date| date.median_days.map_or(f64::INFINITY, f64::from));
    let plan = slowest.reduce(f64::max)?;
    let first = subject.plan.process.motions.first()?;
    (plan < LEAST * record).then(|| {
        Found::at(Subject::motion_path(first).child("stages"))
            .with("plan", Figure::Days(plan))
            .with("record", Figure::Days(record))
    })
}
