//! One way of selling as numbers: lead sources, stages, time, value, what follows a win.

use plumbline_plan::{FieldPath, Quantity, chapter::process, unit::Season};

use super::{
    AssumptionKind, LeadSource, MotionTime, Note, Referrals, Repeat, Team,
    after_win::{referrals, repeat},
    leads::lead_source,
    register::Register,
    time::{motion_time, spread_of},
};
use crate::{calendar::Calendar, chance::entity};

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

    /// The chance of reaching each stage up to the win, and of winning.
    pub(crate) fn reach(&self, values: &[f64], reach: &mut [f64]) {
        let mut chance = 1.0;
        for (place, reach) in reach.iter_mut().enumerate() {
            *reach = chance;
            let conversion = self.stages.get(place).and_then(|stage| stage.conversion);
            chance *= conversion.map_or(1.0, |place| values[place]);
        }
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
