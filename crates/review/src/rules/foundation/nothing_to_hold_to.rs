//! # No values and no priorities
//!
//! ## What it catches
//! The foundation names neither a value nor a priority for the period.
//!
//! ## Why it matters
//! When two opportunities compete for the same hours, values and priorities decide. Without
//! them the loudest customer does.
//!
//! ## Example
//! A plan that begins with the target.
//!
//! ## What to do
//! Name two or three priorities of the period, and the values that no deal is worth breaking.

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "FND004",
    name: "nothing-to-hold-to",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let foundation = &subject.plan.foundation;
    let nothing = foundation.values.is_empty() && foundation.priorities.is_empty();
    nothing.then(|| Found::at("foundation/priorities").and("foundation/values"))
}
