//! Range, source, note and last check of one assumption, in a dialog.

use plumbline_plan::{FieldPath, Source};
use plumbline_wording::texts::fields;
use yew::prelude::*;

use super::{
    assumption_value::AssumptionValue, choice::Choice, date_field::DateField, dialog::Dialog,
    number_field::QuantityField, text_field::TextField,
};
use crate::workbook::access::use_changes;

/// Properties of [`AssumptionDetails`].
#[derive(Properties, PartialEq)]
pub struct AssumptionDetailsProps {
    /// The assumption's path.
    pub path: FieldPath,
    /// Its label with what it belongs to.
    pub label: AttrValue,
    /// The assumption.
    pub value: AssumptionValue,
    /// Called when the dialog is closed.
    pub close: Callback<()>,
}

/// The dialog.
#[component]
pub fn AssumptionDetails(props: &AssumptionDetailsProps) -> Html {
    let changes = use_changes();
    let value = &props.value;
    let choose = {
        let (path, old) = (props.path.child("source"), value.source.clone());
        Callback::from(move |name: AttrValue| changes.set(&path, named_source(&name, &old)))
    };
    let options = vec![
        ("guess".into(), fields::SOURCE_GUESS.into()),
        ("team".into(), fields::SOURCE_TEAM.into()),
        ("own_history".into(), fields::SOURCE_HISTORY.into()),
        ("published".into(), fields::SOURCE_PUBLISHED.into()),
    ];
    let (low, high) = value
        .range
        .map_or((None, None), |(low, high, _)| (Some(low), Some(high)));
    html! {
        <Dialog title={props.label.clone()} close={props.close.clone()}>
            <div class="columns">
                <QuantityField path={props.path.child("low")} label={fields::LOW} kind={value.kind}
                    bounds={value.bounds} value={low} />
                <QuantityField path={props.path.child("high")} label={fields::HIGH} kind={value.kind}
                    bounds={value.bounds} value={high} />
            </div>
            <Choice id={format!("{}-source", props.path)} label={fields::SOURCE} {options}
                chosen={source_name(&value.source)} {choose} />
            <SourceFields path={props.path.child("source")} source={value.source.clone()} />
            <TextField path={props.path.child("note")} label={fields::NOTE} value={value.note.clone()} />
            <div class="columns">
                <DateField path={props.path.child("checked_on")} label={fields::CHECKED_ON}
                    value={value.checked_on} />
                <TextField path={props.path.child("owner")} label={fields::OWNER} value={value.owner.clone()} />
                <DateField path={props.path.child("review_on")} label={fields::REVIEW_ON}
                    value={value.review_on} />
            </div>
        </Dialog>
    }
}

fn source_name(source: &Source) -> &'static str {
    match source {
        Source::Guess => "guess",
        Source::Team => "team",
        Source::OwnHistory { .. } => "own_history",
        Source::Published { .. } => "published",
    }
}

fn named_source(name: &str, old: &Source) -> Source {
    match name {
        name if name == source_name(old) => old.clone(),
        "team" => Source::Team,
        "own_history" => Source::OwnHistory {
            events: None,
            of: 1,
        },
        "published" => Source::Published {
            reference: String::new(),
            year: None,
        },
        _ => Source::Guess,
    }
}

#[derive(Properties, PartialEq)]
struct SourceFieldsProps {
    path: FieldPath,
    source: Source,
}

/// What a source says of itself besides its kind.
#[component]
fn SourceFields(props: &SourceFieldsProps) -> Html {
    let changes = use_changes();
    match &props.source {
        Source::Guess | Source::Team => html! { <div /> },
        Source::OwnHistory { events, of } => {
            let (events, of) = (*events, *of);
            let set_events = set(&changes, &props.path, move |text| {
                let events = text.trim().parse().ok();
                Some(Source::OwnHistory { events, of })
            });
            let set_of = set(&changes, &props.path, move |text| {
                let of = text.trim().parse().ok()?;
                Some(Source::OwnHistory { events, of })
            });
            html! {
                <div class="columns">
                    <TextField path={props.path.child("events")} label={fields::HISTORY_EVENTS}
                        value={events.map(|n| n.to_string()).unwrap_or_default()} oncommit={set_events} />
                    <TextField path={props.path.child("of")} label={fields::HISTORY_OF}
                        value={of.to_string()} oncommit={set_of} />
                </div>
            }
        }
        Source::Published { reference, year } => {
            let (kept_year, kept_reference) = (*year, reference.clone());
            let set_reference = set(&changes, &props.path, move |text| {
                Some(Source::Published {
                    reference: text.to_owned(),
                    year: kept_year,
                })
            });
            let set_year = set(&changes, &props.path, move |text| {
                let year = text.trim().parse().ok();
                Some(Source::Published {
                    reference: kept_reference.clone(),
                    year,
                })
            });
            html! {
                <div class="columns">
                    <TextField path={props.path.child("reference")} label={fields::REFERENCE}
                        value={reference.clone()} oncommit={set_reference} />
                    <TextField path={props.path.child("year")} label={fields::YEAR}
                        value={year.map(|n| n.to_string()).unwrap_or_default()} oncommit={set_year} />
                </div>
            }
        }
    }
}

/// Sets the source to what was typed, when it makes one.
fn set(
    changes: &crate::workbook::access::Changes,
    path: &FieldPath,
    make: impl Fn(&str) -> Option<Source> + 'static,
) -> Callback<String> {
    let (changes, path) = (changes.clone(), path.clone());
    Callback::from(move |text: String| {
        if let Some(source) = make(&text) {
            changes.set(&path, source);
        }
    })
}
