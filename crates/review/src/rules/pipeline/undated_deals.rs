//! # Deals without a date
//!
//! ## What it catches
//! Open deals with neither a date of creation nor of entering their stage. The forecast takes
//! them as new.
//!
//! ## Why it matters
//! Without a date nobody sees that a deal has grown old, and its chance is overstated.
//!
//! ## Example
//! Ten deals typed from memory, dates empty.
//!
//! ## What to do
//! Enter when the first talk was; the month is enough.

use plumbline_plan::chapter::pipeline::Deal;

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP011",
    name: "undated-deals",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let deals = subject.plan.pipeline.deals.iter();
    let undated: Vec<&Deal> = deals
        .filter(|deal| deal.created_on.is_none() && deal.in_stage_since.is_none())
        .collect();
    super::of_deals(&undated)
}
