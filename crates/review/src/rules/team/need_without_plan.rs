//! # A need, and nothing done about it
//!
//! ## What it catches
//! A rep's need of skill, mindset or time is written down, and no coaching plan answers it.
//!
//! ## Why it matters
//! The need is known, so the money is lost knowingly. Training that meets one known need
//! costs little and is the kind that works.
//!
//! ## Example
//! "Puts price before need", and the coaching plan is empty.
//!
//! ## What to do
//! Write one exercise, who practises it with the rep, and when you look again.

use super::has_needs;
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "TEA022",
    name: "need-without-plan",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let reps = subject.plan.team.reps.iter();
    let without = reps
        .filter(|rep| has_needs(rep) && is_blank(&rep.coaching_plan))
        .filter(|rep| !subject.is_new(rep.started_on))
        .map(Subject::rep_path);
    Found::in_fields("team/reps", "reps", without.collect())
}
