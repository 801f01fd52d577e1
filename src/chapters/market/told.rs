//! Which column of the firm's own deals tells whether an attribute of the profile holds, and
//! with which of its values.

use std::collections::BTreeSet;

use plumbline_deals::{Tally, tally::Counted};
use plumbline_plan::{Edit, FieldPath, chapter::market::ProfileAttribute};
use plumbline_wording::texts::by_score as text;
use yew::prelude::*;

use crate::{
    chapters::parts::Options,
    components::{Picker, field_id, use_figures},
    deals::use_own_record,
    workbook::access::use_changes,
};

/// Values shown at once; those of fewer deals are folded away.
const SHOWN: usize = 12;
/// Values of a column that can be ticked. Who has more should group them in the CRM.
const MOST: usize = 200;

/// Properties of [`ToldBy`].
#[derive(Properties, PartialEq)]
pub(super) struct ToldByProps {
    /// The attribute's path.
    pub path: FieldPath,
    /// The attribute.
    pub attribute: ProfileAttribute,
    /// What it is called.
    pub name: AttrValue,
}

/// The column and its values; nothing without deals.
#[component]
pub(super) fn ToldBy(props: &ToldByProps) -> Html {
    let changes = use_changes();
    let record = use_own_record();
    let Some(tally) = record.as_ref().map(|record| &record.tally) else {
        return html! { <div /> };
    };
    if tally.is_empty() {
        return html! { <div /> };
    }
    let (path, attribute) = (&props.path, &props.attribute);
    let column = path.child("told_by");
    let told = attribute.told_by.as_str();
    let summary = match told {
        "" => text::TELLS.to_owned(),
        told => text::told_by(&text::column(told)),
    };
    let choose = {
        let (column, values) = (column.clone(), path.child("told_values"));
        Callback::from(move |key: AttrValue| {
            // The values are those of a column: with another one they mean nothing.
            changes.make(Edit::group(vec![
                Edit::set(&column, key.as_str()),
                Edit::set(&values, BTreeSet::<String>::new()),
            ]));
        })
    };
    html! {
        <details class="depth">
            <summary><span class="unseen">{ format!("{}: ", props.name) }</span>{ summary }</summary>
            <Picker id={field_id(&column)} label={text::COLUMN} of={props.name.clone()}
                options={columns(tally, told)} chosen={told.to_owned()} {choose} />
            <Values path={path.child("told_values")} ticked={attribute.told_values.clone()}
                column={told.to_owned()} />
        </details>
    }
}

/// The columns to choose from, and the one that was chosen for other deals.
fn columns(tally: &Tally, told: &str) -> Options {
    let known = tally.columns.iter().map(|column| column.key.as_str());
    let mut options: Options = vec![("".into(), text::NO_COLUMN.into())];
    options.extend(known.map(|key| (key.to_owned().into(), text::column(key).into())));
    if !told.is_empty() && tally.column(told).is_none() {
        options.push((
            told.to_owned().into(),
            text::gone(&text::column(told)).into(),
        ));
    }
    options
}

#[derive(Properties, PartialEq)]
struct ValuesProps {
    path: FieldPath,
    ticked: BTreeSet<String>,
    column: String,
}

/// The values of the column, to be ticked.
#[component]
fn Values(props: &ValuesProps) -> Html {
    let changes = use_changes();
    let figures = use_figures();
    let record = use_own_record();
    let tally = record.as_ref().map(|record| &record.tally);
    let values = tally.map_or_else(Vec::new, |tally| tally.values(&props.column));
    if values.is_empty() {
        return html! { <div /> };
    }
    let tick = |value: &Counted<'_>| {
        let is_ticked = props.ticked.contains(value.value);
        let onchange = {
            let (changes, path) = (changes.clone(), props.path.clone());
            let (mut ticked, value) = (props.ticked.clone(), value.value.to_owned());
            if !ticked.remove(&value) {
                ticked.insert(value);
            }
            Callback::from(move |_: Event| changes.set(&path, &ticked))
        };
        html! {
            <label class="check" key={value.value.to_owned()}>
                <input type="checkbox" checked={is_ticked} {onchange} />
                <span dir="auto">{ text::value(value, &figures) }</span>
            </label>
        }
    };
    let shown = values.len().min(MOST);
    let (first, others) = values[..shown].split_at(SHOWN.min(shown));
    html! {
        <fieldset class="told-values" id={field_id(&props.path)}>
            <legend>{ text::HOLDS_WITH }</legend>
            <div class="columns">{ for first.iter().map(tick) }</div>
            <details class="depth" hidden={others.is_empty()}>
                <summary>{ text::more_values(others.len()) }</summary>
                <div class="columns">{ for others.iter().map(tick) }</div>
            </details>
        </fieldset>
    }
}
