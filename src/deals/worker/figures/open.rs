//! The open deals: what they are worth, which are moving, stagnant and dead, and by which age
//! or cut-off of the plan they are told.

use plumbline_deals::{OpenDeal, Pipeline};
use plumbline_wording::texts::{deals as words, deals::DealFigures, deals_page as page};

use super::{super::Taken, listed, table};
use crate::deals::protocol::{Block, Section};

/// The section; nothing without open deals.
pub(super) fn section(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let pipeline = taken.learnt.pipeline.as_ref()?;
    if pipeline.all.deals == 0 {
        return None;
    }
    let worth = [
        (words::ALL, &pipeline.all),
        (words::WITHOUT_DEAD, &pipeline.without_dead),
        (words::MOVING, &pipeline.moving),
    ];
    let rows = worth.map(|(name, worth)| {
        vec![
            name.to_owned(),
            figures.count(worth.deals),
            figures.money(worth.face),
            figures.money(worth.at_win_rate),
            figures.money(worth.at_own_chance),
        ]
    });
    let heads = [
        "",
        words::DEALS,
        words::FACE_VALUE,
        words::AT_WIN_RATE,
        words::AT_OWN_CHANCE,
    ];
    let mut moving: Vec<&OpenDeal> = pipeline.deals.iter().collect();
    moving.retain(|open| !open.dead && !open.stagnant);
    moving.sort_by(|one, other| {
        let worth = |open: &OpenDeal| open.value * open.chance().unwrap_or(0.0);
        worth(other)
            .total_cmp(&worth(one))
            .then(one.place.cmp(&other.place))
    });
    let mut blocks = vec![
        Block::Lines(about_open(pipeline, figures)),
        Block::Figures(table(page::WORTH, 1, &heads, rows.into())),
    ];
    for (caption, deals) in [
        (page::MOVING_DEALS, moving),
        (page::STAGNANT_DEALS, pipeline.stagnant()),
        (page::DEAD_DEALS, pipeline.dead()),
    ] {
        if !deals.is_empty() {
            blocks.push(deals_listed(taken, caption, &deals, figures));
        }
    }
    super::section(words::OPEN_DEALS, blocks)
}

fn about_open(pipeline: &Pipeline, figures: &DealFigures<'_>) -> Vec<String> {
    let lines = [
        about_stagnant(pipeline, figures),
        (pipeline.undated > 0).then(|| words::undated(pipeline.undated, figures)),
        (pipeline.without_value > 0).then(|| words::without_value(pipeline.without_value, figures)),
    ];
    lines.into_iter().flatten().collect()
}

/// What makes a deal stagnant, and how many are.
fn about_stagnant(pipeline: &Pipeline, figures: &DealFigures<'_>) -> Option<String> {
    let stagnant = pipeline.stagnant();
    let (count, value) = (
        stagnant.len() as u32,
        stagnant.iter().map(|deal| deal.value).sum(),
    );
    let from = pipeline.stagnant_from;
    if pipeline.has_cut_offs() {
        let others = pipeline.deals.iter().any(|deal| deal.cut_off.is_none());
        let in_stage = pipeline
            .deals
            .iter()
            .any(|deal| deal.cut_off.is_some() && deal.days_in_stage.is_some());
        let others = others.then_some(from);
        return Some(words::stagnant_by_plan(
            count, value, others, in_stage, figures,
        ));
    }
    (count > 0).then(|| words::stagnant(count, value, from, figures))
}

fn deals_listed(
    taken: &Taken,
    caption: &str,
    deals: &[&OpenDeal],
    figures: &DealFigures<'_>,
) -> Block {
    // Where the plan has cut-offs, every deal shows the age it is held against and to what.
    let held = taken
        .learnt
        .pipeline
        .as_ref()
        .is_some_and(Pipeline::has_cut_offs);
    let in_stage = held && deals.iter().any(|open| open.days_in_stage.is_some());
    let rows = deals.iter().map(|open| {
        let mut row = cells(taken, open, figures);
        let chance = row.pop();
        if in_stage {
            row.push(days(open.days_in_stage, figures));
        }
        if held {
            let from = taken.learnt.pipeline.as_ref();
            let from = from.map_or(f64::NAN, |pipeline| pipeline.stagnant_from as f64);
            row.push(figures.days(open.cut_off.unwrap_or(from)));
        }
        row.extend(chance);
        row
    });
    let mut heads = vec![
        page::DEAL,
        page::CUSTOMER,
        page::OWNER,
        words::STAGE,
        words::VALUE,
        words::AGE,
    ];
    heads.extend(in_stage.then_some(page::DAYS_IN_STAGE));
    heads.extend(held.then_some(page::CUT_OFF));
    heads.push(page::CHANCE);
    let mut list = table(caption, 4, &heads, rows.collect());
    list.folded = true;
    listed(list, figures)
}

/// What stands of a deal in every list: who and what, its value, its age, its chance.
fn cells(taken: &Taken, open: &OpenDeal, figures: &DealFigures<'_>) -> Vec<String> {
    let deal = &taken.history.deals[open.place];
    let name = [&deal.name, &deal.id]
        .into_iter()
        .find(|name| !name.is_empty());
    vec![
        name.map_or_else(|| page::row(&figures.count(deal.row)), ToString::to_string),
        deal.account.to_string(),
        taken.history.owners.name(deal.owner).to_owned(),
        taken.history.stages.name(deal.stage).to_owned(),
        figures.money(open.value),
        days(open.age, figures),
        figures.percent(open.chance().unwrap_or(f64::NAN)),
    ]
}

fn days(days: Option<i64>, figures: &DealFigures<'_>) -> String {
    days.map_or_else(String::new, |days| figures.count(days.max(0) as u32))
}
