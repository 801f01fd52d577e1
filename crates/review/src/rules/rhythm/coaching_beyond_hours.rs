//! # Coaching promised beyond the manager's hours
//!
//! ## What it catches
//! The coaching that the plan promises its reps is more than the manager has planned for it,
//! or more than the week leaves.
//!
//! ## Why it matters
//! What does not fit into the week is not done, and it is always the coaching that goes.
//!
//! ## Example
//! Eight hours for each of five reps are 40 a month; the manager has planned 26.
//!
//! ## What to do
//! Plan the hours, taking something else out of the manager's week if need be, or promise
//! less.

use plumbline_plan::{
    Edit,
    chapter::rhythm::{ManagerWeek, WEEKS_A_MONTH},
};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "RHY004",
    name: "coaching-beyond-hours",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let (rhythm, team) = (&subject.plan.rhythm, &subject.plan.team);
    if rhythm.manager_week == ManagerWeek::default() {
        return None;
    }
    let asked = rhythm.coaching_asked(team);
    let planned = rhythm.manager_week.coaching_a_month().unwrap_or(0.0);
    let taken = rhythm.manager_week.hours() + rhythm.manager_meeting_hours();
    // Coaching is part of what is taken; the rest of the week could still be given to it.
    let free = (team.manager.hours_a_week() - taken) * WEEKS_A_MONTH;
    let could = (planned + free).max(0.0);
    let short = asked > planned.min(could) * (1.0 + 1e-9);
    if asked <= 0.0 || !short {
        return None;
    }
    let found = Found::at("rhythm/manager_week/coaching")
        .and("rhythm/coaching_hours")
        .with("asked", Figure::Hours(asked))
        .with("planned", Figure::Hours(planned))
        .with("could", Figure::Hours(could));
    Some(if asked <= could {
        found.fix(Edit::set(
            "rhythm/manager_week/coaching",
            asked / WEEKS_A_MONTH,
        ))
    } else {
        found
    })
}
