//! # No ideal customer profile
//!
//! ## What it catches
//! The profile has no attributes.
//!
//! ## Why it matters
//! Without a profile no opportunity can be scored, and reps decide by hope which ones get
//! their hours.
//!
//! ## Example
//! Segments are described, the profile below them is empty.
//!
//! ## What to do
//! Look at the last five customers you would like to have again. What was true of all of
//! them? What was true of the ones you regret? Those are the attributes.

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "MKT002",
    name: "no-profile",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let nothing = subject.plan.market.profile.is_empty();
    nothing.then(|| Found::at("market/profile"))
}
