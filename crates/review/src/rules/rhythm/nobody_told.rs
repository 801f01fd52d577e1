//! # Other departments are not told
//!
//! ## What it catches
//! Nothing is shared with any other department.
//!
//! ## Why it matters
//! Credit, stock and production hear of a deal when it is signed, and then say that it cannot
//! be done by then. The deal is lost after it was won.
//!
//! ## Example
//! A promise of delivery in six weeks that nobody in production has heard of.
//!
//! ## What to do
//! Name what credit, stock, production and service have to know and when, put it where they
//! look (the customer database), and give it an owner.

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY009",
    name: "nobody-told",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let nothing = subject.plan.rhythm.sharing.is_empty();
    nothing.then(|| Found::at("rhythm/sharing"))
}
