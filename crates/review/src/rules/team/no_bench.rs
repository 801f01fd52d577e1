//! # Recruiting begins when a seat is empty
//!
//! ## What it catches
//! The plan has two reps or more and keeps no bench of people who could be asked.
//!
//! ## Why it matters
//! An empty seat costs its bookings every month, and a search that starts then takes months.
//! Talks held in good times shorten it, and make it easier to part from somebody.
//!
//! ## Example
//! Five reps, turnover of 12% a year, nobody on the bench.
//!
//! ## What to do
//! Keep two or three names, and speak to one of them each month.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Who sells alone, often the head of the firm, leaves no empty seat.
const FEWEST: usize = 2;

pub(crate) const RULE: Rule = Rule {
    code: "TEA009",
    name: "no-bench",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let team = &subject.plan.team;
    let reps = team.reps.len();
    if reps < FEWEST || !team.bench.is_empty() {
        return None;
    }
    let months = f64::from(subject.plan.targets.period.months.max(1));
    let a_seat = subject.target().unwrap_or(0.0) / months / reps as f64;
    Some(
        Found::at("team/bench")
            .counting("reps", reps)
            .with("a_seat", Figure::Money(a_seat)),
    )
}
