//! # Stages without a milestone
//!
//! ## What it catches
//! Stages up to the win do not say what must have happened before a deal leaves them. Those
//! that hardly lose a deal are named by PRC002 instead.
//!
//! ## Why it matters
//! Without a milestone a stage is a feeling, and its conversion counts feelings. Two reps
//! then mean two things by the same stage.
//!
//! ## Example
//! "Qualifying", and the milestone is empty.
//!
//! ## What to do
//! Name something the buyer does, not the rep: "budget owner named", "needs signed".

use super::{by_motion, sure_without_milestone::is_sure};
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "PRC001",
    name: "stage-without-milestone",
    severity: Severity::WorthALook,
    of_emptiness: true,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    by_motion(subject, "milestone", |stage| {
        is_blank(&stage.milestone) && !is_sure(subject, stage)
    })
}
