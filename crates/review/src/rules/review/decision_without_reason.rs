//! # A decision without its reason
//!
//! ## What it catches
//! A decision does not say why it was taken.
//!
//! ## Why it matters
//! Without the reason it is discussed again at every meeting, and nobody knows when it may be
//! given up.
//!
//! ## Example
//! "No proposal without signed needs", why empty.
//!
//! ## What to do
//! Write the fact that decided it, in a line.

use plumbline_plan::FieldPath;

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "REV002",
    name: "decision-without-reason",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let list = FieldPath::from("review/decisions");
    let decisions = subject.plan.review.decisions.iter();
    let without = decisions
        .filter(|decision| is_blank(&decision.why))
        .map(|decision| list.child(decision.id.as_str()));
    Found::in_fields(&list, "decisions", without.collect())
}
