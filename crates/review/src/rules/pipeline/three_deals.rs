//! # Three deals carry the pipeline
//!
//! ## What it catches
//! The three largest of four open deals or more make up over 40% of the value.
//!
//! ## Why it matters
//! The quarter then hangs on three decisions that other people take. One of them is always
//! postponed.
//!
//! ## Example
//! Twelve open deals worth 600,000, three of them 300,000.
//!
//! ## What to do
//! Add middle-sized deals with a short cycle, and plan what happens when the largest one is
//! lost.

use plumbline_plan::chapter::pipeline::Deal;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share on three deals is too much.
const MOST: f64 = 0.4;
/// With fewer deals three of them are all there is.
const FEWEST: usize = 4;

pub(crate) const RULE: Rule = Rule {
    code: "PIP001",
    name: "three-deals",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let mut deals: Vec<&Deal> = subject.plan.pipeline.deals.iter().collect();
    let all = subject.value_of(deals.iter().copied());
    if deals.len() < FEWEST || all <= 0.0 {
        return None;
    }
    deals.sort_by(|a, b| subject.deal_value(b).total_cmp(&subject.deal_value(a)));
    let largest = &deals[..3];
    let value = subject.value_of(largest.iter().copied());
    let share = value / all;
    if share <= MOST {
        return None;
    }
    Some(
        super::of_deals(largest)?
            .with("share", Figure::Share(share))
            .with("value", Figure::Money(value))
            .risk(Subject::without(largest.iter().copied())),
    )
}
