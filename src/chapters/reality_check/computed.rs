//! Where the answer comes from, for who wants to check it: how many trials, drawn how, run
//! by whom, and a mark to compare with other machines.

use plumbline_wording::texts::verdict as text;
use yew::prelude::*;

use crate::{
    components::{Figures, use_figures},
    forecasting::{Simulated, use_forecast},
};

/// The section, once the simulation has a first answer.
#[component]
pub(super) fn ComputedSection() -> Html {
    let forecast = use_forecast();
    let figures = use_figures();
    let Some(simulated) = &forecast.simulated else {
        return html! { <section /> };
    };
    html! {
        <section>
            <details class="depth">
                <summary>{ text::HOW_COMPUTED }</summary>
                <p>{ by_whom(simulated, &figures) }</p>
                <p>{ text::FINGERPRINT }{ ": " }<code>{ format!("{:016x}", simulated.fingerprint) }</code></p>
                <p>{ text::FINGERPRINT_TEXT }</p>
            </details>
        </section>
    }
}

fn by_whom(simulated: &Simulated, figures: &Figures) -> String {
    let outcome = &simulated.outcome;
    let trials = figures.whole(f64::from(outcome.trials));
    let computed = simulated.computed;
    let mut words = match computed.workers {
        0 => text::computed_by_page(&trials, outcome.seed),
        workers => text::computed_by_workers(&trials, outcome.seed, workers),
    };
    if computed.replaced > 0 {
        words.push(' ');
        words.push_str(&text::workers_replaced(computed.replaced as usize));
    }
    words
}
