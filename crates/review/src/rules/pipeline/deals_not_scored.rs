//! # Deals nobody scored
//!
//! ## What it catches
//! There is an ideal customer profile and ten open deals or more, and none of them is scored
//! against it.
//!
//! ## Why it matters
//! The profile is a page in the plan, and the hours go by the order of the mailbox.
//!
//! ## Example
//! 27 open deals, five attributes, no score.
//!
//! ## What to do
//! Score the ten largest; it takes ten seconds each. Call the best fits first.

use crate::rule::{Check, Found, Rule, Severity, Subject};

/// A shorter list is known by heart.
const FEWEST: usize = 10;

pub(crate) const RULE: Rule = Rule {
    code: "PIP013",
    name: "deals-not-scored",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let (deals, market) = (&subject.plan.pipeline.deals, &subject.plan.market);
    let none = market.opportunities.is_empty() && deals.iter().all(|deal| deal.score.is_none());
    (deals.len() >= FEWEST && !market.profile.is_empty() && none).then(|| {
        Found::at("pipeline/deals")
            .and("market/opportunities")
            .counting("deals", deals.len())
            .counting("attributes", market.profile.len())
    })
}
