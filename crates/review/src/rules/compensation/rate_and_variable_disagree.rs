//! # Rate and variable pay disagree
//!
//! ## What it catches
//! What the commission rate brings at quota differs from the variable pay by more than a
//! quarter.
//!
//! ## Why it matters
//! One of the two was promised and the other will be paid. The rep works it out in the first
//! month.
//!
//! ## Example
//! Variable pay of 26,000 at quota; 20% of the margin on the quota comes to 42,000.
//!
//! ## What to do
//! Decide what a rep at quota should earn, and work the rate out from it.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// A difference of more than this share of the variable pay is no rounding.
const MOST: f64 = 0.25;

pub(crate) const RULE: Rule = Rule {
    code: "PAY005",
    name: "rate-and-variable-disagree",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    super::each(subject, |pay, path| {
        let commission = pay.commission_at_quota()?;
        let variable = pay.pay_at_quota()? - f64::from(pay.base?);
        (variable > 0.0 && (commission - variable).abs() > MOST * variable).then(|| {
            Found::at(path.child("rate"))
                .and(path.child("variable"))
                .with("pay_plan", Figure::Fields(vec![path]))
                .with("commission", Figure::Money(commission))
                .with("variable", Figure::Money(variable))
        })
    })
}
