//! # No open deals listed
//!
//! ## What it catches
//! The plan starts from a running business and lists no open deals.
//!
//! ## Why it matters
//! What is under way decides the first months. Without the list the plan takes an average of
//! the past instead.
//!
//! ## Example
//! A plan for the coming year, the list empty.
//!
//! ## What to do
//! Type the ten largest, or import the list from the customer database. If nothing is under
//! way, say that the plan starts from nothing.

use plumbline_plan::chapter::pipeline::StartingPoint;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP015",
    name: "no-deals-listed",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let pipeline = &subject.plan.pipeline;
    let none =
        pipeline.deals.is_empty() && pipeline.starting_from == StartingPoint::RunningBusiness;
    none.then(|| Found::at("pipeline/deals").and("pipeline/starting_from"))
}
