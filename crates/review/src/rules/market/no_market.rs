//! # No target market
//!
//! ## What it catches
//! Neither target markets nor segments are written.
//!
//! ## Why it matters
//! Who sells to everyone spreads the hours of a small team over people who will not buy.
//!
//! ## Example
//! The process and the numbers are filled in, the market chapter is empty.
//!
//! ## What to do
//! Describe the one or two groups of customers who gain most, and how many of them there are.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "MKT001",
    name: "no-market",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let market = &subject.plan.market;
    let nothing = is_blank(&market.target_markets) && market.segments.is_empty();
    nothing.then(|| Found::at("market/target_markets").and("market/segments"))
}
