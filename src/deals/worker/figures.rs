//! What the deals say, section by section, in words, tables and pictures.

use plumbline_deals::{
    Curves, Group, Later, Rate, Total,
    back_test::{Method, Origin},
};
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

fn table(caption: &str, words: usize, heads: &[&str], rows: Vec<Vec<String>>) -> Figures {
    Figures {
        caption: caption.to_owned(),
        folded: false,
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
        words,
        rows,
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

fn folded(mut table: Figures) -> Block {
    table.folded = true;
    Block::Figures(table)
}

fn refusals(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let said = taken.learnt.refusals.iter();
    let said: Vec<String> = said.map(|why| words::refusal(why, figures)).collect();
    let blocks = (!said.is_empty()).then_some(Block::Lines(said));
    section(words::NOT_SAID, blocks.into_iter().collect())
}

fn won_and_lost(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let metrics = &taken.learnt.metrics;
    let money = |amount: Option<f64>| figures.money(amount.unwrap_or(f64::NAN));
    let row = |name: &str, total: &Total| {
        let interval = total.mean_interval;
        vec![
            name.to_owned(),
            figures.count(total.deals),
            figures.money(total.value),
            money(total.mean),
            interval.map_or_else(String::new, |range| {
                page::from_to(&figures.money(range.low), &figures.money(range.high))
            }),
            money(total.median),
        ]
    };
    let heads = [
        "",
        words::DEALS,
        words::VALUE,
        words::AVERAGE,
        words::RANGE,
        words::MIDDLE,
    ];
    let rows = vec![
        row(words::WON, &metrics.won),
        row(words::LOST, &metrics.lost),
        row(words::OPEN, &metrics.open),
    ];
    let rate = metrics.win_rate.as_ref();
    let said = [
        rate.map(|rate| words::win_rate(rate, figures)),
        metrics
            .days_to_win
            .as_ref()
            .map(|days| words::days_to_win(days, figures)),
        metrics
            .days_to_loss
            .as_ref()
            .map(|days| words::days_to_loss(days, figures)),
        taken
            .learnt
            .arrivals
            .as_ref()
            .ok()
            .map(|pace| words::arrivals(pace, figures)),
    ];
    let lines = said.into_iter().flatten().collect();
    let totals = table(words::WON_AND_LOST, 1, &heads, rows);
    section(
        words::WON_AND_LOST,
        vec![Block::Lines(lines), Block::Figures(totals)],
    )
}

fn by_group(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let groups = taken.learnt.groups.iter();
    let blocks = groups
        .filter(|(_, groups)| groups.len() > 1)
        .map(|(by, groups)| {
            let rows = groups.iter().map(|group| group_row(group, figures));
            let heads = [
                "",
                words::WON,
                words::LOST,
                words::OPEN,
                words::WIN_RATE,
                page::TOWARD_THE_WHOLE,
                words::VALUE,
            ];
            listed(table(words::by(*by), 1, &heads, rows.collect()), figures)
        });
    let mut blocks: Vec<Block> = blocks.collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Lines(vec![page::WHY_DRAWN.to_owned()]));
    }
    section(page::GROUPS, blocks)
}

fn group_row(group: &Group, figures: &DealFigures<'_>) -> Vec<String> {
    let share = |rate: Option<Rate>| rate.map_or(f64::NAN, |rate| rate.share);
    let name = if group.name.is_empty() {
        words::UNNAMED
    } else {
        &group.name
    };
    vec![
        name.to_owned(),
        figures.count(group.won.deals),
        figures.count(group.lost),
        figures.count(group.open),
        figures.percent(share(group.counted)),
        with_range(
            figures.percent(group.shrunk.unwrap_or(f64::NAN)),
            group.interval.map(|range| (range.low, range.high)),
            figures,
        ),
        figures.money(group.won.value),
    ]
}

fn by_age(taken: &Taken, figures: &DealFigures<'_>, writer: &Writer) -> Option<Section> {
    let curves = taken.learnt.curves.as_ref()?;
    let said = words::win_chance(&curves.win_chance(), curves.tau, figures);
    let ages = ages(curves);
    let rows = ages.iter().map(|age| {
        let age = *age;
        let later = curves.later(age);
        let lost = curves.at(age).map_or(0.0, |point| point.share_lost);
        vec![
            figures.count(age.max(0) as u32),
            figures.percent(curves.won_by(age)),
            figures.percent(lost),
            figures.percent(curves.undecided_at(age)),
            chance(&later, figures),
            range(&later, figures),
        ]
    });
    let heads = [
        words::AGE,
        words::WON,
        words::LOST,
        words::UNDECIDED,
        words::WON_LATER,
        words::RANGE,
    ];
    let numbers = table(words::BY_AGE, 0, &heads, rows.collect());
    section(
        words::BY_AGE,
        vec![
            Block::Lines(vec![said]),
            Block::Picture(pictures::chance_by_age(curves, &ages, figures, writer)),
            folded(numbers),
        ],
    )
}

/// Ages a reader can compare: a new deal, then steps of some round number of days.
fn ages(curves: &Curves) -> Vec<i64> {
    let most = curves.tau.max(1);
    let step = [7, 15, 30, 60, 90, 180, 365]
        .into_iter()
        .find(|step| most / step <= 8)
        .unwrap_or(730);
    let mut ages: Vec<i64> = (0..most).step_by(step as usize).collect();
    ages.push(most);
    ages
}

fn chance(later: &Later, figures: &DealFigures<'_>) -> String {
    if later.beyond_evidence {
        page::NOTHING.to_owned()
    } else {
        figures.percent(later.chance)
    }
}

/// A share with the range in which it lies, in one column: two would make the widest tables
/// too wide.
fn with_range(share: String, range: Option<(f64, f64)>, figures: &DealFigures<'_>) -> String {
    let Some((low, high)) = range else {
        return share;
    };
    let range = page::from_to(&figures.percent(low), &figures.percent(high));
    page::with_range(&share, &range)
}

fn range(later: &Later, figures: &DealFigures<'_>) -> String {
    if later.beyond_evidence {
        return String::new();
    }
    let (low, high) = (later.interval.low, later.interval.high);
    page::from_to(&figures.percent(low), &figures.percent(high))
}

fn stages(taken: &Taken, figures: &DealFigures<'_>) -> Option<Section> {
    let rows = taken.learnt.stages.iter().map(|stage| {
        let days = |days: Option<i64>| figures.days(days.map_or(f64::NAN, |days| days as f64));
        let on = stage.conversion.as_ref();
        vec![
            stage.stage.clone(),
            figures.count(stage.entered),
            figures.count(stage.went_on),
            figures.count(stage.lost),
            on.map_or_else(String::new, |later| {
                let range = (later.interval.low, later.interval.high);
                let range = (!later.beyond_evidence).then_some(range);
                with_range(chance(later, figures), range, figures)
            }),
            days(stage.median_days),
            days(stage.p90_days),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let heads = [
        words::STAGE,
        words::ENTERED,
        words::WENT_ON,
        words::LOST,
        page::GOES_ON,
        words::MIDDLE,
        page::ONE_IN_TEN,
    ];
    let blocks = (!rows.is_empty()).then(|| listed(table(page::STAGES, 1, &heads, rows), figures));
    section(page::STAGES, blocks.into_iter().collect())
}

fn back_test(taken: &Taken, figures: &DealFigures<'_>, writer: &Writer) -> Option<Section> {
    let test = &taken.learnt.back_test;
    let mut blocks = vec![Block::Lines(vec![words::conclusion(
        &test.conclusion,
        figures,
    )])];
    if !test.origins.is_empty() {
        let [rate, last, model] = Method::ALL.map(words::method);
        let heads = [words::QUARTER, words::CAME, rate, last, model, words::RANGE];
        let rows = test
            .origins
            .iter()
            .map(|origin| origin_row(origin, figures));
        blocks.push(Block::Picture(pictures::forecasts_of(
            test, figures, writer,
        )));
        blocks.push(folded(table(words::BACK_TEST, 1, &heads, rows.collect())));
    }
    section(words::BACK_TEST, blocks)
}

fn origin_row(origin: &Origin, figures: &DealFigures<'_>) -> Vec<String> {
    let [rate, last, model] = &origin.forecasts;
    let (year, quarter) = origin.quarter();
    vec![
        page::quarter(year, quarter),
        figures.money(origin.actual),
        figures.money(rate.mean),
        figures.money(last.mean),
        figures.money(model.mean),
        page::from_to(&figures.money(model.p10), &figures.money(model.p90)),
    ]
}
