//! # A new rep without an onboarding plan
//!
//! ## What it catches
//! A rep who started within the last half year, or is still to start, has no coaching plan.
//!
//! ## Why it matters
//! The first months decide how fast somebody sells and whether they stay. Left alone, a new
//! rep learns the habits of whoever sits next to them.
//!
//! ## Example
//! Started in September, coaching plan empty.
//!
//! ## What to do
//! Write what the rep can do alone after 30, 60 and 90 days, and who practises it with them.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "TEA013",
    name: "no-onboarding",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let reps = subject.plan.team.reps.iter();
    let without = reps
        .filter(|rep| subject.is_new(rep.started_on) && is_blank(&rep.coaching_plan))
        .map(Subject::rep_path);
    Found::in_fields("team/reps", "reps", without.collect())
}
