//! # An objection without an answer
//!
//! ## What it catches
//! A likely objection is listed and has no answer.
//!
//! ## Why it matters
//! The objection will come. Who has no answer ready gives a discount.
//!
//! ## Example
//! "Our own system can do that too", and the answer is empty.
//!
//! ## What to do
//! Ask the rep who hears it least what they say, and write that down.

use plumbline_plan::FieldPath;

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "OFF005",
    name: "objection-without-answer",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let objections = subject.plan.offer.objections.iter();
    let list = FieldPath::from("offer/objections");
    let without = objections
        .filter(|objection| is_blank(&objection.answer))
        .map(|objection| list.child(objection.id.as_str()));
    Found::in_fields(&list, "objections", without.collect())
}
