//! What moves the chance most: every uncertain figure at its low and its high.

use std::rc::Rc;

use plumbline_charts::{Caption, RangeBars, RangeRow, Scale, Tick, range_bars};
use plumbline_forecast::{Model, TornadoBar, TornadoEnd};
use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{explained, labels, reality_check as text, verdict};
use yew::prelude::*;

use super::levers::{apart, quantity};
use crate::{
    components::{
        Explained, Explanation, Figures, FiguresRow, FiguresTable, ReadingChart, heads, said,
        use_chart_width, use_figures,
    },
    forecasting::{Answers, use_forecast},
    shell::field_address,
    verdict::{Explaining, use_explaining},
    workbook::access::use_plan,
};

/// Properties of [`TornadoSection`].
#[derive(Properties, PartialEq)]
pub(super) struct TornadoSectionProps {
    /// What is known so far.
    pub answers: Rc<Answers>,
}

/// The section.
#[component]
pub(super) fn TornadoSection(props: &TornadoSectionProps) -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let plan = use_plan();
    let width = use_chart_width();
    let explaining = use_explaining();
    let answers = &props.answers;
    let known = forecast.estimate().zip(forecast.simulated.as_ref());
    let Some((estimate, simulated)) = known else {
        return html! { <section /> };
    };
    let rows: Vec<Row> = answers
        .bars
        .iter()
        .map(|bar| Row::new(bar, &plan, &estimate.model, &figures))
        .collect();
    let body = if rows.is_empty() {
        let words = if answers.is_complete() {
            text::NOTHING_UNCERTAIN.to_owned()
        } else {
            text::searching(answers.answered, answers.asked)
        };
        html! { <p>{ words }</p> }
    } else {
        let drawing = drawing(&rows, simulated.outcome.probability, &figures, width.get());
        let readings: Vec<String> = rows.iter().map(Row::read).collect();
        let mut heads = heads([text::FIGURE]);
        heads.extend(COLUMNS.map(|(head, _)| AttrValue::Static(head)));
        let explain = {
            let (explaining, rows) = (explaining.clone(), rows.clone());
            Callback::from(move |(row, column): (usize, usize)| {
                chain(&explaining, rows.get(row), column)
            })
        };
        html! {
            <>
                <ReadingChart width={width.clone()} svg={range_bars(&drawing)} label={text::TORNADO} {readings} />
                <details class="depth">
                    <summary>{ verdict::AS_TABLE }<span class="unseen">{ format!(": {}", text::TORNADO) }</span></summary>
                    <FiguresTable caption={text::TORNADO} {heads} rows={rows.iter().map(written).collect::<Vec<_>>()} {explain} />
                </details>
            </>
        }
    };
    let counts = [rows.len(), answers.uncertain].map(|count| {
        let explanation = explaining.whole(
            text::TORNADO,
            explained::STRONGEST,
            explained::Section::Verdict,
        );
        html! { <Explained value={figures.whole(count as f64)} {explanation} /> }
    });
    html! {
        <section>
            <h2>{ text::TORNADO }</h2>
            <p class="section-why">
                { text::TORNADO_TEXT }
                if answers.uncertain > rows.len() && answers.is_complete() {
                    { " " }{ said(&counts, |parts| text::widest(parts[0], parts[1])) }
                }
            </p>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.whole(text::TORNADO, explained::TORNADO, explained::Section::Verdict)} /></p>
            <div>{ body }</div>
        </section>
    }
}

/// One figure, in words.
#[derive(Clone)]
struct Row {
    path: FieldPath,
    label: String,
    href: String,
    chances: [f64; 2],
    values: [String; 2],
    percents: [String; 2],
    middles: [String; 2],
}

impl Row {
    fn new(bar: &TornadoBar, plan: &Plan, model: &Model, figures: &Figures) -> Self {
        let kind = quantity(model, &bar.path);
        let (low, high) = apart(figures, kind, bar.low.value, bar.high.value);
        let both = |of: &dyn Fn(&TornadoEnd) -> String| [of(&bar.low), of(&bar.high)];
        Self {
            path: bar.path.clone(),
            label: labels::of(plan, &bar.path),
            href: field_address(&bar.path),
            chances: [bar.low.probability, bar.high.probability],
            values: [low, high],
            percents: both(&|end| figures.probability(end.probability)),
            middles: both(&|end| figures.about_money(end.median)),
        }
    }

    fn read(&self) -> String {
        let ([low, high], [at_low, at_high]) = (&self.values, &self.percents);
        text::bar(&self.label, low, at_low, high, at_high)
    }
}

fn drawing(rows: &[Row], base: f64, figures: &Figures, width: u32) -> RangeBars {
    let chances = rows.iter().flat_map(|row| row.chances).chain([base]);
    let (low, high) = chances.fold((1.0_f64, 0.0_f64), |(low, high), chance| {
        (low.min(chance), high.max(chance))
    });
    let round = |chance: f64| (chance * 20.0).round() / 20.0;
    let scale = Scale::new(
        round((low - 0.025).max(0.0)),
        round((high + 0.025).min(1.0)),
    );
    RangeBars {
        caption: Caption {
            title: text::TORNADO.to_owned(),
            description: text::TORNADO_TEXT.to_owned(),
        },
        width,
        ticks: scale
            .ticks(6)
            .into_iter()
            .map(|chance| Tick::new(chance, figures.percent_to(chance, 0)))
            .collect(),
        scale,
        base,
        names: [text::AT_LOW.to_owned(), text::AT_HIGH.to_owned()],
        rows: rows
            .iter()
            .map(|row| RangeRow {
                name: row.label.clone(),
                ends: row.chances,
                texts: row.values.clone(),
            })
            .collect(),
    }
}

/// The heads of the table's columns, and how the figures below each come about.
const COLUMNS: [(&str, &str); 6] = [
    (text::LOW, explained::LOW_END),
    (text::CHANCE_AT_LOW, explained::TORNADO),
    (text::MIDDLE_AT_LOW, explained::TORNADO),
    (text::HIGH, explained::HIGH_END),
    (text::CHANCE_AT_HIGH, explained::TORNADO),
    (text::MIDDLE_AT_HIGH, explained::TORNADO),
];

/// A row of the table.
fn written(row: &Row) -> FiguresRow {
    let end = |end: usize| [&row.values[end], &row.percents[end], &row.middles[end]];
    let cells = (0..2).flat_map(end).cloned();
    FiguresRow {
        href: Some(row.href.clone().into()),
        ..FiguresRow::new(row.label.clone(), cells)
    }
}

/// What is behind a figure of the table.
fn chain(explaining: &Explaining, row: Option<&Row>, column: usize) -> Explanation {
    let (head, formula) = COLUMNS[column.min(5)];
    let Some(row) = row else {
        return explaining.simulated(head, formula, Vec::new());
    };
    let steps = [
        (text::LOW, &row.values[0]),
        (text::CHANCE_AT_LOW, &row.percents[0]),
        (text::HIGH, &row.values[1]),
        (text::CHANCE_AT_HIGH, &row.percents[1]),
    ];
    let steps = steps.map(|(name, value)| (name.to_owned(), value.clone()));
    let (name, section) = (text::reading(&row.label, head), explained::Section::Verdict);
    explaining.made_of(&name, formula, section, steps.to_vec(), |path| {
        *path == row.path
    })
}
