//! Where deals come from: a file that is picked or dropped, or a table that is pasted.

use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use crate::{
    browser::{files, input, tasks},
    deals::{actions::DealsActions, context::use_deals},
};

/// Properties of [`SourceSection`].
#[derive(Properties, PartialEq)]
pub(super) struct SourceProps {
    /// Whether there are deals already.
    pub has_found: bool,
}

/// The section.
#[component]
pub(super) fn SourceSection(props: &SourceProps) -> Html {
    let actions = use_deals().actions;
    let pasted = use_state(String::new);
    let pick = {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| {
            let actions = actions.clone();
            tasks::spawn(async move {
                if let Ok(Some(file)) = files::pick_raw(&DealsActions::endings()).await {
                    actions.read(file);
                }
            });
        })
    };
    let oninput = {
        let pasted = pasted.setter();
        Callback::from(move |event: InputEvent| pasted.set(input::text_of(&event)))
    };
    let read = {
        let pasted = pasted.clone();
        Callback::from(move |_: MouseEvent| actions.read_pasted(&pasted))
    };
    let heading = if props.has_found {
        text::IMPORT_AGAIN
    } else {
        text::SOURCE
    };
    html! {
        <section>
            <h2>{ heading }</h2>
            <p class="section-why">{ text::WHAT_IS_WANTED }</p>
            <p class="one-line">
                <button type="button" onclick={pick}>{ text::CHOOSE_FILE }</button>
                <span class="hint">{ text::OR_DROP }</span>
            </p>
            <details class="depth">
                <summary>{ text::PASTE }</summary>
                <div class="field">
                    <label for="deals-pasted">{ text::PASTE_HERE }</label>
                    <textarea id="deals-pasted" class="pasted" rows="6" spellcheck="false"
                        value={(*pasted).clone()} {oninput} />
                </div>
                <button type="button" onclick={read}>{ text::READ_PASTED }</button>
            </details>
        </section>
    }
}
