//! From words to numbers: the one way from a plan to a model.

use chrono::NaiveDate;
use plumbline_plan::{
    Plan, Problem, ProblemKind, Quantity,
    chapter::{pipeline::StartingPoint, process},
    validate,
};

use super::{
    Model, Motion, OpenDeals, Team, Uncertainty, actuals, motion::Surroundings, register::Register,
};
use crate::{
    calendar::Calendar,
    capacity::{reserved::Reserved, staffing::StaffingTables},
    kernel::StageTime,
};

impl Model {
    /// Takes from a plan what the maths needs. `today` counts where the plan names no as-of
    /// date.
    ///
    /// # Errors
    /// What is wrong or missing, by field, when no verdict can be computed.
    pub fn from_plan(plan: &Plan, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let day = plan.reality_check.as_of.unwrap_or(today);
        let problems = validate(plan, Some(day));
        if !problems.is_empty() {
            return Err(problems);
        }
        let Some(target) = plan.targets.bookings else {
            return Err(vec![Problem::new(
                "targets/bookings".into(),
                ProblemKind::Missing,
            )]);
        };
        let check = &plan.reality_check;
        let listed = !plan.pipeline.deals.is_empty();
        let running = plan.pipeline.starting_from == StartingPoint::RunningBusiness;
        let past = if running && !listed {
            past_days(plan)
        } else {
            0.0
        };
        let calendar = Calendar::new(plan.targets.period, day, past, listed);

        let mut register = Register::new(plan);
        let team = Team::build(&mut register, plan);
        let horizon = calendar
            .cohorts
            .first()
            .map_or(0, |span| calendar.period_end() - span.first);
        let about = Surroundings {
            calendar: &calendar,
            team: &team,
            lead_variation: check.lead_variation(),
            correlation: check.correlation(),
            horizon: horizon as f64,
        };
        let motions: Vec<Motion> = plan
            .process
            .motions
            .iter()
            .map(|motion| Motion::build(&mut register, motion, &about))
            .collect();
        if !register.problems.is_empty() {
            return Err(register.problems);
        }
        let open_deals = OpenDeals::build(&mut register, plan, &motions, &calendar);
        if !register.problems.is_empty() {
            return Err(register.problems);
        }
        let actual_bookings = actuals::bookings(plan, &calendar, &mut register.notes);
        let mut model = Self {
            target: target.get(),
            target_by_month: plan.targets.by_month(),
            goal: plan.targets.goal().get(),
            uncertainty: Uncertainty {
                market_spread: check.market_spread().min(MOST_SPREAD),
                lead_variation: check.lead_variation().min(MOST_SPREAD),
                correlation: check.correlation(),
                open_deals_spread: Uncertainty::OPEN_DEALS_SPREAD,
            },
            assumptions: register.assumptions,
            motions,
            open_deals,
            actual_bookings,
            running_business: running,
            team,
            notes: register.notes,
            calendar,
            work: None,
            staffing: StaffingTables::default(),
            reserved: Reserved::default(),
        };
        model.connect();
        Ok(model)
    }
}

/// Beyond this a spread says nothing any more, and its moments overflow.
const MOST_SPREAD: f64 = 3.0;

/// Days looked back for a stage whose time stands elsewhere.
const SHARED_STAGE_DAYS: f64 = 90.0;

/// How far back leads can still be open: the slowest motion's mean time to win and five
/// standard deviations, and half as much again because times may turn out longer.
fn past_days(plan: &Plan) -> f64 {
    let motion = |motion: &process::Motion| {
        let stages = motion
            .stages
            .iter()
            .take(motion.win_place().unwrap_or(0) + 1)
            .filter_map(|stage| {
                if stage.time_in_stage.same_as.is_some() {
                    return Some(StageTime::new(SHARED_STAGE_DAYS, SHARED_STAGE_DAYS));
                }
                let median = stage.time_in_stage.average?.get();
                let slow = stage
                    .slow_time
                    .map_or(process::Stage::DEFAULT_SLOW_RATIO * median, Quantity::get);
                Some(StageTime::new(median, slow))
            });
        let (mean, variance) = stages.fold((0.0, 0.0), |(m, v), time| {
            (m + time.mean(), v + time.variance())
        });
        1.5 * (mean + 5.0 * variance.sqrt())
    };
    plan.process.motions.iter().map(motion).fold(0.0, f64::max)
}
