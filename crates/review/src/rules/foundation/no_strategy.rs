//! # No sales strategy
//!
//! ## What it catches
//! Nothing is written on how the sales strategy follows from the firm's values and
//! priorities.
//!
//! ## Why it matters
//! Without it each rep follows a strategy of their own, and what worked elsewhere is copied
//! without asking whether it fits.
//!
//! ## Example
//! Values and priorities are filled in, the strategy below them is empty.
//!
//! ## What to do
//! Write two or three sentences: where we sell, how, and which value or priority makes it so.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "FND001",
    name: "no-strategy",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let blank = is_blank(&subject.plan.foundation.strategy);
    blank.then(|| Found::at("foundation/strategy"))
}
