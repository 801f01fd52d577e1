//! # Sharing without an owner
//!
//! ## What it catches
//! Something is to be shared with another department, and nobody owns it.
//!
//! ## Why it matters
//! Friction between departments is nobody's fault and everybody's delay. One name ends it.
//!
//! ## Example
//! "Service: start dates", owner empty.
//!
//! ## What to do
//! Put a name beside it, of somebody who has the time.

use plumbline_plan::FieldPath;

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "RHY010",
    name: "sharing-without-owner",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let list = FieldPath::from("rhythm/sharing");
    let sharing = subject.plan.rhythm.sharing.iter();
    let without = sharing
        .filter(|sharing| is_blank(&sharing.owner))
        .map(|sharing| list.child(sharing.id.as_str()));
    Found::in_fields(&list, "departments", without.collect())
}
