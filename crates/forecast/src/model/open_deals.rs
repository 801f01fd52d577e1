//! The open deals with their own odds and close months (maths.md sections 2 and 7, without
//! history: product of the remaining conversions, residual time given age).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use plumbline_plan::{FieldPath, Plan, Quantity, chapter::pipeline::Deal};

use super::{Motion, Note, register::Register};
use crate::{
    calendar::Calendar,
    chance::entity,
    kernel::{StageTime, TimeGrid},
};

/// How many equally likely residual times stand for the rest of a deal's present stage.
const RESIDUALS: usize = 32;

/// Further months looked at beyond the period when the close season moves wins about.
const MONTHS_BEYOND: i32 = 24;

/// How late a deal may close against the rep's date: one in ten takes twice as long.
const SLIP: f64 = 2.0;

/// The open deals.
#[derive(Debug, Clone, Default)]
pub struct OpenDeals {
    /// The deals that can still be won, one by one.
    pub deals: Vec<OpenDeal>,
    /// The deals' times to close: deals alike in motion, stage and age share one.
    pub groups: Vec<OpenGroup>,
    /// Listed value of every deal in the list, dead and undated ones too.
    pub listed_value: f64,
}

/// An open deal.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDeal {
    /// Its field.
    pub path: FieldPath,
    /// The address of its draws.
    pub entity: u64,
    /// Place of its motion.
    pub motion: usize,
    /// Place of its group.
    pub group: usize,
    /// Its listed value; nothing for the motion's average.
    pub value: Option<f64>,
    /// The rep's own chance of winning it; nothing for the odds of the process.
    pub own_chance: Option<f64>,
}

/// The time to close of deals alike in motion, stage and age.
#[derive(Debug, Clone)]
pub struct OpenGroup {
    /// Place of the motion.
    pub motion: usize,
    /// Place of the stage.
    pub stage: usize,
    /// Days in the stage so far, or since the rep named a date.
    pub age: f64,
    /// Time in the present stage.
    pub present: StageTime,
    /// Time through the stages that follow, unscaled; nothing for the last.
    pub rest: Option<TimeGrid>,
    /// Whether the time goes with the motion's time factor.
    pub scales: bool,
}

/// What makes deals alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alike {
    Aged {
        motion: usize,
        stage: usize,
        days: i64,
    },
    Dated {
        motion: usize,
        stage: usize,
        days: i64,
    },
}

impl OpenDeals {
    pub(super) fn build(
        register: &mut Register,
        plan: &Plan,
        motions: &[Motion],
        calendar: &Calendar,
    ) -> Self {
        let mut open = Self::default();
        let (mut past_cut_off, mut undated, mut won) = (0, 0, 0);
        let mut groups: BTreeMap<Alike, usize> = BTreeMap::new();
        for deal in &plan.pipeline.deals {
            open.listed_value += deal.value.map_or(0.0, Quantity::get);
            let Some((motion, stage)) = place(plan, deal, motions) else {
                won += 1;
                continue;
            };
            undated += u32::from(deal.created_on.is_none() && deal.in_stage_since.is_none());
            let days = age(deal, calendar.listed_on);
            if motions[motion].stages[stage]
                .cut_off
                .is_some_and(|most| days as f64 > most)
            {
                past_cut_off += 1;
                continue;
            }
            let alike = alike(deal, motion, stage, days, calendar);
            let next = groups.len();
            let group = *groups.entry(alike).or_insert(next);
            if group == open.groups.len() {
                open.groups.push(OpenGroup::new(alike, motions, calendar));
            }
            let path = FieldPath::from("pipeline/deals").child(deal.id.as_str());
            open.deals.push(OpenDeal {
                entity: entity(path.as_str()),
                path,
                motion,
                group,
                value: deal.value.map(Quantity::get),
                own_chance: deal.win_chance.map(Quantity::get),
            });
        }
        let counted = [
            (
                past_cut_off,
                Note::PastCutOff {
                    deals: past_cut_off,
                },
            ),
            (undated, Note::Undated { deals: undated }),
            (won, Note::AlreadyWon { deals: won }),
        ];
        register.notes.extend(
            counted
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(_, note)| note),
        );
        open
    }
}

/// The places of a deal's motion and stage; nothing when the stage lies after the win.
fn place(plan: &Plan, deal: &Deal, motions: &[Motion]) -> Option<(usize, usize)> {
    let motion = match &deal.motion {
        Some(id) => plan
            .process
            .motions
            .iter()
            .position(|motion| motion.id == *id)?,
        None => 0,
    };
    let stages = &motions.get(motion)?.stages;
    let stage = match &deal.stage {
        Some(id) => stages.iter().position(|stage| stage.id == id.as_str())?,
        None => 0,
    };
    (stage < stages.len()).then_some((motion, stage))
}

/// Days in the stage: since it was entered, else since creation, else none.
fn age(deal: &Deal, on: NaiveDate) -> i64 {
    let since = deal.in_stage_since.or(deal.created_on);
    since
        .map_or(0, |since| Calendar::day(on) - Calendar::day(since))
        .max(0)
}

/// A rep's date that still lies ahead counts; otherwise the age does.
fn alike(deal: &Deal, motion: usize, stage: usize, days: i64, calendar: &Calendar) -> Alike {
    let ahead = deal.expected_close.map_or(0, |date| {
        Calendar::day(date) - Calendar::day(calendar.listed_on)
    });
    if ahead > 0 {
        Alike::Dated {
            motion,
            stage,
            days: ahead,
        }
    } else {
        Alike::Aged {
            motion,
            stage,
            days,
        }
    }
}

impl OpenGroup {
    fn new(alike: Alike, motions: &[Motion], calendar: &Calendar) -> Self {
        match alike {
            Alike::Dated {
                motion,
                stage,
                days,
            } => {
                let days = days as f64;
                let present = StageTime::new(days, SLIP * days);
                Self {
                    motion,
                    stage,
                    age: 0.0,
                    present,
                    rest: None,
                    scales: false,
                }
            }
            Alike::Aged {
                motion,
                stage,
                days,
            } => {
                let time = &motions[motion].time;
                let ahead = calendar.period_end() - Calendar::day(calendar.listed_on);
                let length =
                    (ahead.max(1) as f64 * libm::exp(2.2 * time.sigma)).min(40_000.0) as usize + 40;
                let rest = TimeGrid::totals(&time.stages[stage + 1..], length).pop();
                Self {
                    motion,
                    stage,
                    age: days as f64,
                    present: time.stages[stage],
                    rest,
                    scales: true,
                }
            }
        }
    }

    /// For each month of the period, the share of the group's wins that falls in it or an
    /// earlier one yet to come, with the motion's times multiplied by `scale`. Wins before
    /// the period are dropped; the close season moves the others and conserves them.
    #[must_use]
    pub fn closed_by(&self, calendar: &Calendar, motion: &Motion, scale: f64) -> Vec<f64> {
        let times = self.residuals(if self.scales { scale } else { 1.0 });
        let listed = Calendar::day(calendar.listed_on);
        let by = |day: i64| times.through((day - listed) as f64 - 0.5);
        let shares: Vec<f64> = calendar
            .windows
            .iter()
            .map(|window| {
                if window.days() == 0 {
                    0.0
                } else {
                    (by(window.end) - by(window.first)).max(0.0)
                }
            })
            .collect();
        let shares = match &motion.close_season {
            Some(season) => {
                let weight = |k: usize| season.weight(calendar.windows[k].month);
                let (mut plain, mut weighted) = (0.0, 0.0);
                for (k, share) in shares.iter().enumerate() {
                    plain += share;
                    weighted += share * weight(k);
                }
                let mut month = calendar.period.last().plus(1);
                let beyond = calendar.period.last().plus(MONTHS_BEYOND);
                while month <= beyond && plain < 1.0 - 1e-9 {
                    let share = by(Calendar::day(month.last_day()) + 1)
                        - by(Calendar::day(month.first_day()));
                    plain += share;
                    weighted += share * season.weight(month);
                    let next = month.plus(1);
                    if next == month {
                        break;
                    }
                    month = next;
                }
                let before = by(calendar
                    .windows
                    .first()
                    .map_or(listed, |window| window.first))
                .clamp(0.0, 1.0);
                let total = (1.0 - before).max(plain);
                let weighted = weighted + total - plain;
                let factor = if weighted > 1e-12 {
                    total / weighted
                } else {
                    0.0
                };
                shares
                    .iter()
                    .enumerate()
                    .map(|(k, share)| share * weight(k) * factor)
                    .collect()
            }
            None => shares,
        };
        let mut sum: f64 = 0.0;
        shares
            .iter()
            .map(|share| {
                sum += share;
                sum.min(1.0)
            })
            .collect()
    }

    fn residuals(&self, scale: f64) -> Residuals<'_> {
        let points = self.rest.as_ref().map_or_else(Vec::new, |_| {
            let above = |i: usize| (i as f64 + 0.5) / RESIDUALS as f64;
            (0..RESIDUALS)
                .map(|i| self.present.residual(self.age, scale, above(i)))
                .collect()
        });
        Residuals {
            group: self,
            scale,
            points,
        }
    }
}

/// The time to close at one scale.
struct Residuals<'a> {
    group: &'a OpenGroup,
    scale: f64,
    points: Vec<f64>,
}

impl Residuals<'_> {
    /// The probability that a deal that will be won is won within so many days.
    fn through(&self, days: f64) -> f64 {
        if days < 0.0 {
            return 0.0;
        }
        match &self.group.rest {
            Some(rest) => {
                let each = self
                    .points
                    .iter()
                    .map(|point| rest.within((days - point) / self.scale));
                each.sum::<f64>() / self.points.len() as f64
            }
            None => self.group.present.through(self.group.age, days, self.scale),
        }
    }
}
