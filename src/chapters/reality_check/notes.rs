//! What a reader should know about the input behind the answer.

use plumbline_forecast::model::Note;
use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{explained, labels, verdict as text};
use yew::prelude::*;

use crate::{
    components::{Explained, Explanation, Figures, Input, said, use_figures},
    forecasting::use_forecast,
    shell::field_address,
    workbook::access::use_plan,
};

/// The notes, each with a link to its field where it has one.
#[component]
pub(super) fn NotesSection() -> Html {
    let forecast = use_forecast();
    let plan = use_plan();
    let figures = use_figures();
    let notes = forecast
        .estimate()
        .map_or(&[][..], |estimate| &estimate.model.notes);
    if notes.is_empty() {
        return html! { <section /> };
    }
    html! {
        <section>
            <h2>{ text::NOTES }</h2>
            <ul class="notes">
                { for notes.iter().map(|note| {
                    let (field, words) = worded(note, &figures);
                    html! { <li>{ link(&plan, field.as_ref()) }{ words }</li> }
                }) }
            </ul>
        </section>
    }
}

fn link(plan: &Plan, field: Option<&FieldPath>) -> Html {
    match field {
        Some(path) => {
            html! { <><a href={field_address(path)}>{ labels::of(plan, path) }</a>{ ": " }</> }
        }
        None => html! { <></> },
    }
}

/// The field a note is about, and the note, whose numbers open the chain behind them.
fn worded(note: &Note, figures: &Figures) -> (Option<FieldPath>, Html) {
    let deals = || FieldPath::from("pipeline/deals");
    let counted = |count: u32, words: fn(&str, bool) -> String| {
        let written = figures.whole(f64::from(count));
        let inputs = vec![Input::Fact(deals(), written.clone())];
        let number = entered(written, inputs);
        (
            Some(deals()),
            said(&[number], |parts| words(parts[0], count == 1)),
        )
    };
    match note {
        Note::AverageDiffers {
            path,
            entered: average,
            used,
        } => {
            let numbers = [average, used].map(|number| {
                let inputs = vec![Input::Assumption(path.clone())];
                entered(figures.count(*number), inputs)
            });
            let words = said(&numbers, |parts| text::average_differs(parts[0], parts[1]));
            (Some(path.clone()), words)
        }
        Note::RangeHardToFit { path, .. } => (Some(path.clone()), text::RANGE_HARD_TO_FIT.into()),
        Note::NoTime { path } => (Some(path.clone()), text::NO_TIME.into()),
        Note::OnePersonAssumed { path } => (Some(path.clone()), text::ONE_PERSON_ASSUMED.into()),
        Note::LargePieces { path } => (Some(path.clone()), text::LARGE_PIECES.into()),
        Note::NoActuals { month } => (
            Some(FieldPath::from("scorecard/actuals")),
            text::no_actuals(&figures.month(*month)).into(),
        ),
        Note::PastCutOff { deals } => counted(*deals, text::past_cut_off),
        Note::Undated { deals } => counted(*deals, text::undated),
        Note::AlreadyWon { deals } => counted(*deals, text::already_won),
    }
}

/// A number that stands in the plan, or follows from what stands there alone.
fn entered(value: String, inputs: Vec<Input>) -> Html {
    let explanation = Explanation {
        name: text::NOTES.to_owned(),
        formula: explained::ENTERED.to_owned(),
        steps: Vec::new(),
        inputs,
        section: explained::Section::Flow,
        other: None,
    };
    html! { <Explained {value} {explanation} /> }
}
