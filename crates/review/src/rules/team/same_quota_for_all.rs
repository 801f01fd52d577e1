//! # The same quota for all
//!
//! ## What it catches
//! Three reps or more have the same quota, though some have been there for less than a year
//! and others for two years or longer.
//!
//! ## Why it matters
//! Who is new misses it and loses heart; who is established makes it by summer and rests.
//! The sum looks right and no single number is.
//!
//! ## Example
//! 300,000 for everyone, from the rep of ten years to the one who started in September.
//!
//! ## What to do
//! Set each quota from the person's territory, ramp and record.

use plumbline_plan::{Quantity, chapter::team::Rep};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Fewer reps than these may be alike by chance.
const FEWEST: usize = 3;
/// Somebody is a beginner in the first year.
const BEGINNER_DAYS: i64 = 365;
/// And established after two.
const ESTABLISHED_DAYS: i64 = 730;

pub(crate) const RULE: Rule = Rule {
    code: "TEA002",
    name: "same-quota-for-all",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let reps = &subject.plan.team.reps;
    let quotas: Vec<f64> = reps
        .iter()
        .filter_map(|rep| rep.quota.map(Quantity::get))
        .collect();
    let first = *quotas.first()?;
    let same = quotas.len() >= FEWEST && quotas.iter().all(|quota| *quota == first);
    let days = |rep: &Rep| rep.started_on.map(|day| (subject.as_of - day).num_days());
    let newest = reps
        .iter()
        .find(|rep| days(rep).is_some_and(|days| days < BEGINNER_DAYS))?;
    let oldest = reps
        .iter()
        .any(|rep| days(rep).is_none_or(|days| days >= ESTABLISHED_DAYS));
    let path = Subject::rep_path(newest);
    (same && oldest).then(|| {
        Found::at("team/reps")
            .and(path.child("quota"))
            .with("quota", Figure::Money(first))
            .counting("reps", quotas.len())
            .with("newest", Figure::Fields(vec![path]))
    })
}
