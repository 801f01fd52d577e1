//! # The title is not the job
//!
//! ## What it catches
//! Somebody titled vice president, director or chief sells half of the week or more: a rep
//! by their hours, the manager by the hours for accounts of their own.
//!
//! ## Why it matters
//! The title promises leading, the week holds selling. The customer is flattered, the team
//! is not led, and the next hire asks for the same title.
//!
//! ## Example
//! "VP of Sales" among the reps, with 30 selling hours a week.
//!
//! ## What to do
//! Give the job the title of what it does, or give the hours to leading and hire a rep for
//! the selling.

use plumbline_plan::{Quantity, chapter::team::Rep};

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::{non_selling_hours, text::is_leading_title, week},
};

/// From this share of the week on the job is selling.
const MOSTLY: f64 = 0.5;

pub(crate) const RULE: Rule = Rule {
    code: "TEA001",
    name: "title-not-the-job",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let team = &subject.plan.team;
    let rep = |rep: &Rep| {
        let hours = week(rep);
        let selling = hours - non_selling_hours(subject, rep);
        found(
            Subject::rep_path(rep).child("title"),
            &rep.title,
            selling,
            hours,
        )
    };
    let mut findings: Vec<Found> = team.reps.iter().filter_map(rep).collect();
    let own = subject.plan.rhythm.manager_week.own_accounts;
    findings.extend(found(
        "team/manager/title".into(),
        &team.manager.title,
        own.map_or(0.0, Quantity::get),
        team.manager.hours_a_week(),
    ));
    findings
}

fn found(path: plumbline_plan::FieldPath, title: &str, selling: f64, week: f64) -> Option<Found> {
    (is_leading_title(title) && week > 0.0 && selling >= MOSTLY * week).then(|| {
        Found::at(path)
            .with("title", Figure::Text(title.trim().to_owned()))
            .with("selling", Figure::Hours(selling))
            .with("week", Figure::Hours(week))
    })
}
