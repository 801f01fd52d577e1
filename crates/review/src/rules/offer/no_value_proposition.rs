//! # No value proposition
//!
//! ## What it catches
//! Nothing is written on what a customer gains.
//!
//! ## Why it matters
//! A rep who cannot say in one sentence what the customer gains talks about the product
//! instead, and then about the price.
//!
//! ## Example
//! Products and prices are listed, the value propositions are empty.
//!
//! ## What to do
//! For each segment one sentence with a figure: what is better for them a year later?

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "OFF001",
    name: "no-value-proposition",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let propositions = &subject.plan.offer.value_propositions;
    let none = propositions
        .iter()
        .all(|proposition| is_blank(&proposition.text));
    none.then(|| Found::at("offer/value_propositions"))
}
