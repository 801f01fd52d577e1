//! What the deals say, section by section, in words, tables and pictures.

use plumbline_export::deal_tables::{self, DealTable};
use plumbline_wording::{
    texts::{deals as words, deals::DealFigures, deals_import as import_words, deals_page as page},
    writing,
};

use super::{Taken, writer::Writer};
use crate::deals::protocol::{Block, Figures, Section};

mod open;
mod pictures;

/// Rows of a list shown.
const LISTED: usize = 15;

/// How many deals were taken, up to which day.
pub(super) fn head(taken: &Taken, writer: &Writer) -> Vec<String> {
    let figures = writer.figures(&taken.kept.history);
    let as_of = writing::write_date_long(taken.kept.history.as_of, &writer.locale);
    let count = match &taken.report {
        Some(report) => import_words::taken(report.rows, report.taken, &figures),
        None => figures.deals(taken.kept.history.deals.len() as u32),
    };
    vec![count, import_words::known_up_to(&as_of)]
}

/// The day of the first close on record.
pub(super) fn begins(taken: &Taken, writer: &Writer) -> Option<String> {
    let first = taken.kept.history.first_close()?;
    Some(writing::write_date_long(first, &writer.locale))
}

/// Everything the deals say. What cannot be said comes first: it tells how to read the rest.
pub(super) fn sections(taken: &Taken, writer: &Writer) -> Vec<Section> {
    let figures = &writer.figures(&taken.kept.history);
    let sections = [
        refusals(taken, figures),
        won_and_lost(taken, figures),
        by_group(taken, figures),
        by_age(taken, figures, writer),
        stages(taken, figures),
        open::section(taken, figures),
        back_test(taken, figures, writer),
    ];
    sections.into_iter().flatten().collect()
}

fn section(heading: &str, blocks: Vec<Block>) -> Option<Section> {
    (!blocks.is_empty()).then(|| Section {
        heading: heading.to_owned(),
        blocks,
    })
}

fn shown(table: DealTable) -> Figures {
    Figures {
        caption: table.caption.to_owned(),
        folded: false,
        heads: table.heads.into_iter().map(str::to_owned).collect(),
        words: table.words,
        rows: table.rows,
        more: None,
    }
}

/// The table cut to what is listed.
fn listed(mut table: Figures, figures: &DealFigures<'_>) -> Block {
    let rest = table.rows.len().saturating_sub(LISTED);
    table.rows.truncate(LISTED);
    table.more = (rest > 0).then(|| page::more_rows(&figures.count(rest as u32)));
    Block::Figures(table)
}

fn folded(table: DealTable) -> Block {
    Block::Figures(Figures {
        folded: true,
        ..shown(table)
    })
}

fn refusals(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let said = taken.learnt.refusals.iter();
    let said: Vec<String> = said.map(|why| words::refusal(why, figures)).collect();
    let blocks = (!said.is_empty()).then_some(Block::Lines(said));
    section(words::NOT_SAID, blocks.into_iter().collect())
}

fn won_and_lost(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    section(
        words::WON_AND_LOST,
        vec![
            Block::Lines(deal_tables::about_won_and_lost(&taken.learnt, figures)),
            Block::Figures(shown(deal_tables::won_and_lost(&taken.learnt, figures))),
        ],
    )
}

fn by_group(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let groups = taken.learnt.groups.iter();
    let several = groups.filter(|(_, groups)| groups.len() > 1);
    let mut blocks: Vec<Block> = several
        .map(|(by, groups)| listed(shown(deal_tables::by_group(*by, groups, figures)), figures))
        .collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Lines(vec![page::WHY_DRAWN.to_owned()]));
    }
    section(page::GROUPS, blocks)
}

fn by_age(taken: &Taken, figures: &DealFigures<'_>, writer: &Writer) -> Option<Section> {
    let curves = taken.learnt.curves.as_ref()?;
    let said = words::win_chance(&curves.win_chance(), curves.tau, figures);
    let ages = deal_tables::ages(curves);
    section(
        words::BY_AGE,
        vec![
            Block::Lines(vec![said]),
            Block::Picture(pictures::chance_by_age(curves, &ages, figures, writer)),
            folded(deal_tables::by_age(curves, figures)),
        ],
    )
}

fn stages(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let stages = &taken.learnt.stages;
    let table =
        (!stages.is_empty()).then(|| listed(shown(deal_tables::stages(stages, figures)), figures));
    section(page::STAGES, table.into_iter().collect())
}

fn back_test(taken: &Taken, figures: &DealFigures<'_>, writer: &Writer) -> Option<Section> {
    let test = &taken.learnt.back_test;
    let conclusion = words::conclusion(&test.conclusion, figures);
    let mut blocks = vec![Block::Lines(vec![conclusion])];
    if let Some(table) = deal_tables::back_test(test, figures) {
        blocks.push(Block::Picture(pictures::forecasts_of(
            test, figures, writer,
        )));
        blocks.push(folded(table));
    }
    if let Some(table) = deal_tables::scores(test, figures) {
        blocks.push(Block::Figures(Figures {
            more: Some(words::ABOUT_SCORES.to_owned()),
            ..shown(table)
        }));
    }
    section(words::BACK_TEST, blocks)
}
