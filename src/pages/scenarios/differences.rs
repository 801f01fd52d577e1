//! What is different between the scenarios compared: in a sentence each, and input by input.

use plumbline_plan::{FieldPath, Plan, differences, side_by_side};
use plumbline_wording::{
    texts::{explained, labels, scenarios as text},
    values,
};
use serde_json::Value;
use yew::prelude::*;

use super::{answers::Answered, comparison::ComparisonProps};
use crate::{
    components::{Explained, Figures, said, use_figures},
    shell::field_address,
};

/// Each scenario against the first, in a sentence.
#[component]
pub(super) fn InWords(props: &ComparisonProps) -> Html {
    let figures = use_figures();
    let Some((first, others)) = props.answers.split_first() else {
        return Html::default();
    };
    if rows(props).is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ text::IN_WORDS }</h3>
            <div class="sentences">
                { for others.iter().filter_map(|other| sentence(first, other, props.chapters, &figures)).map(|said| html! {
                    <p dir="auto">{ said }</p>
                }) }
            </div>
        </>
    }
}

fn sentence(
    first: &Answered,
    other: &Answered,
    chapters: &[&str],
    figures: &Figures,
) -> Option<Html> {
    let (before, after) = (first.reading()?, other.reading()?);
    let more = after.bookings.mean - before.bookings.mean;
    // Less than what the simulation tells apart is no difference.
    let noticed = 0.005 * before.bookings.mean.abs().max(after.bookings.mean.abs());
    let moved = |amount: &str| {
        if more.abs() <= noticed {
            text::Moved::Same
        } else if more > 0.0 {
            text::Moved::More(amount.to_owned())
        } else {
            text::Moved::Less(amount.to_owned())
        }
    };
    let inputs = differences(&first.shown.plan, &other.shown.plan, chapters).len();
    let explaining = [other, first].map(|answer| answer.explaining(figures));
    let [one, two] = [(&after, 0), (&before, 1)].map(|(reading, place)| {
        let explanation = explaining[place].chance(text::CHANCE, explained::CHANCE);
        html! { <Explained value={figures.probability(reading.probability)} {explanation} /> }
    });
    let mut difference = explaining[0].mean(text::MEAN, explained::MEAN_DIFFERENCE);
    difference.steps = [(other, &after), (first, &before)]
        .map(|(answer, reading)| {
            let mean = figures.about_money(reading.bookings.mean);
            (answer.shown.name.to_string(), mean)
        })
        .to_vec();
    let amount = figures.rough_money(more.abs());
    let amount = html! { <Explained value={amount} explanation={difference} /> };
    Some(said(&[one, two, amount], |parts| {
        text::against(
            &other.shown.name,
            &first.shown.name,
            (parts[0], parts[1]),
            &moved(parts[2]),
            inputs,
        )
    }))
}

/// The inputs in which any of the scenarios differs from the first, with the value of each.
#[component]
pub(super) fn DifferencesTable(props: &ComparisonProps) -> Html {
    let figures = use_figures();
    let rows = rows(props);
    if rows.is_empty() {
        return html! { <p>{ text::SAME }</p> };
    }
    html! {
        <>
            <h3>{ text::DIFFERENT }</h3>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::DIFFERENT}>
                <table class="figures beside-each-other in-blocks" role="table">
                    <caption class="unseen">{ text::DIFFERENT }</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{ text::INPUT }</th>
                            { for props.answers.iter().map(|answer| html! {
                                <th scope="col" role="columnheader" class="figure" dir="auto">
                                    { answer.shown.name.clone() }
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        { for rows.iter().map(|(path, values)| row(props, path, values, &figures)) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn row(
    props: &ComparisonProps,
    path: &FieldPath,
    values: &[Option<Value>],
    figures: &Figures,
) -> Html {
    // The name of an item is known to a scenario that has it.
    let knows = values.iter().position(Option::is_some).unwrap_or(0);
    let label = labels::of(&props.answers[knows].shown.plan, path);
    html! {
        <tr role="row" key={path.to_string()}>
            <th scope="row" role="rowheader" dir="auto"><a href={field_address(path)}>{ label }</a></th>
            { for values.iter().zip(&props.answers).map(|(value, answer)| html! {
                <td role="cell" class="figure-words" data-label={answer.shown.name.clone()} dir="auto">
                    { values::in_words(&answer.shown.plan, path, value.as_ref(), figures) }
                </td>
            }) }
        </tr>
    }
}

/// The fields that differ, with every scenario's value.
fn rows(props: &ComparisonProps) -> Vec<(FieldPath, Vec<Option<Value>>)> {
    let plans: Vec<&Plan> = props
        .answers
        .iter()
        .map(|answer| &*answer.shown.plan)
        .collect();
    side_by_side(&plans, props.chapters)
}
