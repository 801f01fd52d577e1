//! # The cycle is longer than the time left
//!
//! ## What it catches
//! The middle deal of a way of selling needs more days to be won than are left in the period.
//!
//! ## Why it matters
//! Most leads from today on close after the period, however good they are. Working harder at
//! the front cannot help this year's number.
//!
//! ## Example
//! 120 days to a win, 60 days left.
//!
//! ## What to do
//! Shorten the cycle where the buyer waits for you, offer a smaller first step that closes
//! sooner, and put the hours on what is open.

use plumbline_plan::chapter::process::Motion;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// The what-if: every stage takes this much of its time.
const SHORTER: f64 = 0.75;

pub(crate) const RULE: Rule = Rule {
    code: "PIP009",
    name: "cycle-longer-than-time",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    motions
        .filter_map(|motion| of_motion(subject, motion))
        .collect()
}

fn of_motion(subject: &Subject<'_>, motion: &Motion) -> Option<Found> {
    let path = Subject::motion_path(motion);
    let mut dates = subject.forecast?.verdict.last_useful_dates.iter();
    let date = dates.find(|date| date.motion == path)?;
    let days = date
        .median_days
        .map_or_else(|| middle_times(subject, motion), f64::from);
    let left = subject.days_left();
    (days > left).then(|| {
        Found::at(path.child("stages"))
            .and("targets/period")
            .with("motion", Figure::Fields(vec![path]))
            .with("cycle", Figure::Days(days))
            .with("left", Figure::Days(left))
            .what_if(Subject::scale_times(motion, SHORTER))
    })
}

/// The middle times of all stages, where the whole is longer than the forecast looks ahead.
fn middle_times(subject: &Subject<'_>, motion: &Motion) -> f64 {
    let stages = Subject::to_the_win(motion).iter();
    stages
        .filter_map(|stage| subject.average(&stage.time_in_stage))
        .sum()
}
