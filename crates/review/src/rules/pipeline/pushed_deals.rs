//! # Deals that were pushed
//!
//! ## What it catches
//! Open deals whose expected close lies in the past.
//!
//! ## Why it matters
//! A deal is pushed when the buyer has no reason to decide. That reason is found, or missed,
//! in the needs assessment, long before the proposal.
//!
//! ## Example
//! Expected to close last month, still in "Proposal".
//!
//! ## What to do
//! Go back a step: do the needs assessment again with the person who decides, and ask what
//! waiting costs them. Then set a new date, or close the deal.

use plumbline_plan::chapter::pipeline::Deal;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP005",
    name: "pushed-deals",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let late = |deal: &&Deal| deal.expected_close.is_some_and(|date| date < subject.as_of);
    let deals: Vec<&Deal> = subject.plan.pipeline.deals.iter().filter(late).collect();
    let value = subject.value_of(deals.iter().copied());
    Some(super::of_deals(&deals)?.with("value", Figure::Money(value)))
}
