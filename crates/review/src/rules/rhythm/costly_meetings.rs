//! # Costly meetings
//!
//! ## What it catches
//! Regular meetings take more than 8% of the team's selling hours.
//!
//! ## Why it matters
//! Each hour together is an hour nobody sells, times everybody in the room.
//!
//! ## Example
//! A two-hour meeting every Monday and a monthly day: 14% of the selling hours.
//!
//! ## What to do
//! Shorten the longest one, send what is only told by mail, and keep the part in which deals
//! are moved.

use plumbline_plan::{Edit, Quantity as _, chapter::rhythm::Meeting};

use super::meeting_path;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share of the selling hours is costly.
const MOST: f64 = 0.08;

pub(crate) const RULE: Rule = Rule {
    code: "RHY002",
    name: "costly-meetings",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let (rhythm, team) = (&subject.plan.rhythm, &subject.plan.team);
    let reps = team.reps.len() as f64;
    let selling = subject.selling_hours_a_month();
    // Hours of reps alone: the manager's are not selling hours.
    let of = |meeting: &Meeting| {
        let length = meeting.length.map_or(0.0, |length| length.get());
        length * meeting.people(team).min(reps) * meeting.every.times_a_month()
    };
    let hours: f64 = rhythm.meetings.iter().map(of).sum();
    if selling <= 0.0 || hours <= MOST * selling {
        return None;
    }
    let costs = rhythm
        .meetings
        .iter()
        .filter_map(|meeting| rhythm.cost_a_month(meeting, team));
    let longest = rhythm
        .meetings
        .iter()
        .max_by(|a, b| of(a).total_cmp(&of(b)))?;
    let path = meeting_path(longest);
    let half = longest.length.map(|length| length.get() / 2.0);
    Some(
        Found::at(path.child("length"))
            .and("rhythm/meetings")
            .with("hours", Figure::Hours(hours))
            .with("share", Figure::Share(hours / selling))
            .with("cost", Figure::Money(costs.sum()))
            .with("meeting", Figure::Fields(vec![path.clone()]))
            .what_if(Edit::set(path.child("length"), half)),
    )
}
