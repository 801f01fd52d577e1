//! The open deals: what they are worth, which are moving, stagnant and dead, and by which age
//! or cut-off of the plan they are told.

use plumbline_deals::{OpenDeal, Pipeline};
use plumbline_wording::texts::{deals as words, deals::DealFigures, deals_page as page};

use super::{
    super::{Taken, open_deals::Column},
    listed, table,
};
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
            blocks.push(deals_listed(taken, caption, &deals, pipeline, figures));
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
    pipeline: &Pipeline,
    figures: &DealFigures<'_>,
) -> Block {
    let (columns, words) = Column::listed(pipeline, deals);
    let heads: Vec<&str> = columns.iter().map(|column| column.head()).collect();
    let row = |open: &&OpenDeal| {
        let cells = columns.iter();
        cells
            .map(|column| column.shown(taken, open, figures))
            .collect()
    };
    let rows = deals.iter().map(row).collect();
    let mut list = table(caption, words, &heads, rows);
    list.folded = true;
    listed(list, figures)
}
