//! # A variable share at the edge
//!
//! ## What it catches
//! Under a tenth or over seven tenths of the pay at quota is variable.
//!
//! ## Why it matters
//! With next to nothing variable, results do not show in pay; with nearly everything
//! variable, reps sell what closes today to whoever will sign, and leave after one bad
//! quarter.
//!
//! ## Example
//! Base 15,000, variable 65,000.
//!
//! ## What to do
//! Ask which of the two the job is: finding and closing alone bears more variable pay;
//! keeping customers, long cycles and team sales bear less.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Less than this is hardly variable.
const LEAST: f64 = 0.1;
/// More than this is hardly pay to live on.
const MOST: f64 = 0.7;

pub(crate) const RULE: Rule = Rule {
    code: "PAY001",
    name: "extreme-variable-share",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    super::each(subject, |pay, path| {
        let share = pay.variable_share()?;
        let at_quota = pay.pay_at_quota()?;
        (!(LEAST..=MOST).contains(&share)).then(|| {
            Found::at(path.child("variable"))
                .and(path.child("base"))
                .with("pay_plan", Figure::Fields(vec![path]))
                .with("share", Figure::Share(share))
                .with("pay", Figure::Money(at_quota))
        })
    })
}
