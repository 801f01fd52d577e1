//! # New people, and no time to learn
//!
//! ## What it catches
//! Somebody started within the last half year or is to be hired, and no ramp applies to them:
//! the plan counts them as fully productive from the first day.
//!
//! ## Why it matters
//! A new rep needs months. The hours that the plan counts on will not be there.
//!
//! ## Example
//! A hire in April, and no ramp for the team.
//!
//! ## What to do
//! Enter how productive the last new rep was in the first months.

use plumbline_plan::FieldPath;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TEA012",
    name: "no-ramp",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let team = &subject.plan.team;
    let reps = team
        .reps
        .iter()
        .filter(|rep| {
            subject.is_new(rep.started_on) && subject.ramp(rep.ramp.as_ref()).0.is_empty()
        })
        .map(Subject::rep_path);
    let hires = team
        .hires
        .iter()
        .filter(|hire| hire.month.is_some() && subject.ramp(hire.ramp.as_ref()).0.is_empty())
        .map(|hire| FieldPath::from("team/hires").child(hire.id.as_str()));
    Found::in_fields("team/ramp", "people", reps.chain(hires).collect())
}
