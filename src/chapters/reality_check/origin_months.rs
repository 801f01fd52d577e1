//! Bookings month by month by where they come from: picture and table.

use std::rc::Rc;

use plumbline_charts::{Caption, ColumnMonth, Level, MonthColumns, Size, Tick, month_columns};
use plumbline_forecast::{ByOrigin, MonthOutcome};
use plumbline_wording::texts::{explained, reality_check, verdict as text};
use yew::prelude::*;

use crate::{
    components::{
        Figures, FiguresRow, FiguresTable, ReadingChart, heads, use_chart_width, use_figures,
    },
    forecasting::Simulated,
    verdict::use_explaining,
};

/// Properties of [`OriginsByMonth`].
#[derive(Properties, PartialEq)]
pub(super) struct OriginsByMonthProps {
    /// The answer.
    pub simulated: Rc<Simulated>,
}

/// Average bookings of every month by origin: picture and table.
#[component]
pub(super) fn OriginsByMonth(props: &OriginsByMonthProps) -> Html {
    let figures = use_figures();
    let width = use_chart_width();
    let explaining = use_explaining();
    let months = &props.simulated.outcome.months;
    let readings: Vec<String> = months
        .iter()
        .map(|month| month_words(month, &figures))
        .collect();
    let explain = {
        let simulated = Rc::clone(&props.simulated);
        Callback::from(move |(row, column): (usize, usize)| {
            let Some(month) = simulated.outcome.months.get(row) else {
                return explaining.simulated(text::ORIGINS, explained::ORIGIN, Vec::new());
            };
            let all = parts(&month.by_origin);
            let figures = explaining.figures();
            let (name, formula) = match all.get(column) {
                Some((name, _)) => (*name, explained::ORIGIN),
                None => (text::TARGET, explained::MONTH_TARGET),
            };
            let name = reality_check::reading(&figures.month(month.month), name);
            let steps = all.map(|(name, amount)| (name.to_owned(), figures.about_money(amount)));
            explaining.simulated(&name, formula, steps.to_vec())
        })
    };
    html! {
        <div class="part">
            <h3>{ reality_check::BY_ORIGIN }</h3>
            <ReadingChart width={width.clone()} svg={month_columns(&drawing(months, &figures, width.get()))}
                label={reality_check::BY_ORIGIN} {readings} />
            <details class="depth">
                <summary>{ text::AS_TABLE }<span class="unseen">{ format!(": {}", reality_check::BY_ORIGIN) }</span></summary>
                <FiguresTable caption={reality_check::BY_ORIGIN} heads={heads([
                    text::MONTH, text::ACTUAL, text::OPEN, text::NEW, text::REPEAT, reality_check::TARGET_COLUMN,
                ])} rows={rows(months, &figures)} {explain} />
            </details>
        </div>
    }
}

/// The origins from the ground up.
fn parts(by: &ByOrigin) -> [(&'static str, f64); 4] {
    [
        (text::ACTUAL, by.actual),
        (text::OPEN, by.open),
        (text::NEW, by.new),
        (text::REPEAT, by.repeat_and_referral),
    ]
}

fn month_words(month: &MonthOutcome, figures: &Figures) -> String {
    let shown = parts(&month.by_origin)
        .into_iter()
        .filter(|(_, amount)| *amount > 0.0);
    let mut words: Vec<String> = shown
        .map(|(name, amount)| reality_check::reading(name, &figures.about_money(amount)))
        .collect();
    words.push(reality_check::reading(
        text::TARGET,
        &figures.about_money(month.target),
    ));
    reality_check::reading(&figures.month(month.month), &words.join("; "))
}

fn drawing(months: &[MonthOutcome], figures: &Figures, width: u32) -> MonthColumns {
    // An origin that brings nothing in any month would only stand in the key.
    let shown: Vec<usize> = (0..4)
        .filter(|place| {
            months
                .iter()
                .any(|month| parts(&month.by_origin)[*place].1 > 0.0)
        })
        .collect();
    let names = figures.month_marks(months.iter().map(|month| month.month));
    let columns: Vec<ColumnMonth> = months
        .iter()
        .zip(names)
        .map(|(month, name)| ColumnMonth {
            name,
            parts: shown
                .iter()
                .map(|place| parts(&month.by_origin)[*place].1)
                .collect(),
        })
        .collect();
    let level = Level {
        name: text::TARGET.to_owned(),
        values: months.iter().map(|month| month.target).collect(),
    };
    let scale = MonthColumns::propose_scale(&columns, Some(&level));
    MonthColumns {
        caption: Caption {
            title: reality_check::BY_ORIGIN.to_owned(),
            description: reality_check::BY_ORIGIN_TEXT.to_owned(),
        },
        size: Size { width, height: 280 },
        ticks: scale
            .ticks(6)
            .into_iter()
            .map(|amount| Tick::new(amount, figures.chart_money(amount)))
            .collect(),
        scale,
        parts: shown
            .iter()
            .map(|place| parts(&ByOrigin::default())[*place].0.to_owned())
            .collect(),
        months: columns,
        level: Some(level),
    }
}

/// The numbers behind the picture.
fn rows(months: &[MonthOutcome], figures: &Figures) -> Vec<FiguresRow> {
    let row = |month: &MonthOutcome| {
        let amounts = parts(&month.by_origin).map(|(_, amount)| amount);
        let amounts = amounts.into_iter().chain([month.target]);
        FiguresRow::new(
            figures.month(month.month),
            amounts.map(|amount| figures.about_money(amount)),
        )
    };
    months.iter().map(row).collect()
}
