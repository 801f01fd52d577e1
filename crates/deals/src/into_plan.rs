//! Open deals of a history as deals of a plan, each with its chance at its age: what stands
//! in for the plan's own list. Leaves out dead deals and those of unknown age.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use plumbline_plan::{
    Fraction, Id, Money, Plan, Quantity,
    chapter::{
        pipeline,
        process::{Motion, Stage},
    },
};

use crate::{
    Curves, Label, OpenDeal, Pipeline, calibrate::Record, linked_stages, main_motion,
    rounding::rounded,
};

/// The open deals that can still be won, each in its stage and its motion as far as the plan has
/// them ([`linked_stages`]).
#[must_use]
pub fn open_deals(plan: &Plan, record: &Record<'_>, pipeline: &Pipeline) -> Vec<pipeline::Deal> {
    let places = Places::of(plan, record);
    let alive = pipeline.deals.iter().filter(|open| !open.dead);
    alive
        .filter_map(|open| open_deal(record, open, &places))
        .collect()
}

/// Where in the plan the file's stages are.
struct Places {
    stages: BTreeMap<Label, (Id<Stage>, Option<Id<Motion>>)>,
    /// The motion of a deal whose stage the plan does not have; the plan's first where none is
    /// named.
    motion: Option<Id<Motion>>,
}

impl Places {
    fn of(plan: &Plan, record: &Record<'_>) -> Self {
        let main = main_motion(plan, record.history, record.stages);
        let first = plan.process.motions.first().map(|motion| &motion.id);
        let named = |motion: &Motion| Some(motion.id.clone()).filter(|id| Some(id) != first);
        let mut stages = BTreeMap::new();
        let others = plan.process.motions.iter();
        for motion in main.into_iter().chain(others) {
            for (label, stage) in linked_stages(plan, motion, record.history, record.stages) {
                stages.entry(label).or_insert((stage, named(motion)));
            }
        }
        Self {
            stages,
            motion: main.and_then(named),
        }
    }
}

fn open_deal(record: &Record<'_>, open: &OpenDeal, places: &Places) -> Option<pipeline::Deal> {
    let history = record.history;
    let deal = &history.deals[open.place];
    let chance = open.chance().filter(|chance| *chance > 0.0)?;
    let (stage, motion) = match places.stages.get(&deal.stage) {
        Some((stage, motion)) => (Some(stage.clone()), motion.clone()),
        None => (None, places.motion.clone()),
    };
    Some(pipeline::Deal {
        // By its row, so that the same file gives the same draws.
        id: Id::new(format!("row-{}", deal.row)).ok()?,
        name: deal.name.to_string(),
        customer: deal.account.to_string(),
        // What stands in for its own value is an average.
        value: Some(if open.own_value {
            Money::nearest(open.value)
        } else {
            rounded(open.value)
        }),
        motion,
        stage,
        created_on: deal.created,
        // Its age is in its chance already.
        in_stage_since: Some(history.as_of),
        expected_close: middle(history.as_of, record.curves, open),
        win_chance: Some(rounded::<Fraction>(chance)),
        owner: None,
        source: None,
        score: None,
        note: String::new(),
    })
}

/// The day by which half of what deals of this age still win is won.
fn middle(as_of: NaiveDate, curves: &Curves, open: &OpenDeal) -> Option<NaiveDate> {
    let days = open.age.and_then(|age| curves.days_to_win_from(age, 0.5))?;
    as_of.checked_add_signed(TimeDelta::days(days))
}
