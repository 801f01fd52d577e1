//! # The same coaching for all
//!
//! ## What it catches
//! Three reps or more have a coaching plan, and it is word for word the same.
//!
//! ## Why it matters
//! Coaching helps where it meets what one person needs. The same plan for all is a meeting
//! under another name.
//!
//! ## Example
//! "Monthly review" for each of five reps.
//!
//! ## What to do
//! Write one need for each rep, of skill, mindset or time, and what coaching will do about it
//! this quarter.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::{is_blank, normalized},
};

/// Fewer plans than these may be alike by chance.
const FEWEST: usize = 3;

pub(crate) const RULE: Rule = Rule {
    code: "TEA003",
    name: "same-coaching-for-all",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let reps = subject.plan.team.reps.iter();
    let plans: Vec<String> = reps
        .filter(|rep| !is_blank(&rep.coaching_plan))
        .map(|rep| normalized(&rep.coaching_plan))
        .collect();
    let same = plans.len() >= FEWEST && plans.iter().all(|plan| *plan == plans[0]);
    same.then(|| Found::at("team/reps").counting("reps", plans.len()))
}
