//! # A territory far below its quota for half a year
//!
//! ## What it catches
//! A rep booked less than half of the quota over six months of actuals or more.
//!
//! ## Why it matters
//! The salary is the smallest part. The territory's bookings are lost, support spends its
//! energy there, and the team sees that results do not matter.
//!
//! ## Example
//! 40,000 of 150,000 booked in six months.
//!
//! ## What to do
//! Price it: what the territory loses each month against a vacancy and a new rep's ramp. Then
//! decide, and tell the person either way. Chance plays a part in small numbers; look at
//! activity and stage entries before you judge.

use plumbline_plan::chapter::team::Rep;

use super::{Record, slump_without_plan::LONG_MONTHS};
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TEA017",
    name: "low-performer-kept",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let reps = subject.plan.team.reps.iter();
    reps.filter_map(|rep| of_rep(subject, rep)).collect()
}

fn of_rep(subject: &Subject<'_>, rep: &Rep) -> Option<Found> {
    let record = Record::of(subject, rep)?;
    let path = Subject::rep_path(rep);
    let a_month = (record.expected - record.booked) / record.months as f64;
    (record.months >= LONG_MONTHS && record.is_far_below()).then(|| {
        Found::at(path.clone())
            .and("scorecard/actuals")
            .with("rep", Figure::Fields(vec![path]))
            .with("booked", Figure::Money(record.booked))
            .with("expected", Figure::Money(record.expected))
            .counting("months", record.months)
            .with("a_month", Figure::Money(a_month))
    })
}
