//! A plan in the library.

use plumbline_wording::texts::library;
use yew::prelude::*;

use super::deeds::Deeds;
use crate::{
    browser::input,
    shell::versions::when,
    workbook::{access::use_reader, keeping::library::Entry},
};

/// Properties of [`PlanRow`].
#[derive(Properties, PartialEq)]
pub(super) struct PlanRowProps {
    /// The plan.
    pub entry: Entry,
    /// Its place in the list, from 1 on.
    pub place: usize,
    /// Whether it is the one that is open.
    pub open_now: bool,
    /// What can be done with it.
    pub deeds: Deeds,
    /// Opens it.
    pub open: Callback<String>,
}

/// A plan: its title opens it, and beside it is what else can be done.
#[component]
pub(super) fn PlanRow(props: &PlanRowProps) -> Html {
    let locale = use_reader().locale;
    let renaming = use_state(|| false);
    let entry = &props.entry;
    let title = title_of(entry, props.place);
    let about = match &entry.newest {
        Some(newest) => {
            library::saved_with_versions(&when(newest.saved_at, &locale), entry.versions)
        }
        None => library::DAMAGED.to_owned(),
    };
    let open = {
        let (open, plan) = (props.open.clone(), entry.plan.clone());
        Callback::from(move |_: MouseEvent| open.emit(plan.clone()))
    };
    let rename = {
        let renaming = renaming.setter();
        Callback::from(move |_: MouseEvent| renaming.set(true))
    };
    let renamed = {
        let (deeds, plan, renaming) = (props.deeds.clone(), entry.plan.clone(), renaming.setter());
        Callback::from(move |title: Option<String>| {
            renaming.set(false);
            if let Some(title) = title {
                deeds.rename(&plan, title);
            }
        })
    };
    let duplicate = {
        let (deeds, plan, title) = (props.deeds.clone(), entry.plan.clone(), title.clone());
        Callback::from(move |_: MouseEvent| deeds.duplicate(&plan, &title))
    };
    let delete = {
        let (deeds, plan, title) = (props.deeds.clone(), entry.plan.clone(), title.clone());
        Callback::from(move |_: MouseEvent| deeds.delete(&plan, &title))
    };
    let whole = entry.newest.is_some();
    html! {
        <li>
            <div class="plan-about">
                <button type="button" class="quiet" onclick={open} dir="auto">{ title.clone() }</button>
                <span>{ about }</span>
                if props.open_now {
                    <span>{ library::OPEN_NOW }</span>
                }
            </div>
            if *renaming {
                <RenameForm title={title.clone()} done={renamed} />
            } else {
                <div class="plan-deeds">
                    <button type="button" class="quiet" disabled={!whole} onclick={rename}
                        aria-label={library::rename(&title)}>{ library::RENAME }</button>
                    <button type="button" class="quiet" disabled={!whole} onclick={duplicate}
                        aria-label={library::duplicate(&title)}>{ library::DUPLICATE }</button>
                    <button type="button" class="quiet" onclick={delete}
                        aria-label={library::delete(&title)}>{ library::DELETE }</button>
                </div>
            }
        </li>
    }
}

/// What a plan is called in the library.
pub(super) fn title_of(entry: &Entry, place: usize) -> String {
    match &entry.newest {
        Some(newest) => newest.title.clone(),
        None => library::damaged_plan(place),
    }
}

#[derive(Properties, PartialEq)]
struct RenameProps {
    title: String,
    /// Called with the new title, or with nothing when it stays.
    done: Callback<Option<String>>,
}

/// Asks for another title.
#[component]
fn RenameForm(props: &RenameProps) -> Html {
    let title = use_state(|| props.title.clone());
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| input::select(&field)
    });
    let oninput = {
        let title = title.setter();
        Callback::from(move |event: InputEvent| title.set(input::text_of(&event)))
    };
    let onsubmit = {
        let (done, title, before) = (props.done.clone(), title.clone(), props.title.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let title = title.trim();
            let changed = !title.is_empty() && title != before;
            done.emit(changed.then(|| title.to_owned()));
        })
    };
    let leave = {
        let done = props.done.clone();
        Callback::from(move |_: MouseEvent| done.emit(None))
    };
    html! {
        <form class="one-line" {onsubmit}>
            <input ref={field} type="text" dir="auto" aria-label={library::new_title(&props.title)}
                value={(*title).clone()} {oninput} />
            <button type="submit">{ library::KEEP_TITLE }</button>
            <button type="button" class="quiet" onclick={leave}>{ library::LEAVE_TITLE }</button>
        </form>
    }
}
