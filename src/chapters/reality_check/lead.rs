//! The verdict in a sentence, each number of which opens the chain behind it.

use plumbline_plan::FieldPath;
use plumbline_wording::texts::{
    explained::{self, Section},
    labels, reality_check, verdict as text,
};
use yew::prelude::*;

use crate::{
    components::{Explained, said, use_figures},
    forecasting::use_forecast,
    shell::field_address,
    verdict::{Reading, use_explaining},
    workbook::access::use_plan,
};

/// Properties of [`Lead`].
#[derive(Properties, PartialEq)]
pub(super) struct LeadProps {
    /// The newest answer.
    pub reading: Reading,
}

/// "You have about a 34% chance of 1.2 million; the plan as written brings about 870,000;
/// this and that matter most."
#[component]
pub(super) fn Lead(props: &LeadProps) -> Html {
    let figures = use_figures();
    let explaining = use_explaining();
    let reading = &props.reading;
    let money = |amount: f64| figures.about_money(amount);
    let target = explaining.target(reality_check::TARGET_COLUMN);
    let whole = |name, formula| explaining.whole(name, formula, Section::Uncertainty);
    let middle = whole(reality_check::MIDDLE_OUTCOME, explained::PERCENTILE);
    let chance = explaining.chance(reality_check::CHANCE, explained::CHANCE);
    let percent = figures.probability(reading.probability);
    let edge = !(0.01..=0.99).contains(&reading.probability);
    let [first, second] = use_matter_most();
    let most = first.is_some() && second.is_some();
    let parts = [
        html! { <Explained value={percent} explanation={chance} /> },
        html! { <Explained value={money(reading.target)} explanation={target} /> },
        html! { <Explained value={money(reading.bookings.p50)} explanation={middle} /> },
        first.unwrap_or_default(),
        second.unwrap_or_default(),
    ];
    let sentence = said(&parts, |parts| {
        let chance = text::about_chance(parts[0], edge);
        if most {
            text::lead(&chance, parts[1], parts[2], parts[3], parts[4])
        } else {
            text::sentence(&chance, parts[1], parts[2])
        }
    });
    let explanation = whole(reality_check::TARGET_AT_80, explained::TARGET_AT_80);
    let safe = [html! { <Explained value={money(reading.at(0.2))} {explanation} /> }];
    html! {
        <section class="verdict-lead">
            <p class="verdict-sentence">{ sentence }</p>
            <p>{ said(&safe, |parts| text::safe_target(parts[0])) }</p>
            <p class="section-why">{ explained::PRESS_ANY }</p>
        </section>
    }
}

/// The two assumptions that matter most, each with the way to its field.
#[hook]
fn use_matter_most() -> [Option<Html>; 2] {
    let plan = use_plan();
    let forecast = use_forecast();
    let influences = forecast
        .estimate()
        .map_or(&[][..], |estimate| &estimate.analytic.influences);
    let link = |path: &FieldPath| {
        let words = labels::in_words(&plan, path);
        html! { <a href={field_address(path)}>{ words }</a> }
    };
    [0, 1].map(|place| {
        let influence = influences.get(place).filter(|one| one.share > 0.0);
        influence.map(|influence| link(&influence.path))
    })
}
