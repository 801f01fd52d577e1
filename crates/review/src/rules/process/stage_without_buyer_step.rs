//! # Stages that no step of the buyer stands beside
//!
//! ## What it catches
//! Stages up to the win do not say what the buyer does meanwhile.
//!
//! ## Why it matters
//! Deals move when the buyer moves. A process that only lists the seller's steps counts
//! presentations held, not decisions taken.
//!
//! ## Example
//! "Proposal sent", and the buyer's step is empty.
//!
//! ## What to do
//! Ask a recent customer what they did between the first talk and the signature, and put
//! their steps beside yours.

use super::by_motion;
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "PRC004",
    name: "stage-without-buyer-step",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    by_motion(subject, "buyer_step", |stage| is_blank(&stage.buyer_step))
}
