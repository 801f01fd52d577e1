//! # A hire too late for the period
//!
//! ## What it catches
//! First day, ramp and the time to win of the middle deal, taken together, reach beyond the
//! end of the period.
//!
//! ## Why it matters
//! The hire costs this year and sells next year. That may be right, but this year's target
//! cannot count on it.
//!
//! ## Example
//! First day in September, five months of ramp, 70 days to a win, period to December.
//!
//! ## What to do
//! Hire earlier, from the bench, or leave the hire out of this year's hopes.

use plumbline_plan::{FieldPath, chapter::team::Hire};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TEA015",
    name: "hire-too-late",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let hires = subject.plan.team.hires.iter();
    hires.filter_map(|hire| of_hire(subject, hire)).collect()
}

fn of_hire(subject: &Subject<'_>, hire: &Hire) -> Option<Found> {
    let month = hire.month?;
    let dates = &subject.forecast?.verdict.last_useful_dates;
    let days = dates.iter().filter_map(|date| date.median_days).min()?;
    let ramp = subject.ramp(hire.ramp.as_ref()).0.len();
    let productive = month.plus(i32::try_from(ramp).ok()?).first_day();
    let first_win = productive + chrono::Days::new(u64::from(days));
    let path = FieldPath::from("team/hires").child(hire.id.as_str());
    (first_win > subject.plan.targets.period.last().last_day()).then(|| {
        Found::at(path.child("month"))
            .with("role", Figure::Fields(vec![path]))
            .with("month", Figure::Month(month))
            .counting("ramp", ramp)
            .with("cycle", Figure::Days(f64::from(days)))
    })
}
