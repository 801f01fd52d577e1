//! # Growth that runs away
//!
//! ## What it catches
//! A lead source grows, or shrinks, by more than 15% a month.
//!
//! ## Why it matters
//! Month upon month that is more than five times as many leads after a year. A yearly growth
//! typed as a monthly one looks just like it.
//!
//! ## Example
//! 20% a month: nine times as many after twelve months.
//!
//! ## What to do
//! Divide a yearly growth by twelve, or leave growth out and plan the leads by season.

use plumbline_plan::{FieldPath, chapter::process::LeadSource};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Faster than this a month is no growth to plan on.
const MOST: f64 = 0.15;

pub(crate) const RULE: Rule = Rule {
    code: "CHK008",
    name: "growth-runs-away",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let found = |path: FieldPath, source: &LeadSource| {
        let growth = subject.average(&source.growth)?;
        let mut year = 1.0;
        (0..12).for_each(|_| year *= 1.0 + growth);
        (growth.abs() > MOST).then(|| {
            Found::at(path.child("growth"))
                .with("source", Figure::Fields(vec![path]))
                .with("growth", Figure::Share(growth))
                .with("year", Figure::Times(year))
        })
    };
    let mut findings = Vec::new();
    for motion in &subject.plan.process.motions {
        let list = Subject::motion_path(motion).child("lead_sources");
        let sources = motion.lead_sources.iter();
        findings.extend(sources.filter_map(|source| found(list.child(source.id.as_str()), source)));
    }
    findings
}
