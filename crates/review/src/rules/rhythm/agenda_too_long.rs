//! # An agenda longer than its meeting
//!
//! ## What it catches
//! The items of an agenda take longer than the meeting.
//!
//! ## Why it matters
//! What stands last is never reached, or the meeting runs over, every week.
//!
//! ## Example
//! One hour, items of 90 minutes.
//!
//! ## What to do
//! Put first what moves deals, and move the rest to every other meeting.

use plumbline_plan::{Quantity, chapter::rhythm::Meeting};

use super::meeting_path;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY008",
    name: "agenda-too-long",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let found = |meeting: &Meeting| {
        let length = meeting.length?.get();
        let items = meeting.agenda.iter().filter_map(|item| item.length);
        let asked: f64 = items.map(Quantity::get).sum();
        let path = meeting_path(meeting);
        (asked > length + 1e-6).then(|| {
            Found::at(path.child("agenda"))
                .and(path.child("length"))
                .with("meeting", Figure::Fields(vec![path]))
                .with("asked", Figure::Hours(asked))
                .with("length", Figure::Hours(length))
        })
    };
    subject
        .plan
        .rhythm
        .meetings
        .iter()
        .filter_map(found)
        .collect()
}
