//! # A sure stage without a milestone
//!
//! ## What it catches
//! A stage has no milestone and more than 80% of its deals go on.
//!
//! ## Why it matters
//! Nothing has to happen in this stage, so nearly everything passes it. The high conversion
//! is not skill: it is the missing milestone, and it makes later stages look bad.
//!
//! ## Example
//! "Pitch", no milestone, 90% go on to the proposal.
//!
//! ## What to do
//! Name what the buyer must do before the deal leaves the stage, then count again; or join
//! the stage with the next one.

use plumbline_plan::chapter::process::{Motion, Stage};

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

/// From here on a stage hardly loses a deal.
const SURE: f64 = 0.8;

pub(crate) const RULE: Rule = Rule {
    code: "PRC002",
    name: "sure-without-milestone",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    motions
        .flat_map(|motion| of_motion(subject, motion))
        .collect()
}

fn of_motion(subject: &Subject<'_>, motion: &Motion) -> Vec<Found> {
    let stages = Subject::to_the_win(motion).iter();
    let found = |stage: &Stage| {
        let path = Subject::stage_path(motion, stage);
        let conversion = subject.average(&stage.conversion)?;
        Some(
            Found::at(path.child("milestone"))
                .and(path.child("conversion"))
                .with("stage", Figure::Fields(vec![path]))
                .with("conversion", Figure::Share(conversion)),
        )
    };
    stages
        .filter(|stage| is_blank(&stage.milestone) && is_sure(subject, stage))
        .filter_map(found)
        .collect()
}

/// Whether nearly every deal goes on.
pub(super) fn is_sure(subject: &Subject<'_>, stage: &Stage) -> bool {
    subject
        .average(&stage.conversion)
        .is_some_and(|conversion| conversion > SURE)
}
