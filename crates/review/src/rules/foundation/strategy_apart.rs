//! # The strategy stands apart from values and priorities
//!
//! ## What it catches
//! The strategy takes up no word of any value or priority (words of five letters or more are
//! compared by their beginning).
//!
//! ## Why it matters
//! A strategy that would read the same in any firm guides nobody, and is often copied
//! practice.
//!
//! ## Example
//! Values: "Shop floor first". Strategy: "Sell more than last year."
//!
//! ## What to do
//! Name the value or priority that each part of the strategy serves, or drop the part.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::{is_blank, share_a_word},
};

pub(crate) const RULE: Rule = Rule {
    code: "FND002",
    name: "strategy-apart",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let foundation = &subject.plan.foundation;
    let values = foundation.values.iter().map(|value| &value.name);
    let priorities = foundation
        .priorities
        .iter()
        .flat_map(|priority| [&priority.name, &priority.sales_part]);
    let held: Vec<&String> = values
        .chain(priorities)
        .filter(|text| !is_blank(text))
        .collect();
    let strategy = &foundation.strategy;
    let apart = !is_blank(strategy)
        && !held.is_empty()
        && !held.iter().any(|text| share_a_word(text, strategy));
    apart.then(|| {
        Found::at("foundation/strategy")
            .and("foundation/values")
            .and("foundation/priorities")
            .counting(
                "held",
                foundation.values.len() + foundation.priorities.len(),
            )
    })
}
