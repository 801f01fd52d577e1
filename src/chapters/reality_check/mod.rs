//! Chapter 11: the verdict in a sentence, what it would take, and how the period unfolds.

mod computed;
mod explain;
mod levers;
mod months;
mod notes;
mod origins;
mod outcomes;
mod required;
mod tornado;
mod uncertainty;
mod what_if;
mod workload;

pub use what_if::{Trying, WhatIfs, use_trying};

use plumbline_wording::texts::{labels, verdict as text};
use yew::prelude::*;

use crate::{
    components::{Figures, use_figures},
    forecasting::{use_answers, use_forecast},
    verdict::{MissingList, Reading},
    workbook::access::use_plan,
};

/// The page of chapter 11.
#[component]
pub(super) fn RealityCheckChapter() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let answers = use_answers();
    let Some(reading) = Reading::of(&forecast) else {
        return html! {
            <section>
                <h2>{ text::MISSING }</h2>
                <MissingList />
            </section>
        };
    };
    html! {
        <>
            <section class="verdict-lead">
                <p class="verdict-sentence">{ sentence(&reading, &figures) }</p>
                <MatterMost />
                <p>
                    { text::safe_targets(
                        &figures.about_money(reading.at(0.2)),
                        &figures.about_money(reading.at(0.5)),
                    ) }
                </p>
            </section>
            <outcomes::OutcomesSection />
            <levers::LeversSection answers={answers.clone()} />
            <what_if::WhatIfSection />
            <months::MonthsSection />
            <origins::OriginsSection />
            <required::RequiredSection />
            <workload::WorkloadSection />
            <tornado::TornadoSection {answers} />
            <uncertainty::UncertaintySection />
            <notes::NotesSection />
            <computed::ComputedSection />
        </>
    }
}

/// "You have about a 34% chance of 1.2 million; the plan as written brings about 870,000."
fn sentence(reading: &Reading, figures: &Figures) -> String {
    let percent = figures.probability(reading.probability);
    let edge = !(0.01..=0.99).contains(&reading.probability);
    text::sentence(
        &text::about_chance(&percent, edge),
        &figures.about_money(reading.target),
        &figures.about_money(reading.bookings.mean),
    )
}

/// The two assumptions that matter most, in a sentence.
#[component]
fn MatterMost() -> Html {
    let plan = use_plan();
    let forecast = use_forecast();
    let influences = forecast
        .estimate()
        .map_or(&[][..], |estimate| &estimate.analytic.influences);
    let words = match influences {
        [first, second, ..] if second.share > 0.0 => text::matter_most(
            &labels::of(&plan, &first.path),
            &labels::of(&plan, &second.path),
        ),
        _ => String::new(),
    };
    html! { <p>{ words }</p> }
}
