//! # A stage that sorts nothing out
//!
//! ## What it catches
//! A stage before the win has a milestone, and 95% or more of its deals go on.
//!
//! ## Why it matters
//! A stage is there to find out who will not buy. One that lets everybody pass takes time and
//! hours and tells nothing.
//!
//! ## Example
//! "Needs assessment", milestone "form filled in", 98% go on.
//!
//! ## What to do
//! Ask more of the milestone, or join the stage with its neighbour.

use plumbline_plan::chapter::process::{Motion, Stage};

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

/// From here on a stage sorts nothing out.
const NEARLY_ALL: f64 = 0.95;

pub(crate) const RULE: Rule = Rule {
    code: "PRC005",
    name: "stage-sorts-nothing",
    severity: Severity::Hint,
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
    let stages = Subject::to_the_win(motion);
    let before_win = &stages[..stages.len().saturating_sub(1)];
    let found = |stage: &Stage| {
        let path = Subject::stage_path(motion, stage);
        let conversion = subject.average(&stage.conversion)?;
        (conversion >= NEARLY_ALL && !is_blank(&stage.milestone)).then(|| {
            Found::at(path.child("conversion"))
                .and(path.child("milestone"))
                .with("stage", Figure::Fields(vec![path]))
                .with("conversion", Figure::Share(conversion))
        })
    };
    before_win.iter().filter_map(found).collect()
}
