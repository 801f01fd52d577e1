//! Twelve weights for the calendar months.

use plumbline_plan::{Edit, Factor, FieldPath, Quantity, unit::Season};
use plumbline_wording::{
    reading::{Kind, read_entry},
    writing::write_exact,
};
use yew::prelude::*;

use crate::{
    browser::input,
    workbook::access::{use_changes, use_reader},
};

/// Properties of [`SeasonField`].
#[derive(Properties, PartialEq)]
pub struct SeasonFieldProps {
    /// The season's path.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// A sentence about it.
    pub hint: AttrValue,
    /// The season.
    pub value: Season,
}

/// Twelve small fields with the month's name above each.
#[component]
pub fn SeasonField(props: &SeasonFieldProps) -> Html {
    let changes = use_changes();
    let locale = use_reader().locale;
    let set = |place: usize| {
        let (changes, path, season, locale) = (
            changes.clone(),
            props.path.clone(),
            props.value,
            locale.clone(),
        );
        Callback::from(move |event: Event| {
            let entry = read_entry(&input::text_of(&event), Kind::Number, &locale).ok();
            let weight = entry
                .and_then(|entry| entry.usual())
                .and_then(|n| Factor::new(n).ok());
            if let Some(weight) = weight {
                let mut weights = *season.weights();
                weights[place] = weight;
                changes.make(Edit::set(&path, Season::new(weights)));
            }
        })
    };
    html! {
        <fieldset class="season">
            <legend>{ props.label.clone() }</legend>
            <p class="field-hint">{ props.hint.clone() }</p>
            <div class="season-months">
                { for props.value.weights().iter().enumerate().map(|(place, weight)| html! {
                    <label key={place}>
                        <span>{ locale.words.months_short[place] }</span>
                        <input type="text" class="number" inputmode="decimal" dir="ltr" autocomplete="off"
                            value={write_exact(weight.get(), &locale)} onchange={set(place)} />
                    </label>
                }) }
            </div>
        </fieldset>
    }
}
