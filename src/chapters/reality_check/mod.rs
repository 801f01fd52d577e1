//! Chapter 11: the verdict in a sentence, what it would take, and how the period unfolds.

mod computed;
mod explain;
mod lead;
mod levers;
mod months;
mod notes;
mod origin_months;
mod origins;
mod outcomes;
mod required;
mod tornado;
mod uncertainty;
mod what_if;
mod workload;

pub use what_if::{Trying, WhatIfs, use_trying};

use plumbline_wording::texts::verdict as text;
use yew::prelude::*;

use crate::{
    forecasting::{use_answers, use_forecast},
    verdict::{MissingList, Reading},
};

/// The page of chapter 11.
#[component]
pub(super) fn RealityCheckChapter() -> Html {
    let forecast = use_forecast();
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
            <lead::Lead {reading} />
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
