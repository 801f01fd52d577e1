//! One way of selling as numbers: lead sources, stages, time, value, what follows a win.

use plumbline_plan::{
    Assumption, FieldPath, Quantity,
    chapter::process::{self, RepeatBusiness},
    unit::Season,
};

use super::{AssumptionKind, Note, Team, register::Register};
use crate::{
    calendar::{Calendar, DAYS_A_MONTH, weekdays},
    chance::entity,
    distribution::{Distribution, Lognormal},
    kernel::{StageTime, TimeGrid},
};

/// How many months of past wins of a running business are looked at for repeat business.
const PAST_MONTHS: usize = 60;

/// Working days in an average month when nothing else is said.
const WORKING_DAYS: f64 = 365.25 / 12.0 * 5.0 / 7.0;

/// A way of selling.
#[derive(Debug, Clone)]
pub struct Motion {
    /// Its field.
    pub path: FieldPath,
    /// Its identifier in the plan.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The address of its draws.
    pub entity: u64,
    /// Where its leads come from.
    pub sources: Vec<LeadSource>,
    /// The stages up to and with the win.
    pub stages: Vec<Stage>,
    /// The stages after the win; a won deal passes them all.
    pub later_stages: Vec<Stage>,
    /// Time through the stages up to the win.
    pub time: MotionTime,
    /// How wins are moved over the calendar year; nothing when even.
    pub close_season: Option<Season>,
    /// Place of the assumption of the mean deal value.
    pub value: usize,
    /// How much won deals differ: standard deviation as a ratio to the mean.
    pub value_variation: f64,
    /// What customers buy again.
    pub repeat: Option<Repeat>,
    /// Leads that customers bring.
    pub referrals: Option<Referrals>,
}

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
    /// Season, days and, with activity, reps and working days, by cohort.
    pub weights: Vec<f64>,
    /// The weight of an average month of the past.
    pub past_weight: f64,
    /// Places of the assumptions that multiply it.
    pub factors: Vec<usize>,
    /// Place of the assumption of one plus the monthly growth.
    pub growth: Option<usize>,
    /// The activity it comes from.
    pub activity: Option<Activity>,
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

/// A stage.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its field.
    pub path: FieldPath,
    /// Its identifier in the plan.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Place of the share that goes on; nothing for stages after the win.
    pub conversion: Option<usize>,
    /// Place of the middle deal's days.
    pub time: Option<usize>,
    /// Place of rep hours for a deal that enters.
    pub hours: Option<usize>,
    /// Age in the stage, days, at which a deal is given up.
    pub cut_off: Option<f64>,
}

/// Time through a motion's stages. One factor scales all of them (maths.md section 4).
#[derive(Debug, Clone)]
pub struct MotionTime {
    /// Days in each stage up to the win.
    pub stages: Vec<StageTime>,
    /// From creation to the end of each stage; the last is the time to win.
    pub totals: Vec<TimeGrid>,
    /// The share of the mean total time that each stage takes.
    pub shares: Vec<f64>,
    /// Standard deviation of the factor's logarithm.
    pub sigma: f64,
    /// Correlation of the factor's score with what all judgements of time have in common.
    pub loading: f64,
}

/// What customers buy again: the n-th purchase comes n times the lag after the win.
#[derive(Debug, Clone)]
pub struct Repeat {
    /// Place of the repeat's value as a share of the deal's.
    pub share: usize,
    /// Place of the share of customers kept over a year; nothing when all are.
    pub retention: Option<usize>,
    /// Purchases due by months since the win, before any customer is lost.
    pub purchases: Vec<f64>,
    /// The same summed from each month on.
    pub due_later: Vec<f64>,
}

/// Leads that customers bring.
#[derive(Debug, Clone)]
pub struct Referrals {
    /// Place of leads per win.
    pub leads_per_win: usize,
    /// Whole months from win to lead, at least one.
    pub months: usize,
    /// The share of them that comes a month later still.
    pub next_month: f64,
}

impl Motion {
    /// The chance of winning a lead.
    #[must_use]
    pub fn win_chance(&self, values: &[f64]) -> f64 {
        self.stages
            .iter()
            .filter_map(|stage| stage.conversion)
            .map(|place| values[place])
            .product()
    }

    pub(super) fn build(
        register: &mut Register,
        plan: &process::Motion,
        about: &Surroundings,
    ) -> Self {
        let path = FieldPath::from("process/motions").child(plan.id.as_str());
        let wins_at = plan.win_place().unwrap_or(0);
        let variation = plan
            .value_spread
            .map_or(process::Motion::DEFAULT_VALUE_SPREAD, Quantity::get);
        let mut stages: Vec<Stage> = plan
            .stages
            .iter()
            .enumerate()
            .map(|(place, stage)| self::stage(register, &path, stage, place <= wins_at))
            .collect();
        let later_stages = stages.split_off((wins_at + 1).min(stages.len()));
        let time = motion_time(register, &stages, plan, about);
        if !stages.is_empty() && time.stages.iter().all(|stage| stage.mean() <= 0.0) {
            register.notes.push(Note::NoTime { path: path.clone() });
        }
        let value = register.required(
            path.child("deal_value"),
            &plan.deal_value,
            AssumptionKind::Value,
            Some(variation),
        );
        Self {
            id: plan.id.to_string(),
            name: plan.name.clone(),
            entity: entity(path.as_str()),
            sources: plan
                .lead_sources
                .iter()
                .map(|source| lead_source(register, &path, plan, source, about))
                .collect(),
            stages,
            later_stages,
            time,
            close_season: (!plan.close_season.is_even()).then_some(plan.close_season),
            value,
            value_variation: variation,
            repeat: repeat(
                register,
                &path.child("repeat"),
                &plan.repeat,
                about.calendar.months(),
            ),
            referrals: referrals(register, &path.child("referrals"), &plan.referrals),
            path,
        }
    }
}

/// What a motion must know of the rest of the plan.
pub(super) struct Surroundings<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) team: &'a Team,
    pub(super) lead_variation: f64,
    pub(super) correlation: f64,
    /// Days from the first cohort to the period's end.
    pub(super) horizon: f64,
}

fn stage(
    register: &mut Register,
    motion: &FieldPath,
    plan: &process::Stage,
    before_win: bool,
) -> Stage {
    let path = motion.child("stages").child(plan.id.as_str());
    let time = &plan.time_in_stage;
    // The median of n deals is known within 1.25 standard deviations of the logarithm over
    // the square root of n.
    let spread = spread_of(plan).map(|time| 1.2533 * time.sigma);
    Stage {
        id: plan.id.to_string(),
        name: plan.name.clone(),
        conversion: before_win.then(|| {
            register.required(
                path.child("conversion"),
                &plan.conversion,
                AssumptionKind::Conversion,
                None,
            )
        }),
        time: register.entered(
            path.child("time_in_stage"),
            time,
            AssumptionKind::Time,
            spread,
        ),
        hours: register.entered(
            path.child("hours_per_deal"),
            &plan.hours_per_deal,
            AssumptionKind::Hours,
            None,
        ),
        cut_off: plan.cut_off.map(Quantity::get),
        path,
    }
}

fn spread_of(plan: &process::Stage) -> Option<Lognormal> {
    let median = plan.time_in_stage.average?.get();
    let slow = plan
        .slow_time
        .map_or(process::Stage::DEFAULT_SLOW_RATIO * median, Quantity::get);
    Lognormal::median_and_p90(median, slow)
}

/// The slow deals' time as a ratio to the middle one's.
fn slow_ratio(plan: &process::Stage) -> f64 {
    spread_of(plan).map_or(1.0, |time| {
        libm::exp(time.sigma * crate::distribution::normal::P90_SCORE)
    })
}

fn motion_time(
    register: &Register,
    stages: &[Stage],
    plan: &process::Motion,
    about: &Surroundings,
) -> MotionTime {
    let median = |place: usize| match register.assumptions[place].distribution {
        Distribution::Lognormal(time) => libm::exp(time.mu),
        ref other => other.mean(),
    };
    let times: Vec<StageTime> = stages
        .iter()
        .zip(&plan.stages)
        .map(|(stage, plan)| {
            let median = stage.time.map_or(0.0, median);
            StageTime::new(median, median * slow_ratio(plan))
        })
        .collect();
    let total: f64 = times.iter().map(StageTime::mean).sum();
    let shares: Vec<f64> = times
        .iter()
        .map(|time| {
            if total > 0.0 {
                time.mean() / total
            } else {
                0.0
            }
        })
        .collect();
    let (sigma, loading) = time_factor(register, stages, &shares, about.correlation);
    // The fastest scale reads the unscaled grid furthest.
    let fastest = libm::exp(-2.2 * sigma);
    let length = (about.horizon / fastest).min(40_000.0) as usize + 40;
    MotionTime {
        totals: TimeGrid::totals(&times, length),
        stages: times,
        shares,
        sigma,
        loading,
    }
}

/// The spread of the factor on a motion's time, and its correlation with what judgements of
/// time have in common: each stage's error counts by its share of the time.
fn time_factor(
    register: &Register,
    stages: &[Stage],
    shares: &[f64],
    correlation: f64,
) -> (f64, f64) {
    let (mut common, mut own) = (0.0, 0.0);
    // Stages that share one assumption share its error.
    let mut weights = std::collections::BTreeMap::new();
    for (stage, share) in stages.iter().zip(shares) {
        if let Some(place) = stage.time {
            *weights.entry(place).or_insert(0.0) += share;
        }
    }
    for (place, weight) in weights {
        let assumption = &register.assumptions[place];
        let Distribution::Lognormal(time) = assumption.distribution else {
            continue;
        };
        let error = weight * time.sigma;
        let together = if assumption.is_judged() {
            correlation
        } else {
            0.0
        };
        common += error * together.sqrt();
        own += error * error * (1.0 - together);
    }
    let sigma = (common * common + own).sqrt();
    (sigma, if sigma > 0.0 { common / sigma } else { 0.0 })
}

fn lead_source(
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
            let reps = plan
                .reps
                .map_or_else(|| about.team.people(span), Quantity::get);
            let month = (
                Calendar::day(span.month.first_day()),
                Calendar::day(span.month.last_day()) + 1,
            );
            let days = plan
                .working_days
                .map_or_else(|| f64::from(weekdays(month.0, month.1)), Quantity::get);
            *weight *= reps * days;
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

fn repeat(
    register: &mut Register,
    path: &FieldPath,
    plan: &RepeatBusiness,
    months: usize,
) -> Option<Repeat> {
    let kind = AssumptionKind::Repeat;
    let share = register.entered(
        path.child("share_of_value"),
        &plan.share_of_value,
        kind,
        None,
    )?;
    let retention = register.entered(path.child("retention"), &plan.retention, kind, None);
    let lag = mean_days(register, &path.child("lag"), &plan.lag)
        .unwrap_or(365.25)
        .max(1.0);
    let length = PAST_MONTHS + months + 1;
    let mut purchases = vec![0.0; length];
    let mut after = lag / DAYS_A_MONTH;
    while (after as usize) < length {
        // Wins are spread over their month: part of them comes a month later.
        let whole = after as usize;
        purchases[whole] += 1.0 - (after - whole as f64);
        if let Some(next) = purchases.get_mut(whole + 1) {
            *next += after - whole as f64;
        }
        after += lag / DAYS_A_MONTH;
    }
    let mut due_later = purchases.clone();
    crate::flow::from_then_on(&mut due_later);
    Some(Repeat {
        share,
        retention,
        purchases,
        due_later,
    })
}

fn referrals(
    register: &mut Register,
    path: &FieldPath,
    plan: &process::Referrals,
) -> Option<Referrals> {
    let field = path.child("leads_per_win");
    let leads_per_win =
        register.entered(field, &plan.leads_per_win, AssumptionKind::Repeat, None)?;
    let months = mean_days(register, &path.child("lag"), &plan.lag).unwrap_or(0.0) / DAYS_A_MONTH;
    // A lead that comes within the month of the win counts for the next month.
    let months = months.clamp(1.0, 1000.0);
    Some(Referrals {
        leads_per_win,
        months: months as usize,
        next_month: months - months.floor(),
    })
}

/// The mean of a lag: it shifts months, and its uncertainty is left out.
fn mean_days(
    register: &mut Register,
    path: &FieldPath,
    lag: &Assumption<plumbline_plan::Days>,
) -> Option<f64> {
    let place = register.entered(path.clone(), lag, AssumptionKind::Repeat, None)?;
    Some(register.assumptions[place].distribution.mean())
}
