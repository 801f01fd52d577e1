//! # The hours run out
//!
//! ## What it catches
//! Deals and lead-making ask for more hours than the team has, and for want of them half a
//! percent of the target or more falls out of the period.
//!
//! ## Why it matters
//! Work that does not fit waits, and the wins that wait come too late. More leads then bring
//! nothing.
//!
//! ## Example
//! From October on the plan asks for 120% of the hours.
//!
//! ## What to do
//! Free hours first (work that is not selling, meetings), then pass on more leads, then hire.

use plumbline_forecast::MonthLoad;
use plumbline_plan::Edit;

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

/// Less than this share of the target is not worth a word.
const NOTED: f64 = 0.005;

pub(crate) const RULE: Rule = Rule {
    code: "TEA021",
    name: "hours-run-out",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    if !applies(subject) {
        return None;
    }
    let capacity = &subject.forecast?.verdict.capacity;
    // What referrals ask for waits without being asked for in the plan of any month.
    let waits = |load: &&MonthLoad| load.waiting > 0.0;
    let first = capacity.months.iter().find(waits).map(|load| load.month);
    let found = Found::at("team/reps")
        .with("month", Figure::Month(capacity.first_over.or(first)?))
        .with("slipped", Figure::Money(capacity.slipped_bookings));
    let moved = move_what_others_could_do(subject);
    Some(if moved.is_empty() {
        found
    } else {
        found.what_if(Edit::group(moved))
    })
}

/// Whether hours run out so that it is felt.
pub(crate) fn applies(subject: &Subject<'_>) -> bool {
    let slipped = subject
        .forecast
        .map_or(0.0, |forecast| forecast.verdict.capacity.slipped_bookings);
    slipped > NOTED * subject.target().unwrap_or(0.0)
}

/// The edits that take tasks from the reps which somebody else could do.
fn move_what_others_could_do(subject: &Subject<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for rep in &subject.plan.team.reps {
        let list = Subject::rep_path(rep).child("non_selling");
        let tasks = rep.non_selling.iter();
        let movable = tasks.filter(|task| !is_blank(&task.could_move_to));
        edits.extend(movable.map(|task| Edit::remove(&list, task.id.as_str())));
    }
    edits
}
