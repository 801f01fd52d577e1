//! # A claim without proof
//!
//! ## What it catches
//! A differentiator has no proof beside it.
//!
//! ## Why it matters
//! Every competitor makes the same claims. What a buyer can check is what sets apart.
//!
//! ## Example
//! "Best service in the region", and no figure, reference or guarantee.
//!
//! ## What to do
//! Add a figure, a customer who says it, or a promise with a penalty; or take it out.

use plumbline_plan::FieldPath;

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "OFF004",
    name: "claim-without-proof",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let claims = subject.plan.offer.differentiators.iter();
    let list = FieldPath::from("offer/differentiators");
    let without = claims
        .filter(|claim| is_blank(&claim.proof))
        .map(|claim| list.child(claim.id.as_str()));
    Found::in_fields(&list, "claims", without.collect())
}
