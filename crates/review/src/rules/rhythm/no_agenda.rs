//! # A meeting without an agenda
//!
//! ## What it catches
//! A regular meeting has nothing on its agenda.
//!
//! ## Why it matters
//! Without an agenda a sales meeting becomes a round of reports, and everybody waits for
//! their turn.
//!
//! ## Example
//! "Monday meeting", one hour, agenda empty.
//!
//! ## What to do
//! Stuck deals first; then what moved in the pipeline, one win and one loss, news.

use super::meeting_path;
use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY007",
    name: "no-agenda",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let meetings = subject.plan.rhythm.meetings.iter();
    let without = meetings
        .filter(|meeting| meeting.agenda.is_empty())
        .map(meeting_path);
    Found::in_fields("rhythm/meetings", "meetings", without.collect())
}
