//! # Joint calls in place of coaching
//!
//! ## What it catches
//! The manager spends as many hours on joint calls that are not coaching as on coaching, or
//! more.
//!
//! ## Why it matters
//! On a joint call the manager sells and the rep watches. It feels like coaching and teaches
//! that the manager will do it.
//!
//! ## Example
//! Joint calls 7 hours a week, coaching 6.
//!
//! ## What to do
//! Go along and say nothing; talk afterwards. That hour counts as coaching.

use plumbline_plan::Quantity;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY006",
    name: "joint-calls-as-coaching",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let week = &subject.plan.rhythm.manager_week;
    let joint = week.joint_calls.map_or(0.0, Quantity::get);
    let coaching = week.coaching.map_or(0.0, Quantity::get);
    let leads = !subject.plan.team.reps.is_empty();
    (leads && joint > 0.0 && joint >= coaching).then(|| {
        Found::at("rhythm/manager_week/joint_calls")
            .and("rhythm/manager_week/coaching")
            .with("joint", Figure::Hours(joint))
            .with("coaching", Figure::Hours(coaching))
    })
}
