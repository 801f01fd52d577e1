//! # Hours per deal nobody entered
//!
//! ## What it catches
//! The plan has reps, and no stage says how many hours a deal takes.
//!
//! ## Why it matters
//! Whether the team has time for the plan cannot be seen, and more leads look free.
//!
//! ## Example
//! Five reps, 400 leads, no hours.
//!
//! ## What to do
//! Enter rep hours per deal for each stage, from last week's calendar.

use plumbline_plan::chapter::process::{Motion, Stage};

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PRC008",
    name: "hours-unknown",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let reps = subject.plan.team.reps.len();
    let entered = |stage: &Stage| subject.average(&stage.hours_per_deal).is_some();
    let motions = &subject.plan.process.motions;
    let known = |motion: &Motion| motion.stages.iter().any(entered);
    let first = motions.first()?;
    (reps > 0 && !motions.iter().any(known)).then(|| {
        Found::at(Subject::motion_path(first).child("stages"))
            .and("team/reps")
            .counting("reps", reps)
    })
}
