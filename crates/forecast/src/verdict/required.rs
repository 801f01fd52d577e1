//! What the target asks for against what the plan provides (maths.md section 5): leads,
//! deals at each stage, activities a day, hours.

use plumbline_plan::FieldPath;
use serde::Serialize;

use crate::{
    Outcome,
    calendar::{Calendar, DAYS_A_MONTH, Span, weekdays},
    flow::{Bookings, Leads, Origin, StageEntries},
    model::{LeadSource, Model, Motion},
};

/// Required against provided, from the as-of date to the end of the period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Required {
    /// By how much all planned new leads would have to be multiplied at expected rates;
    /// nothing when no number of leads brings the target.
    pub factor: Option<f64>,
    /// The same for the target to have the chance the firm wants.
    pub factor_at_goal: Option<f64>,
    /// Bookings that new deals must bring: the target less what has come and what open
    /// deals, repeat business and referrals bring on expectation.
    pub from_new_deals: f64,
    /// What new deals bring on expectation.
    pub new_deals_bring: f64,
    /// Motion by motion.
    pub motions: Vec<MotionNeed>,
}

/// Required against provided in one motion.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MotionNeed {
    /// The motion's field.
    pub motion: FieldPath,
    /// Its name.
    pub name: String,
    /// New leads, all sources together.
    pub leads: Need,
    /// New leads source by source.
    pub sources: Vec<LeadNeed>,
    /// Deals that enter each stage, of new leads.
    pub stages: Vec<StageNeed>,
    /// Deals won, of new leads.
    pub wins: Need,
}

/// Required against provided of one lead source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeadNeed {
    /// The source's field.
    pub source: FieldPath,
    /// Its name.
    pub name: String,
    /// Its leads.
    pub leads: Need,
    /// The activity they come from.
    pub activity: Option<ActivityNeed>,
}

/// Required against provided activity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActivityNeed {
    /// Activities over the whole time.
    pub activities: Need,
    /// Activities for one new deal won; nothing when none is won.
    pub per_win: Option<f64>,
    /// Hours of it.
    pub hours: Need,
}

/// Required against provided at one stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageNeed {
    /// The stage's field.
    pub stage: FieldPath,
    /// Its name.
    pub name: String,
    /// Deals entering.
    pub entries: Need,
    /// Rep hours for them.
    pub hours: Need,
}

/// What the plan provides and what the target needs, in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Need {
    /// What the plan provides.
    pub provided: Amount,
    /// What is needed at expected rates.
    pub needed: Option<Amount>,
    /// What is needed for the chance the firm wants.
    pub needed_at_goal: Option<Amount>,
    /// Needed less provided, for the whole time; below zero when there is more than enough.
    pub gap: Option<f64>,
    /// The same at the chance the firm wants.
    pub gap_at_goal: Option<f64>,
}

/// An amount in the ways people speak of it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Amount {
    /// From the as-of date to the end of the period.
    pub total: f64,
    /// A month.
    pub per_month: f64,
    /// A week.
    pub per_week: f64,
    /// A rep and week.
    pub per_rep_and_week: f64,
    /// A rep and working day.
    pub per_rep_and_day: f64,
}

impl Required {
    pub(super) fn new(
        model: &Model,
        outcome: &Outcome,
        values: &[f64],
        staying: &[f64],
        flow: &Bookings,
        entries: &[StageEntries],
    ) -> Self {
        let actual: f64 = model.actual_bookings.iter().sum();
        let others = actual + flow.of(Origin::Open) + flow.of(Origin::RepeatAndReferral);
        let from_new_deals = (model.target - others).max(0.0);
        let new_deals_bring = flow.of(Origin::New);
        let factor = match from_new_deals {
            needed if needed <= 0.0 => Some(0.0),
            needed if new_deals_bring > 0.0 => Some(needed / new_deals_bring),
            _ => None,
        };
        let rate = Rates {
            units: Units::new(model),
            staying,
            factor,
            factor_at_goal: outcome.new_deals_factor_at_goal,
        };
        let motion = |(place, motion): (usize, &Motion)| {
            rate.motion(
                model,
                motion,
                values,
                &entries[place],
                &flow.new_wins[place],
            )
        };
        Self {
            factor,
            factor_at_goal: outcome.new_deals_factor_at_goal,
            from_new_deals,
            new_deals_bring,
            motions: model.motions.iter().enumerate().map(motion).collect(),
        }
    }
}

/// How long the time ahead is, and for how many people.
struct Units {
    months: f64,
    weeks: f64,
    working_days: f64,
    reps: f64,
}

impl Units {
    fn new(model: &Model) -> Self {
        let first = Calendar::day(model.calendar.as_of);
        let end = model.calendar.period_end().max(first + 1);
        let days = (end - first) as f64;
        Self {
            months: days / DAYS_A_MONTH,
            weeks: days / 7.0,
            working_days: f64::from(weekdays(first, end)).max(1.0),
            reps: model
                .team
                .people(&Span {
                    month: model.calendar.period.start,
                    first,
                    end,
                })
                .max(1e-9),
        }
    }

    fn amount(&self, total: f64) -> Amount {
        Amount {
            total,
            per_month: total / self.months,
            per_week: total / self.weeks,
            per_rep_and_week: total / self.weeks / self.reps,
            per_rep_and_day: total / self.working_days / self.reps,
        }
    }
}

struct Rates<'a> {
    units: Units,
    staying: &'a [f64],
    factor: Option<f64>,
    factor_at_goal: Option<f64>,
}

impl Rates<'_> {
    fn need(&self, provided: f64) -> Need {
        let times = |factor: Option<f64>| factor.map(|factor| self.units.amount(provided * factor));
        let gap = |factor: Option<f64>| factor.map(|factor| provided * factor - provided);
        Need {
            provided: self.units.amount(provided),
            needed: times(self.factor),
            needed_at_goal: times(self.factor_at_goal),
            gap: gap(self.factor),
            gap_at_goal: gap(self.factor_at_goal),
        }
    }

    fn motion(
        &self,
        model: &Model,
        motion: &Motion,
        values: &[f64],
        entries: &StageEntries,
        wins: &[f64],
    ) -> MotionNeed {
        let stages = motion
            .stages
            .iter()
            .chain(&motion.later_stages)
            .zip(&entries.new);
        let wins: f64 = wins.iter().sum();
        let sources: Vec<LeadNeed> = motion
            .sources
            .iter()
            .map(|source| self.source(model, source, values, wins))
            .collect();
        MotionNeed {
            motion: motion.path.clone(),
            name: motion.name.clone(),
            leads: self.need(
                sources
                    .iter()
                    .map(|source| source.leads.provided.total)
                    .sum(),
            ),
            sources,
            stages: stages
                .map(|(stage, entries)| {
                    let entries: f64 = entries.iter().sum();
                    StageNeed {
                        stage: stage.path.clone(),
                        name: stage.name.clone(),
                        entries: self.need(entries),
                        hours: self.need(entries * stage.hours.map_or(0.0, |place| values[place])),
                    }
                })
                .collect(),
            wins: self.need(wins),
        }
    }

    fn source(&self, model: &Model, source: &LeadSource, values: &[f64], wins: f64) -> LeadNeed {
        let mut cohorts = vec![0.0; model.calendar.cohorts.len()];
        let mut leads = Leads {
            all: &mut cohorts,
            made: None,
        };
        leads.add(model, source, values, self.staying);
        let ahead = cohorts
            .iter()
            .enumerate()
            .filter(|(cohort, _)| !model.calendar.is_past(*cohort));
        let leads: f64 = ahead.map(|(_, leads)| leads).sum();
        let activity = source.activity.as_ref().map(|activity| {
            let rate = values[activity.contact_rate] * values[activity.lead_rate];
            let activities = if rate > 0.0 { leads / rate } else { 0.0 };
            ActivityNeed {
                activities: self.need(activities),
                per_win: (wins > 0.0 && activities > 0.0).then(|| activities / wins),
                hours: self
                    .need(activities * activity.hours_each.map_or(0.0, |place| values[place])),
            }
        });
        LeadNeed {
            source: source.path.clone(),
            name: source.name.clone(),
            leads: self.need(leads),
            activity,
        }
    }
}
