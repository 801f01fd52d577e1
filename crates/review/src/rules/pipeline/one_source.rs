//! # One source carries the leads
//!
//! ## What it catches
//! More than 80% of the leads of the period come from one source.
//!
//! ## Why it matters
//! Sources dry up: a campaign ends, a partner changes sides, a search engine changes its
//! mind. With a second source that is a bad month; without, a bad year.
//!
//! ## Example
//! The website brings 17 leads a month, everything else 2.
//!
//! ## What to do
//! Build a second source now, while the first still works.

use plumbline_forecast::verdict::LeadNeed;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share from one source is too much.
const MOST: f64 = 0.8;

pub(crate) const RULE: Rule = Rule {
    code: "PIP002",
    name: "one-source",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let motions = &subject.forecast?.verdict.required.motions;
    let sources: Vec<&LeadNeed> = motions.iter().flat_map(|motion| &motion.sources).collect();
    let leads = |source: &LeadNeed| source.leads.provided.total;
    let all: f64 = sources.iter().map(|source| leads(source)).sum();
    let largest = sources
        .iter()
        .max_by(|a, b| leads(a).total_cmp(&leads(b)))?;
    let share = leads(largest) / all;
    (all > 0.0 && share > MOST).then(|| {
        Found::at(largest.source.clone())
            .with("source", Figure::Fields(vec![largest.source.clone()]))
            .with("share", Figure::Share(share))
            .with("leads", Figure::Count(all))
    })
}
