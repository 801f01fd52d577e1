//! # Quotas that do not add up to the target
//!
//! ## What it catches
//! Every rep has a quota, and together they are less than the target.
//!
//! ## Why it matters
//! If everybody makes their number the plan is still missed, and nobody feels it is theirs.
//!
//! ## Example
//! Five quotas of 200,000 for a target of 1,250,000.
//!
//! ## What to do
//! Find an owner for the rest: a higher quota where the territory bears it, a hire with a
//! date, the manager's own accounts.

use plumbline_plan::Quantity;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TEA019",
    name: "quotas-below-target",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let target = subject.target()?;
    let sum = sum_of_quotas(subject)?;
    // What rounding of single quotas may lose is no gap.
    (sum < 0.995 * target).then(|| {
        Found::at("team/reps")
            .and("targets/bookings")
            .with("quotas", Figure::Money(sum))
            .with("target", Figure::Money(target))
            .with("missing", Figure::Money(target - sum))
    })
}

/// The sum of all quotas; nothing without reps or when one has none.
pub(super) fn sum_of_quotas(subject: &Subject<'_>) -> Option<f64> {
    let reps = &subject.plan.team.reps;
    let quotas = reps.iter().map(|rep| rep.quota.map(Quantity::get));
    let sum = quotas.sum::<Option<f64>>()?;
    (!reps.is_empty()).then_some(sum)
}
