//! # Work that is not selling
//!
//! ## What it catches
//! More than a third of a rep's week goes to tasks that are not selling.
//!
//! ## Why it matters
//! Selling hours are what the plan is made of. Offers, service questions and reports can
//! often be done by somebody else for less.
//!
//! ## Example
//! 15 of 40 hours: offers 4, service questions 8, reports 3.
//!
//! ## What to do
//! Move the largest task that somebody else could do, and give the hours back to the best
//! stage.

use plumbline_plan::{Edit, chapter::team::Rep};

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::{non_selling_hours, text::is_blank, week},
};

/// More than this share of a week is too much.
const MOST: f64 = 1.0 / 3.0;

pub(crate) const RULE: Rule = Rule {
    code: "TEA005",
    name: "non-selling-work",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let reps = subject.plan.team.reps.iter();
    reps.filter_map(|rep| of_rep(subject, rep)).collect()
}

fn of_rep(subject: &Subject<'_>, rep: &Rep) -> Option<Found> {
    let (hours, week) = (non_selling_hours(subject, rep), week(rep));
    if week <= 0.0 || hours <= MOST * week {
        return None;
    }
    let path = Subject::rep_path(rep);
    let list = path.child("non_selling");
    let could_move = rep
        .non_selling
        .iter()
        .filter(|task| !is_blank(&task.could_move_to));
    let (mut movable, mut edits) = (0.0, Vec::new());
    for task in could_move {
        movable += subject.average(&task.hours_per_week).unwrap_or(0.0);
        edits.push(Edit::remove(&list, task.id.as_str()));
    }
    let found = Found::at(list)
        .with("rep", Figure::Fields(vec![path]))
        .with("hours", Figure::Hours(hours))
        .with("week", Figure::Hours(week))
        .with("share", Figure::Share(hours / week))
        .with("movable", Figure::Hours(movable));
    Some(if edits.is_empty() {
        found
    } else {
        found.what_if(Edit::group(edits))
    })
}
