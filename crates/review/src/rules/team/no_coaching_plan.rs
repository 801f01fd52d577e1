//! # Reps without a coaching plan
//!
//! ## What it catches
//! Established reps for whom neither a need nor a coaching plan is written.
//!
//! ## Why it matters
//! Nobody is finished learning. Who is never coached stays as good as today, and hears of it
//! only when the number is missed.
//!
//! ## Example
//! Five reps, coaching plans for the two new ones.
//!
//! ## What to do
//! Ask each of them what would make the next year easier, and write down one thing.

use super::has_needs;
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "TEA004",
    name: "no-coaching-plan",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let reps = subject.plan.team.reps.iter();
    let without = reps
        .filter(|rep| is_blank(&rep.coaching_plan) && !has_needs(rep))
        .filter(|rep| !subject.is_new(rep.started_on))
        .map(Subject::rep_path);
    Found::in_fields("team/reps", "reps", without.collect())
}
