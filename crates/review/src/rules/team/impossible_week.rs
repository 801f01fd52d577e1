//! # A week nobody can work
//!
//! ## What it catches
//! A rep, a planned hire or the manager works more than 80 hours a week, or none at all.
//!
//! ## Why it matters
//! Whether the team has time for the plan is computed from these hours. With 400 of them
//! everything fits.
//!
//! ## Example
//! 160 hours a week, which is a month's.
//!
//! ## What to do
//! Enter the hours of a usual week. For somebody who leaves, enter the last day instead.

use plumbline_plan::{FieldPath, Hours, Quantity as _};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Longer weeks than this are mistyped.
const MOST: f64 = 80.0;

pub(crate) const RULE: Rule = Rule {
    code: "TEA023",
    name: "impossible-week",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let team = &subject.plan.team;
    let reps = team
        .reps
        .iter()
        .map(|rep| (Subject::rep_path(rep), rep.hours_per_week));
    let hires = team.hires.iter().map(|hire| {
        let path = FieldPath::from("team/hires").child(hire.id.as_str());
        (path, hire.hours_per_week)
    });
    let manager = (FieldPath::from("team/manager"), team.manager.hours_per_week);
    let all = reps.chain(hires).chain([manager]);
    all.filter_map(|(person, hours)| of(person, hours?))
        .collect()
}

fn of(person: FieldPath, hours: Hours) -> Option<Found> {
    let hours = hours.get();
    (hours <= 0.0 || hours > MOST).then(|| {
        Found::at(person.child("hours_per_week"))
            .with("person", Figure::Fields(vec![person]))
            .with("hours", Figure::Hours(hours))
    })
}
