//! Two to four scenarios side by side: verdicts, pictures on one scale, differences in words.

use plumbline_charts::Scale;
use plumbline_plan::chapter::Scenarios;
use plumbline_wording::texts::{
    explained::{self, Section},
    scenarios as text,
};
use yew::prelude::*;

use super::{
    answers::Answered,
    differences::{DifferencesTable, InWords},
};
use crate::{
    components::{Explained, Explanation, Figures, use_figures},
    forecasting::TRIALS,
    verdict::{Explaining, PlumbStrip, Reading},
};

/// Properties of [`Comparison`].
#[derive(Properties, PartialEq)]
pub struct ComparisonProps {
    /// The scenarios, at least two.
    pub answers: Vec<Answered>,
    /// The chapters whose differences count: those a scenario holds unless said otherwise.
    #[prop_or(&Scenarios::CHAPTERS)]
    pub chapters: &'static [&'static str],
}

/// The comparison.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let figures = use_figures();
    let settled = props.answers.iter().all(|answer| {
        answer
            .reading()
            .is_none_or(|reading| !reading.settling || reading.failed)
    });
    let state = if settled {
        text::simulated(&figures.whole(f64::from(TRIALS)))
    } else {
        text::ESTIMATING.to_owned()
    };
    html! {
        <>
            <VerdictTable answers={props.answers.clone()} />
            <p class="hint" role="status">{ state }</p>
            <InWords answers={props.answers.clone()} chapters={props.chapters} />
            <DifferencesTable answers={props.answers.clone()} chapters={props.chapters} />
        </>
    }
}

/// How a row of the table is written.
type Write = fn(&Reading, &Figures) -> String;

/// How its figures come about.
type Explain = fn(&Explaining) -> Explanation;

const ROWS: [(&str, Write, Explain); 5] = [
    (
        text::CHANCE,
        |reading, figures| figures.probability(reading.probability),
        |explaining| explaining.chance(text::CHANCE, explained::CHANCE),
    ),
    (
        text::TARGET,
        |reading, figures| figures.about_money(reading.target),
        |explaining| explaining.target(text::TARGET),
    ),
    (
        text::MEAN,
        |reading, figures| figures.about_money(reading.bookings.mean),
        |explaining| explaining.mean(text::MEAN, explained::MEAN),
    ),
    (
        text::RANGE,
        |reading, figures| {
            let (low, high) = (reading.bookings.p10, reading.bookings.p90);
            text::from_to(&figures.about_money(low), &figures.about_money(high))
        },
        |explaining| explaining.whole(text::RANGE, explained::PERCENTILE, Section::Uncertainty),
    ),
    (
        text::SAFE,
        |reading, figures| figures.about_money(reading.at(0.2)),
        |explaining| explaining.whole(text::SAFE, explained::TARGET_AT_80, Section::Uncertainty),
    ),
];

/// The verdict of each scenario in a column.
#[component]
fn VerdictTable(props: &ComparisonProps) -> Html {
    let figures = use_figures();
    let readings: Vec<Option<Reading>> = props.answers.iter().map(Answered::reading).collect();
    let scale = Scale::around(
        readings
            .iter()
            .flatten()
            .flat_map(|reading| [reading.at(0.01), reading.at(0.99), reading.target]),
    );
    let explaining: Vec<Explaining> = props
        .answers
        .iter()
        .map(|answer| answer.explaining(&figures))
        .collect();
    let named = |place: usize| props.answers[place].shown.name.clone();
    let missing = |place: usize| text::missing(props.answers[place].forecast.problems().len());
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={text::COMPARED}>
            // On narrow pages its rows are laid out in lines, so it says itself that it is a table.
            <table class="figures compared beside-each-other in-blocks" role="table">
                <caption class="unseen">{ text::COMPARED }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        { for props.answers.iter().map(|answer| html! {
                            <th scope="col" role="columnheader" class="figure" dir="auto">
                                { answer.shown.name.clone() }
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { for ROWS.iter().map(|(name, write, explain)| html! {
                        <tr role="row" key={*name}>
                            <th scope="row" role="rowheader">{ *name }</th>
                            { for readings.iter().enumerate().map(|(place, reading)| html! {
                                <td role="cell" class="figure" data-label={named(place)}>{ match reading {
                                    Some(reading) => html! {
                                        <Explained value={write(reading, &figures)}
                                            explanation={explain(&explaining[place])} />
                                    },
                                    None if *name == text::CHANCE => missing(place).into(),
                                    None => Html::default(),
                                } }</td>
                            }) }
                        </tr>
                    }) }
                    <tr role="row">
                        <th scope="row" role="rowheader">{ text::PICTURE }</th>
                        { for readings.iter().enumerate().map(|(place, reading)| html! {
                            <td role="cell" class="compared-picture" data-label={named(place)}>
                                if let Some(reading) = reading {
                                    <PlumbStrip reading={reading.clone()} {scale} />
                                }
                            </td>
                        }) }
                    </tr>
                </tbody>
            </table>
        </div>
    }
}
