//! # Deals nobody owns
//!
//! ## What it catches
//! The plan has reps, and open deals have no owner.
//!
//! ## Why it matters
//! What belongs to everybody is called by nobody.
//!
//! ## Example
//! Three deals from the trade fair without an owner.
//!
//! ## What to do
//! Give each a rep and a next step, today.

use plumbline_plan::chapter::pipeline::Deal;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP010",
    name: "deal-without-owner",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    if subject.plan.team.reps.is_empty() {
        return None;
    }
    let deals = subject.plan.pipeline.deals.iter();
    let without: Vec<&Deal> = deals.filter(|deal| deal.owner.is_none()).collect();
    let value = subject.value_of(without.iter().copied());
    Some(super::of_deals(&without)?.with("value", Figure::Money(value)))
}
