//! # A priority without a part for sales
//!
//! ## What it catches
//! A priority of the period says nothing on what sales does for it.
//!
//! ## Why it matters
//! A priority that nobody in sales has a part in is a wish; the plan cannot be checked
//! against it.
//!
//! ## Example
//! "Grow with groups of plants", and nothing beside it.
//!
//! ## What to do
//! Write what sales will do for it, or take it off the list.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "FND003",
    name: "priority-without-sales-part",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let priorities = subject.plan.foundation.priorities.iter();
    let without = priorities
        .filter(|priority| is_blank(&priority.sales_part))
        .map(|priority| {
            format!("foundation/priorities/{}", priority.id)
                .as_str()
                .into()
        });
    Found::in_fields("foundation/priorities", "priorities", without.collect())
}
