//! # Pay in place of managing
//!
//! ## What it catches
//! Half of the pay or more is variable, and nothing is written on how coaching is done.
//!
//! ## Why it matters
//! Pay tells people what the firm wants, not how to do it. Where it stands in for a manager,
//! the strong ones do well and nobody else learns.
//!
//! ## Example
//! 60% variable, coaching empty.
//!
//! ## What to do
//! Write how coaching is done, in a line, before you touch the pay plan again.

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

/// From this variable share on pay is meant to steer.
const STEERS: f64 = 0.5;

pub(crate) const RULE: Rule = Rule {
    code: "PAY006",
    name: "pay-in-place-of-managing",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let pay_plans = &subject.plan.compensation.pay_plans;
    let share = pay_plans
        .iter()
        .filter_map(|pay| pay.variable_share())
        .reduce(f64::max)?;
    (share >= STEERS && is_blank(&subject.plan.rhythm.coaching)).then(|| {
        Found::at("rhythm/coaching")
            .and("compensation/pay_plans")
            .with("share", Figure::Share(share))
    })
}
