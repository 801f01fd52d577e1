//! Choosing one of a few.

use yew::prelude::*;

use super::field::{Field, described_by, field_properties};
use crate::browser::input;

field_properties! {
    /// Properties of [`Choice`] and [`Picker`].
    ChoiceProps {
        /// The identifier of the control.
        pub id: AttrValue,
        /// The options: name and label.
        pub options: Vec<(AttrValue, AttrValue)>,
        /// The name of the chosen one.
        pub chosen: AttrValue,
        /// Called with the name of the one chosen.
        pub choose: Callback<AttrValue>,
        /// What stands below it.
        #[prop_or_default]
        pub below: Html,
    }
}

/// All options in view, side by side.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let onchange = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| choose.emit(input::text_of(&event).into()))
    };
    html! {
        <fieldset class="choice" id={props.id.clone()} aria-describedby={format!("{}-hint", props.id)}>
            <legend>{ props.caption().drawn() }</legend>
            <div class="choice-options" {onchange}>
                { for props.options.iter().map(|(name, label)| html! {
                    <label key={name.to_string()}>
                        <input type="radio" name={props.id.clone()} value={name.clone()}
                            checked={*name == props.chosen} />
                        <span>{ label.clone() }</span>
                    </label>
                }) }
            </div>
            { props.below.clone() }
            <p class="field-hint" id={format!("{}-hint", props.id)}>
                { props.hint.clone().unwrap_or_default() }
            </p>
        </fieldset>
    }
}

/// The options in a list that opens.
#[component]
pub fn Picker(props: &ChoiceProps) -> Html {
    let onchange = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| choose.emit(input::text_of(&event).into()))
    };
    html! {
        <Field id={props.id.clone()} caption={props.caption()} below={props.below.clone()}>
            <select id={props.id.clone()} aria-describedby={described_by(&props.id)} {onchange}>
                { for props.options.iter().map(|(name, label)| html! {
                    <option key={name.to_string()} value={name.clone()} selected={*name == props.chosen}>
                        { label.clone() }
                    </option>
                }) }
            </select>
        </Field>
    }
}
