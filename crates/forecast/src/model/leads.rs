//! Where leads come from, as numbers: given a month, or derived from activity.

use plumbline_plan::{FieldPath, Quantity, chapter::process};

use super::{AssumptionKind, Note, motion::Surroundings, register::Register};
use crate::calendar::{Calendar, weekdays};

/// Working days in an average month when nothing else is said.
const WORKING_DAYS: f64 = 365.25 / 12.0 * 5.0 / 7.0;

/// Where leads come from: in each cohort so many as the weight times the factors times
/// growth to the power of the cohort's month.
#[derive(Debug, Clone)]
pub struct LeadSource {
    /// Its field.
    pub path: FieldPath,
    /// Its identifier in the plan.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Season, days and, with activity, working days and the reps it names, by cohort.
    pub weights: Vec<f64>,
    /// With activity of the whole team, the people planned by cohort; they multiply the
    /// weights.
    pub people: Option<Vec<f64>>,
    /// The weight of an average month of the past.
    pub past_weight: f64,
    /// Places of the assumptions that multiply it.
    pub factors: Vec<usize>,
    /// Place of the assumption of one plus the monthly growth.
    pub growth: Option<usize>,
    /// The activity it comes from.
    pub activity: Option<Activity>,
}

impl LeadSource {
    /// Place of the assumption of hours for one activity, where leads come from activity
    /// that takes time.
    #[must_use]
    pub fn hours_each(&self) -> Option<usize> {
        self.activity.as_ref()?.hours_each
    }
}

/// The activity that brings leads.
#[derive(Debug, Clone)]
pub struct Activity {
    /// Place of activities a rep and day.
    pub per_day: usize,
    /// Place of the share that reaches somebody.
    pub contact_rate: usize,
    /// Place of the share of contacts that become leads.
    pub lead_rate: usize,
    /// Place of hours for one activity.
    pub hours_each: Option<usize>,
}

pub(super) fn lead_source(
    register: &mut Register,
    motion: &FieldPath,
    plan: &process::Motion,
    source: &process::LeadSource,
    about: &Surroundings,
) -> LeadSource {
    let path = motion.child("lead_sources").child(source.id.as_str());
    let calendar = about.calendar;
    let mut weights: Vec<f64> = calendar
        .cohorts
        .iter()
        .map(|span| plan.lead_season.weight(span.month) * span.share_of_month())
        .collect();
    let mut past_weight = 1.0;
    let mut people = None;
    let (factors, activity) = if source.from_activity {
        let field = path.child("activity");
        let plan = &source.activity;
        let activity = activity(register, &field, plan);
        if plan.reps.is_none() && !about.team.has_reps() {
            register
                .notes
                .push(Note::OnePersonAssumed { path: path.clone() });
        }
        for (weight, span) in weights.iter_mut().zip(&calendar.cohorts) {
            let reps = plan.reps.map_or(1.0, Quantity::get);
            let month = (
                Calendar::day(span.month.first_day()),
                Calendar::day(span.month.last_day()) + 1,
            );
            let days = plan
                .working_days
                .map_or_else(|| f64::from(weekdays(month.0, month.1)), Quantity::get);
            *weight *= reps * days;
        }
        if plan.reps.is_none() {
            let planned = calendar.cohorts.iter().map(|span| about.team.people(span));
            people = Some(planned.collect());
        }
        past_weight = plan
            .reps
            .map_or_else(|| about.team.people_now(calendar), Quantity::get)
            * plan.working_days.map_or(WORKING_DAYS, Quantity::get);
        (
            vec![activity.per_day, activity.contact_rate, activity.lead_rate],
            Some(activity),
        )
    } else {
        let variation = Some(about.lead_variation.max(0.01));
        let field = path.child("per_month");
        (
            vec![register.required(field, &source.per_month, AssumptionKind::Leads, variation)],
            None,
        )
    };
    LeadSource {
        id: source.id.to_string(),
        name: source.name.clone(),
        weights,
        people,
        past_weight,
        factors,
        growth: register.entered(
            path.child("growth"),
            &source.growth,
            AssumptionKind::Growth,
            None,
        ),
        activity,
        path,
    }
}

fn activity(register: &mut Register, path: &FieldPath, plan: &process::Activity) -> Activity {
    let kind = AssumptionKind::Conversion;
    Activity {
        per_day: register.required(
            path.child("per_day"),
            &plan.per_day,
            AssumptionKind::Leads,
            None,
        ),
        contact_rate: register.required(path.child("contact_rate"), &plan.contact_rate, kind, None),
        lead_rate: register.required(path.child("lead_rate"), &plan.lead_rate, kind, None),
        hours_each: register.entered(
            path.child("hours_each"),
            &plan.hours_each,
            AssumptionKind::Hours,
            None,
        ),
    }
}
