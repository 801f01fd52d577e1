//! # The target takes more of the market than it can
//!
//! ## What it catches
//! The target of a year is more than half of what all customers in reach spend in a year on
//! offers like this. Silent while a segment lacks its figures.
//!
//! ## Why it matters
//! Market and target were written by the same hand and contradict each other. Either the
//! market is described too small or the target asks for a share that hardly any firm has.
//!
//! ## Example
//! 200 customers in reach spend 5,000 a year each; the target is 800,000.
//!
//! ## What to do
//! Check the number of customers and what one of them spends; then the target.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share of a market is taken for a contradiction.
const MOST: f64 = 0.5;

pub(crate) const RULE: Rule = Rule {
    code: "MKT007",
    name: "target-larger-than-market",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let market = &subject.plan.market;
    // With a segment left out the market is larger than the sum.
    if market
        .segments
        .iter()
        .any(|segment| segment.total_spend().is_none())
    {
        return None;
    }
    let spend = market.yearly_spend().filter(|spend| *spend > 0.0)?;
    let share = subject.target()? / subject.years() / spend;
    (share > MOST).then(|| {
        Found::at("market/segments")
            .and("targets/bookings")
            .with("share", Figure::Share(share))
            .with("spend", Figure::Money(spend))
    })
}
