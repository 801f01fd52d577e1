//! Hours of the reps.

use chrono::NaiveDate;
use plumbline_plan::{
    FieldPath, Quantity,
    chapter::{
        rhythm::WEEKS_A_MONTH,
        team::{Ramp, Rep},
    },
};

use super::Subject;

/// Somebody is new for half a year.
const LATELY_DAYS: i64 = 183;

/// Working hours a week: as entered, else the usual week.
pub(crate) fn week(rep: &Rep) -> f64 {
    rep.hours_per_week
        .map_or(Rep::DEFAULT_HOURS_PER_WEEK, Quantity::get)
}

/// Hours a week that are not selling.
pub(crate) fn non_selling_hours(subject: &Subject<'_>, rep: &Rep) -> f64 {
    let tasks = rep.non_selling.iter();
    tasks
        .filter_map(|task| subject.average(&task.hours_per_week))
        .sum()
}

impl Subject<'_> {
    /// The field of a rep.
    pub(crate) fn rep_path(rep: &Rep) -> FieldPath {
        FieldPath::from("team/reps").child(rep.id.as_str())
    }

    /// Hours a month that all reps together have for selling, before meetings.
    pub(crate) fn selling_hours_a_month(&self) -> f64 {
        let rep = |rep: &Rep| (week(rep) - non_selling_hours(self, rep)).max(0.0);
        self.plan.team.reps.iter().map(rep).sum::<f64>() * WEEKS_A_MONTH
    }

    /// Whether somebody started within the last half year or is still to start.
    pub(crate) fn is_new(&self, started_on: Option<NaiveDate>) -> bool {
        started_on.is_some_and(|day| (self.as_of - day).num_days() < LATELY_DAYS)
    }

    /// The ramp that applies: one's own, else the team's.
    pub(crate) fn ramp<'r>(&'r self, own: Option<&'r Ramp>) -> &'r Ramp {
        own.unwrap_or(&self.plan.team.ramp)
    }
}
