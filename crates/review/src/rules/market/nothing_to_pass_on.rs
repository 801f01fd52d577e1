//! # Nothing to pass on
//!
//! ## What it catches
//! The plan does not say which opportunities to pass on.
//!
//! ## Why it matters
//! Hours are the scarce good of a sales team. A plan that never says no gives them to
//! whoever asks first.
//!
//! ## Example
//! "Seize" is filled in, "pass on" is empty.
//!
//! ## What to do
//! Name the kind of opportunity that cost many hours last year and came to nothing.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "MKT005",
    name: "nothing-to-pass-on",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    is_blank(&subject.plan.market.pass_on).then(|| Found::at("market/pass_on"))
}
