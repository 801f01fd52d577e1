//! The versions of the open plan: to go back to one, or to give the newest a name.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use plumbline_plan::{Edit, file};
use plumbline_wording::{
    locale::Locale,
    texts::library,
    writing::{write_date_long, write_time},
};
use yew::prelude::*;

use super::{
    StartUp,
    keeping::{self, Keeping},
};
use crate::{
    browser::{input, tasks},
    components::Dialog,
    workbook::{
        Action,
        access::{Changes, use_changes, use_plan, use_reader},
        keeping::versions::{self, Version},
    },
};

/// Properties of [`VersionsDialog`].
#[derive(Properties)]
pub(super) struct VersionsProps {
    /// Where plans are kept.
    pub start: Rc<StartUp>,
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// Whether another tab has the plan.
    pub read_only: bool,
    /// Closes the dialog.
    pub close: Callback<()>,
}

impl PartialEq for VersionsProps {
    /// The dialog shows what there was when it was opened.
    fn eq(&self, other: &Self) -> bool {
        self.read_only == other.read_only
    }
}

/// The versions there are.
#[component]
pub(super) fn VersionsDialog(props: &VersionsProps) -> Html {
    let locale = use_reader().locale;
    let (changes, plan) = (use_changes(), use_plan());
    let found = use_state(|| None::<Result<Vec<Version>, String>>);
    let id = props.keeping.plan();
    use_effect_with((), {
        let (found, start, id) = (found.setter(), Rc::clone(&props.start), id.clone());
        move |()| tasks::spawn(async move { found.set(Some(list(&start, id).await)) })
    });
    let restore = |version: &Version, when: &str| {
        let (start, changes, close) = (
            Rc::clone(&props.start),
            changes.clone(),
            props.close.clone(),
        );
        let (id, key, when) = (id.clone(), version.key, when.to_owned());
        Callback::from(move |_: MouseEvent| {
            let (start, changes) = (Rc::clone(&start), changes.clone());
            let (id, when) = (id.clone().unwrap_or_default(), when.clone());
            close.emit(());
            tasks::spawn(async move { go_back(&start, &changes, &id, key, &when).await });
        })
    };
    let keep = {
        let (keeping, changes, close) =
            (props.keeping.clone(), changes.clone(), props.close.clone());
        Callback::from(move |name: String| {
            let changes = changes.clone();
            close.emit(());
            keeping.keep_version(plan.clone(), name.clone(), move |failed| {
                let said = match failed {
                    None => library::version_kept(&name),
                    Some(why) => library::version_not_kept(&why),
                };
                changes.act(Action::Say(said));
            });
        })
    };
    let versions = match &*found {
        None => html! { <p aria-busy="true">{ library::LOOKING }</p> },
        Some(Err(why)) => html! { <p role="alert">{ library::unreadable(why) }</p> },
        Some(Ok(versions)) if versions.is_empty() => html! { <p>{ library::NO_VERSIONS }</p> },
        Some(Ok(versions)) => html! {
            <ul class="plans">
                { for versions.iter().enumerate().map(|(place, version)| {
                    let when = when(version.header.saved_at, &locale);
                    let restore = restore(version, &when);
                    html! {
                        <li key={version.key.to_string()}>
                            <span class="plan-about">
                                <span>{ when.clone() }</span>
                                if let Some(name) = &version.header.name {
                                    <strong dir="auto">{ name.clone() }</strong>
                                }
                            </span>
                            if place == 0 {
                                <span class="hint">{ library::NEWEST_VERSION }</span>
                            } else {
                                <button type="button" class="quiet" disabled={props.read_only} onclick={restore}
                                    aria-label={library::restore(version.header.name.as_deref().unwrap_or(&when))}>
                                    { library::RESTORE }
                                </button>
                            }
                        </li>
                    }
                }) }
            </ul>
        },
    };
    html! {
        <Dialog title={library::VERSIONS} close={props.close.clone()}>
            <p class="hint">{ library::VERSIONS_WHY }</p>
            <NameForm {keep} disabled={props.read_only || id.is_none()} />
            { versions }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct NameFormProps {
    keep: Callback<String>,
    disabled: bool,
}

/// Gives the plan as it is now a name.
#[component]
fn NameForm(props: &NameFormProps) -> Html {
    let name = use_state(String::new);
    let oninput = {
        let name = name.setter();
        Callback::from(move |event: InputEvent| name.set(input::text_of(&event)))
    };
    let onsubmit = {
        let (keep, name) = (props.keep.clone(), name.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = name.trim();
            if !name.is_empty() {
                keep.emit(name.to_owned());
            }
        })
    };
    html! {
        <form class="one-line" {onsubmit}>
            <label for="version-name">{ library::VERSION_NAME }</label>
            <input id="version-name" type="text" dir="auto" value={(*name).clone()} {oninput} disabled={props.disabled} />
            <button type="submit" disabled={props.disabled || name.trim().is_empty()}>{ library::KEEP_VERSION }</button>
        </form>
    }
}

async fn list(start: &StartUp, plan: Option<String>) -> Result<Vec<Version>, String> {
    let Some(plan) = plan else {
        return Ok(Vec::new());
    };
    let listed = versions::list(&*start.storage, &plan).await;
    listed.map_err(|why| keeping::storage(&why).to_owned())
}

/// Puts a version in the place of the plan on the screen, as one change that can be undone.
async fn go_back(
    start: &StartUp,
    changes: &Changes,
    plan: &str,
    version: versions::VersionKey,
    when: &str,
) {
    let read = versions::record(&*start.storage, plan, version).await;
    let document = read.ok().flatten().map(|record| record.document);
    let restored = document.and_then(|document| {
        let text = String::from_utf8(document).ok()?;
        file::read(&text).ok()
    });
    match restored {
        Some(plan) => changes.make_and_say(Edit::set("", &plan), library::restored(when)),
        None => changes.act(Action::Say(library::VERSION_GONE.to_owned())),
    }
}

/// A day and a time of day.
pub(super) fn when(at: DateTime<FixedOffset>, locale: &Locale) -> String {
    let day = write_date_long(at.date_naive(), locale);
    library::day_and_time(&day, &write_time(at.time(), locale))
}
