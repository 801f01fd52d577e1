//! What a reader should know about the input behind the answer.

use plumbline_forecast::model::Note;
use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{labels, verdict as text};
use yew::prelude::*;

use crate::{
    components::{Figures, use_figures},
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
                    let (field, said) = worded(note, &figures);
                    html! { <li>{ link(&plan, field) }{ said }</li> }
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

fn worded<'a>(note: &'a Note, figures: &Figures) -> (Option<&'a FieldPath>, String) {
    match note {
        Note::AverageDiffers {
            path,
            entered,
            used,
        } => (
            Some(path),
            text::average_differs(&figures.count(*entered), &figures.count(*used)),
        ),
        Note::RangeHardToFit { path, .. } => (Some(path), text::RANGE_HARD_TO_FIT.to_owned()),
        Note::NoTime { path } => (Some(path), text::NO_TIME.to_owned()),
        Note::OnePersonAssumed { path } => (Some(path), text::ONE_PERSON_ASSUMED.to_owned()),
        Note::NoActuals { month } => (None, text::no_actuals(&figures.month(*month))),
        Note::PastCutOff { deals } => (None, text::past_cut_off(*deals as usize)),
        Note::Undated { deals } => (None, text::undated(*deals as usize)),
        Note::AlreadyWon { deals } => (None, text::already_won(*deals as usize)),
    }
}
