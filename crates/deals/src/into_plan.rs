//! Open deals of a history as deals of a plan, each with its chance at its age: what stands
//! in for the plan's own list. Leaves out dead deals and those of unknown age.

use chrono::{NaiveDate, TimeDelta};
use plumbline_plan::{
    Fraction, Id, Money, Quantity,
    chapter::{pipeline, process::Stage},
};

use crate::{Curves, History, Label, OpenDeal, Pipeline, rounding::rounded};

/// The open deals that can still be won. `stages` are the plan's stages of the file's, as
/// far as they are known.
#[must_use]
pub fn open_deals(
    history: &History,
    curves: &Curves,
    pipeline: &Pipeline,
    stages: &[(Label, Id<Stage>)],
) -> Vec<pipeline::Deal> {
    let alive = pipeline.deals.iter().filter(|open| !open.dead);
    alive
        .filter_map(|open| open_deal(history, curves, open, stages))
        .collect()
}

fn open_deal(
    history: &History,
    curves: &Curves,
    open: &OpenDeal,
    stages: &[(Label, Id<Stage>)],
) -> Option<pipeline::Deal> {
    let deal = &history.deals[open.place];
    let chance = open.chance().filter(|chance| *chance > 0.0)?;
    let stage = stages.iter().find(|(label, _)| *label == deal.stage);
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
        motion: None,
        stage: stage.map(|(_, id)| id.clone()),
        created_on: deal.created,
        // Its age is in its chance already.
        in_stage_since: Some(history.as_of),
        expected_close: middle(history.as_of, curves, open),
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
