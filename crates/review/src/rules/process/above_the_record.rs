//! # The plan wins more than the record shows
//!
//! ## What it catches
//! The plan's chance of winning a lead lies above what the firm's own record allows: above
//! the upper end of its 95% interval. Silent without imported deals.
//!
//! ## Why it matters
//! The record is what happened when everybody did their best. A plan that wins more needs a
//! reason that was not there before.
//!
//! ## Example
//! The plan wins 15% of its leads; of 262 leads in the record 20 were won.
//!
//! ## What to do
//! Take over the conversions from history, or write beside them what will be different.

use plumbline_forecast::distribution::Beta;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// The normal score of the upper end of a 95% interval.
const UPPER: f64 = 1.96;

pub(crate) const RULE: Rule = Rule {
    code: "PRC012",
    name: "above-the-record",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let counted = subject.history?.leads_won?;
    let record = counted.share()?;
    let (won, leads) = planned(subject);
    let plan = (leads > 0.0).then(|| won / leads)?;
    // Jeffreys interval (maths.md section 1).
    let interval = Beta::from_counts(counted.events as f64, counted.of as f64);
    let first = subject.plan.process.motions.first()?;
    (plan > interval.at_score(UPPER)).then(|| {
        Found::at(Subject::motion_path(first).child("stages"))
            .with("plan", Figure::Share(plan))
            .with("record", Figure::Share(record))
            .with("won", Figure::Count(counted.events as f64))
            .with("leads", Figure::Count(counted.of as f64))
    })
}

/// Leads of all ways of selling, and how many of them are won whenever that is.
fn planned(subject: &Subject<'_>) -> (f64, f64) {
    let mut sum = (0.0, 0.0);
    for motion in &subject.plan.process.motions {
        let Some(chance) = subject.chance_from(motion, 0) else {
            continue;
        };
        let path = Subject::motion_path(motion);
        let needs = subject
            .forecast
            .iter()
            .flat_map(|forecast| &forecast.verdict.required.motions);
        for need in needs.filter(|need| need.motion == path) {
            sum.0 += chance * need.leads.provided.total;
            sum.1 += need.leads.provided.total;
        }
    }
    sum
}
