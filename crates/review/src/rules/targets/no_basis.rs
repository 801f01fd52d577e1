//! # A target without a basis
//!
//! ## What it catches
//! Nothing is written on where the target comes from.
//!
//! ## Why it matters
//! A number nobody can explain is nobody's number. It is defended in January and explained
//! away in December.
//!
//! ## Example
//! A target of 1,250,000, basis empty.
//!
//! ## What to do
//! Write what it rests on: last year plus what is new, and who agreed to it.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "TGT001",
    name: "no-basis",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    is_blank(&subject.plan.targets.basis).then(|| Found::at("targets/basis"))
}
