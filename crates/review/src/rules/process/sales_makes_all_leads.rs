//! # Sales makes all its leads itself
//!
//! ## What it catches
//! The plan has reps, and every lead comes from their own activity.
//!
//! ## Why it matters
//! Making interest is marketing's work. Reps who do all of it have fewer hours for those who
//! are interested already, and leads stop in every month in which deals keep them busy.
//!
//! ## Example
//! Calls to a bought list are the only source of leads; they take a third of the team's
//! hours.
//!
//! ## What to do
//! Agree with marketing, or with whoever does its work, on a number of leads a month, and
//! enter it as a source of its own.

use plumbline_plan::chapter::process::LeadSource;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PRC011",
    name: "sales-makes-all-leads",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let motions = &subject.plan.process.motions;
    let sources: Vec<&LeadSource> = motions
        .iter()
        .flat_map(|motion| &motion.lead_sources)
        .collect();
    let all_own = !sources.is_empty() && sources.iter().all(|source| source.from_activity);
    if subject.plan.team.reps.is_empty() || !all_own {
        return None;
    }
    let months = &subject.forecast?.verdict.capacity.months;
    let activity: f64 = months.iter().map(|month| month.activity).sum();
    let available: f64 = months.iter().map(|month| month.available).sum();
    let motion = motions
        .iter()
        .find(|motion| !motion.lead_sources.is_empty())?;
    let share = if available > 0.0 {
        activity / available
    } else {
        0.0
    };
    Some(
        Found::at(Subject::motion_path(motion).child("lead_sources"))
            .counting("sources", sources.len())
            .with("share", Figure::Share(share)),
    )
}
