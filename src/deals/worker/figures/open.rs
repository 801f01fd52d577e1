//! The open deals: what they are worth, and which are moving, stagnant and dead.

use plumbline_deals::{OpenDeal, Pipeline};
use plumbline_export::deal_tables::{self, DealTable};
use plumbline_wording::texts::{deals as words, deals::DealFigures, deals_page as page};

use super::{
    super::{Taken, open_deals::Column},
    listed, shown,
};
use crate::deals::protocol::{Block, Figures, Section};

/// The section; nothing without open deals.
pub(super) fn section(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let pipeline = taken.learnt.pipeline.as_ref()?;
    if pipeline.all.deals == 0 {
        return None;
    }
    let mut moving: Vec<&OpenDeal> = pipeline.deals.iter().collect();
    moving.retain(|open| !open.dead && !open.stagnant);
    moving.sort_by(|one, other| {
        let worth = |open: &OpenDeal| open.value * open.chance().unwrap_or(0.0);
        worth(other)
            .total_cmp(&worth(one))
            .then(one.place.cmp(&other.place))
    });
    let mut lines = deal_tables::about_open(pipeline, figures);
    let judged = taken.kept.chances_judged.as_ref();
    let good = judged.filter(|judged| judged.refused().is_none());
    lines.extend(good.map(|judged| words::chances_did_better(judged, figures)));
    let mut blocks = vec![
        Block::Lines(lines),
        Block::Figures(shown(deal_tables::worth(pipeline, figures))),
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

fn deals_listed(
    taken: &Taken,
    caption: &'static str,
    deals: &[&OpenDeal],
    pipeline: &Pipeline,
    figures: &DealFigures<'_>,
) -> Block {
    let (columns, words) = Column::listed(pipeline, deals);
    let row = |open: &&OpenDeal| {
        let cells = columns.iter();
        cells
            .map(|column| column.shown(taken, open, figures))
            .collect()
    };
    let list = Figures {
        folded: true,
        ..shown(DealTable {
            caption,
            words,
            heads: columns.iter().map(|column| column.head()).collect(),
            rows: deals.iter().map(row).collect(),
        })
    };
    listed(list, figures)
}
