//! The open deals with their own odds and close months (maths.md sections 2 and 7, without
//! history: product of the remaining conversions, residual time given age).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use plumbline_plan::{FieldPath, Plan, Quantity, chapter::pipeline::Deal};

use super::{
    Motion, Note,
    open_time::{Alike, OpenGroup, OpenTimes},
    register::Register,
};
use crate::{calendar::Calendar, chance::entity};

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
        let mut times = OpenTimes::new(motions, calendar);
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
                open.groups.push(times.group(alike));
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

impl OpenDeals {
    /// Computes the times of the groups again after a motion's times have changed.
    pub(super) fn retime(&mut self, motions: &[Motion], calendar: &Calendar) {
        let mut times = OpenTimes::new(motions, calendar);
        for group in self.groups.iter_mut().filter(|group| group.scales) {
            *group = times.group(Alike::Aged {
                motion: group.motion,
                stage: group.stage,
                days: group.age as i64,
            });
        }
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
