//! # Nobody named who takes part in buying
//!
//! ## What it catches
//! The plan names no buying roles.
//!
//! ## Why it matters
//! Deals stall where somebody with a say was never spoken to. Who that is, is mostly the same
//! from customer to customer.
//!
//! ## Example
//! Proposals are walked through with the user, and finance stops them.
//!
//! ## What to do
//! Name who uses it, who pays and who can say no, what each of them cares about, and how they
//! are reached.

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "MKT006",
    name: "no-buying-roles",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let nobody = subject.plan.market.buying_roles.is_empty();
    nobody.then(|| Found::at("market/buying_roles"))
}
