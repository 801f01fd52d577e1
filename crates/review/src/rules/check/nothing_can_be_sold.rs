//! # Nothing can be sold
//!
//! ## What it catches
//! The plan brings no bookings at all: some conversion, the leads or the deal value is
//! nothing.
//!
//! ## Why it matters
//! The chance of any target is then none, whatever else the plan says.
//!
//! ## Example
//! The conversion of "Closing" is 0%.
//!
//! ## What to do
//! Go to the field named and enter what really happens there.

use plumbline_plan::{FieldPath, chapter::process::Motion};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "CHK007",
    name: "nothing-can-be-sold",
    severity: Severity::Blocking,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let forecast = subject.forecast?;
    let booked: f64 = forecast.model.actual_bookings.iter().sum();
    if forecast.bookings.mean - booked > 0.0 {
        return None;
    }
    let motions = subject.plan.process.motions.iter();
    let cause = { motions }.find_map(|motion| cause(subject, motion));
    let cause = cause.unwrap_or_else(|| "process/motions".into());
    Some(Found::at(cause.clone()).with("cause", Figure::Fields(vec![cause])))
}

/// The first field that keeps a way of selling from selling.
fn cause(subject: &Subject<'_>, motion: &Motion) -> Option<FieldPath> {
    let path = Subject::motion_path(motion);
    let nothing = |value: Option<f64>| value.is_some_and(|value| value <= 0.0);
    if nothing(subject.average(&motion.deal_value)) {
        return Some(path.child("deal_value"));
    }
    let mut stages = Subject::to_the_win(motion).iter();
    let stage = stages.find(|stage| nothing(subject.average(&stage.conversion)));
    if let Some(stage) = stage {
        return Some(Subject::stage_path(motion, stage).child("conversion"));
    }
    let mut needs = subject.forecast?.verdict.required.motions.iter();
    let need = needs.find(|need| need.motion == path)?;
    (need.leads.provided.total <= 0.0).then(|| path.child("lead_sources"))
}
