//! # The team meets too seldom
//!
//! ## What it catches
//! There are two reps or more, and no meeting of the whole team at least every other week.
//!
//! ## Why it matters
//! Stuck deals stay stuck, and what one rep learned the others learn again. A meeting costs
//! hours; RHY002 looks at the other side.
//!
//! ## Example
//! One meeting a month, two hours.
//!
//! ## What to do
//! Meet every other week at least, with stuck deals first on the agenda. Half as long and
//! twice as often costs nothing more.

use plumbline_plan::{
    Edit, Quantity as _,
    chapter::rhythm::{Frequency, Meeting, whole_team},
};

use super::meeting_path;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY001",
    name: "meets-too-seldom",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let (rhythm, team) = (&subject.plan.rhythm, &subject.plan.team);
    let reps = team.reps.len();
    let of_all = |meeting: &&Meeting| meeting.people(team) >= reps as f64;
    let often =
        |meeting: &Meeting| matches!(meeting.every, Frequency::Weekly | Frequency::EveryOtherWeek);
    let mut meetings = rhythm.meetings.iter().filter(of_all);
    if reps < 2 || rhythm.meetings.iter().filter(of_all).any(often) {
        return None;
    }
    // What an hour together every other week would cost.
    let hours = whole_team(team) as f64 * Frequency::EveryOtherWeek.times_a_month();
    let cost = rhythm.hourly_cost.map_or(0.0, |cost| cost.get() * hours);
    let found = Found::at("rhythm/meetings")
        .counting("reps", reps)
        .with("hours", Figure::Hours(hours))
        .with("cost", Figure::Money(cost));
    Some(match meetings.next() {
        Some(meeting) => {
            let path = meeting_path(meeting).child("every");
            found.fix(Edit::set(path, Frequency::EveryOtherWeek))
        }
        None => found,
    })
}
