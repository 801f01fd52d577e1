//! What moves the chance most: every uncertain figure at its low and its high.

use std::rc::Rc;

use plumbline_charts::{Caption, RangeBars, RangeRow, Scale, Tick, range_bars};
use plumbline_forecast::{Model, TornadoBar, TornadoEnd};
use plumbline_plan::Plan;
use plumbline_wording::texts::{explained, labels, reality_check as text, verdict};
use yew::prelude::*;

use super::{
    explain::use_explaining,
    levers::{apart, quantity},
};
use crate::{
    components::{Explained, Figures, ReadingChart, use_chart_width, use_figures},
    forecasting::{Answers, use_forecast},
    shell::field_address,
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
        let drawing = drawing(&rows, simulated.outcome.probability, &figures, width);
        let readings: Vec<String> = rows.iter().map(Row::read).collect();
        html! {
            <>
                <ReadingChart svg={range_bars(&drawing)} label={text::TORNADO} {readings} />
                <details class="depth">
                    <summary>{ verdict::AS_TABLE }<span class="unseen">{ format!(": {}", text::TORNADO) }</span></summary>
                    <div class="table-scroll" tabindex="0" role="region" aria-label={text::TORNADO}>
                        { table(&rows) }
                    </div>
                </details>
            </>
        }
    };
    html! {
        <section>
            <h2>{ text::TORNADO }</h2>
            <p class="section-why">{ text::TORNADO_TEXT }</p>
            <p class="how"><Explained value={explained::HOW} explanation={explaining.whole(text::TORNADO, explained::TORNADO, explained::Section::Verdict)} /></p>
            <div>{ body }</div>
        </section>
    }
}

/// One figure, in words.
struct Row {
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

fn table(rows: &[Row]) -> Html {
    let heads = [
        text::LOW,
        text::CHANCE_AT_LOW,
        text::MIDDLE_AT_LOW,
        text::HIGH,
        text::CHANCE_AT_LOW,
        text::MIDDLE_AT_HIGH,
    ];
    html! {
        <table class="figures">
            <caption class="unseen">{ text::TORNADO }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text::FIGURE }</th>
                    { for heads.into_iter().map(|head| html! { <th scope="col" class="figure">{ head }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for rows.iter().map(|row| html! {
                    <tr key={row.href.clone()}>
                        <th scope="row"><a href={row.href.clone()}>{ row.label.clone() }</a></th>
                        { for (0..2).flat_map(|end| [&row.values[end], &row.percents[end], &row.middles[end]]).map(|cell| html! {
                            <td class="figure">{ cell.clone() }</td>
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
