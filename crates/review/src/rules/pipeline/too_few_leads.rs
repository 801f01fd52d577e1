//! # Too few leads for the target
//!
//! ## What it catches
//! At the plan's own rates the target needs over 5% more leads than planned, and leads
//! created now can still close in time. Where the target is beyond reach altogether, or the
//! hours run out, TGT002 or TEA021 says so instead.
//!
//! ## Why it matters
//! Everything after the first contact can be right, and the target is missed for want of
//! people to talk to.
//!
//! ## Example
//! 391 leads planned, 480 needed.
//!
//! ## What to do
//! Find out which source can grow by that much, and by when; leads after the last useful day
//! help next year only.

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    rules::team::hours_run_out,
};

/// Up to this factor the gap is within what nobody plans better.
const NOTED: f64 = 1.05;

pub(crate) const RULE: Rule = Rule {
    code: "PIP006",
    name: "too-few-leads",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let required = &subject.forecast?.verdict.required;
    let factor = required.factor.filter(|factor| *factor > NOTED)?;
    if subject.beyond_reach() || !leads_still_help(subject) || hours_run_out::applies(subject) {
        return None;
    }
    let planned: f64 = required
        .motions
        .iter()
        .map(|motion| motion.leads.provided.total)
        .sum();
    let first = subject.plan.process.motions.first()?;
    Some(
        Found::at(Subject::motion_path(first).child("lead_sources"))
            .with("planned", Figure::Count(planned))
            .with("needed", Figure::Count((planned * factor).ceil()))
            .with("more", Figure::Count((planned * (factor - 1.0)).ceil()))
            .what_if(subject.scale_leads(factor)),
    )
}

/// Whether in some way of selling eight in ten of the wins among today's leads still come in
/// time.
pub(super) fn leads_still_help(subject: &Subject<'_>) -> bool {
    let dates = subject
        .forecast
        .iter()
        .flat_map(|forecast| &forecast.verdict.last_useful_dates);
    { dates }.any(|date| date.safe.is_some_and(|day| day >= subject.as_of))
}
