//! # More leads than customers
//!
//! ## What it catches
//! A way of selling plans more leads in the period than its segment has customers in reach.
//!
//! ## Why it matters
//! Each lead is somebody of the segment. When there are more leads than people, either the
//! segment is larger than written or the leads will not come.
//!
//! ## Example
//! 400 leads in a year from a segment of 120 customers.
//!
//! ## What to do
//! Count the customers in reach again, or plan fewer leads here and open a further segment.

use plumbline_plan::{FieldPath, chapter::process::Motion};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "MKT008",
    name: "more-leads-than-customers",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    motions
        .filter_map(|motion| of_motion(subject, motion))
        .collect()
}

fn of_motion(subject: &Subject<'_>, motion: &Motion) -> Option<Found> {
    let segment = motion.segment.as_ref()?;
    let mut segments = subject.plan.market.segments.iter();
    let segment = segments.find(|other| other.id == *segment)?;
    let customers = subject.average(&segment.customers)?;
    let path = Subject::motion_path(motion);
    let mut needs = subject.forecast?.verdict.required.motions.iter();
    let leads = needs.find(|need| need.motion == path)?.leads.provided.total;
    let segment = FieldPath::from("market/segments").child(segment.id.as_str());
    (leads > customers).then(|| {
        Found::at(segment.child("customers"))
            .and(path.child("lead_sources"))
            .with("leads", Figure::Count(leads))
            .with("customers", Figure::Count(customers))
            .with("segment", Figure::Fields(vec![segment]))
    })
}
