//! # A rep without a pay plan
//!
//! ## What it catches
//! There are pay plans, and a rep has none.
//!
//! ## Why it matters
//! What is not written is remembered differently by each side, mostly in December.
//!
//! ## Example
//! Five reps, four of them paid by "Account manager".
//!
//! ## What to do
//! Choose the plan that applies, or write one for the role.

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PAY007",
    name: "rep-without-pay-plan",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    if subject.plan.compensation.pay_plans.is_empty() {
        return None;
    }
    let reps = subject.plan.team.reps.iter();
    let without: Vec<_> = reps
        .filter(|rep| rep.pay_plan.is_none())
        .map(Subject::rep_path)
        .collect();
    let fields = without.iter().map(|path| path.child("pay_plan")).collect();
    Some(Found::in_fields("compensation/pay_plans", "reps", without)?.leading_to(fields))
}
