//! One finding: what, why, how big, where to change it, and the way to set it aside.

use plumbline_review::{ChangeKind, Ranked, Said, say, say_effect, say_severity};
use plumbline_wording::texts::{findings as words, labels, review as text};
use yew::prelude::*;

use crate::{
    browser::input,
    components::use_figures,
    shell::field_address,
    workbook::{
        access::{use_changes, use_plan, use_reader},
        identity::fresh_item_id,
    },
};

#[derive(Properties, PartialEq)]
pub(super) struct FindingProps {
    /// The finding with its effect.
    pub ranked: Ranked,
}

/// A finding.
#[component]
pub(super) fn FindingItem(props: &FindingProps) -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let finding = &props.ranked.finding;
    let said = say(finding, &plan, &figures);
    let effect = finding.change.as_ref().zip(props.ranked.effect);
    let effect = effect.map(|(change, effect)| {
        words::change_with_effect(&said.change, &say_effect(change, &effect, &figures))
    });
    html! {
        <article class="item finding" aria-label={said.title.clone()}>
            <h3>
                <span class="severity">{ say_severity(finding.severity) }</span>
                { said.title.clone() }
            </h3>
            <p>{ said.message.clone() }</p>
            <p>{ said.advice.clone() }</p>
            if let Some(effect) = effect {
                <p class="effect">{ effect }</p>
            }
            if !said.published.is_empty() {
                <p class="section-why">{ words::published(said.published) }</p>
            }
            <p class="finding-ways">
                <a href={field_address(&finding.path)}>{ text::go_to(&labels::of(&plan, &finding.path)) }</a>
                <MakeChange ranked={props.ranked.clone()} title={said.title.clone()} />
            </p>
            <NotForUs ranked={props.ranked.clone()} {said} />
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct ChangeProps {
    ranked: Ranked,
    title: String,
}

/// The button that makes a finding's change, where it can be made as it stands.
#[component]
fn MakeChange(props: &ChangeProps) -> Html {
    let changes = use_changes();
    let change = props.ranked.finding.change.as_ref();
    let Some(change) = change.filter(|change| change.kind == ChangeKind::Fix) else {
        return html! { <span /> };
    };
    let onclick = {
        let (edit, title) = (change.edit.clone(), props.title.clone());
        Callback::from(move |_: MouseEvent| {
            changes.make_and_say(edit.clone(), text::change_made(&title));
        })
    };
    html! {
        <button type="button" aria-label={text::make_change_of(&props.title)} {onclick}>
            { text::MAKE_CHANGE }
        </button>
    }
}

#[derive(Properties, PartialEq)]
struct NotForUsProps {
    ranked: Ranked,
    said: Said,
}

/// Sets a finding aside with the reason.
#[component]
fn NotForUs(props: &NotForUsProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let today = use_reader().today;
    let because = use_state(String::new);
    let title = props.said.title.clone();
    let onclick = {
        let (because, title) = (because.clone(), title.clone());
        let finding = props.ranked.finding.clone();
        Callback::from(move |_: MouseEvent| {
            let entries = plan.review.set_aside.len();
            let edit = finding.set_aside(fresh_item_id(), because.trim(), today, entries);
            changes.make_and_say(edit, text::was_set_aside(&title));
        })
    };
    let oninput = {
        let because = because.setter();
        Callback::from(move |event: InputEvent| because.set(input::text_of(&event)))
    };
    html! {
        <details>
            <summary aria-label={text::not_for_us(&title)}>{ text::NOT_FOR_US }</summary>
            <label>
                { text::because_of(&title) }
                <textarea rows="2" value={(*because).clone()} {oninput} />
            </label>
            <button type="button" aria-label={text::was_set_aside(&title)} {onclick}>
                { text::SET_IT_ASIDE }
            </button>
        </details>
    }
}
