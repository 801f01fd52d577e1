//! # No customer database
//!
//! ## What it catches
//! The plan names no customer database.
//!
//! ## Why it matters
//! What is known of a customer leaves with the rep, nobody can see the pipeline, and the next
//! plan starts from guesses again.
//!
//! ## Example
//! The field is empty.
//!
//! ## What to do
//! Name the one in use; if there is none, the cheapest one that everybody fills in beats the
//! best one that nobody does.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "TEA006",
    name: "no-customer-database",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let none = is_blank(&subject.plan.team.customer_database);
    none.then(|| Found::at("team/customer_database"))
}
