//! # No positioning
//!
//! ## What it catches
//! Nothing is written on how the offer stands against the alternatives.
//!
//! ## Why it matters
//! Buyers compare, if only with doing nothing. Who does not say how, leaves it to the
//! competitor.
//!
//! ## Example
//! Value propositions are written, positioning is empty.
//!
//! ## What to do
//! Finish the sentence: simpler than ..., more ... than ..., for customers who ...

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "OFF003",
    name: "no-positioning",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    is_blank(&subject.plan.offer.positioning).then(|| Found::at("offer/positioning"))
}
