//! The library: every plan on this machine, to open, rename, copy and delete.

mod bin;
mod deeds;
mod row;

use std::rc::Rc;

use plumbline_wording::{
    texts::{library, shell},
    writing::write_significant,
};
use yew::prelude::*;

use super::{
    StartUp,
    desk::Desk,
    keeping::{self, Keeping},
    route::chapter_address,
    templates::Templates,
};
use crate::{
    browser::{
        input,
        storage_space::{self, Space},
        tasks,
    },
    chapters::Chapter,
    workbook::{
        access::{use_changes, use_reader},
        keeping::library::{Entry, entries},
    },
};
use bin::Bin;
use deeds::{Deeds, Said};
use row::PlanRow;

/// Properties of [`Library`].
#[derive(Properties)]
pub(super) struct LibraryProps {
    /// Opens templates.
    pub desk: Desk,
    /// Where plans are kept.
    pub start: Rc<StartUp>,
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// Whether a plan is open.
    pub is_open: bool,
    /// Whether another tab has the open plan.
    pub read_only: bool,
    /// Opens the plan with this identifier.
    pub open_kept: Callback<String>,
    /// Closes the open plan.
    pub close: Callback<()>,
}

impl PartialEq for LibraryProps {
    /// Callbacks do the same every time.
    fn eq(&self, other: &Self) -> bool {
        let state = |props: &Self| props.keeping.state.clone();
        (self.is_open, self.read_only, state(self))
            == (other.is_open, other.read_only, state(other))
    }
}

/// Every plan on this machine.
#[component]
pub(super) fn Library(props: &LibraryProps) -> Html {
    let changes = use_changes();
    let found = use_state(|| None::<Result<Rc<[Entry]>, String>>);
    let words = use_state(String::new);
    let said = use_state(|| None::<Said>);
    let looks = use_state(|| 0_u32);
    // Also after the open plan was saved: its title may be another.
    use_effect_with((*looks, props.keeping.state.clone()), {
        let (found, start) = (found.setter(), Rc::clone(&props.start));
        move |_| {
            tasks::spawn(async move {
                let entries = entries(&*start.storage).await;
                let entries = entries.map(Rc::from);
                found.set(Some(
                    entries.map_err(|why| keeping::storage(&why).to_owned()),
                ));
            });
        }
    });
    let open_now = props.is_open.then(|| props.keeping.plan()).flatten();
    let deeds = Deeds {
        start: Rc::clone(&props.start),
        keeping: props.keeping.clone(),
        changes,
        open_now: open_now.clone(),
        read_only: props.read_only,
        close: props.close.clone(),
        done: {
            let (said, looks, count) = (said.setter(), looks.setter(), *looks);
            Callback::from(move |now| {
                said.set(Some(now));
                looks.set(count + 1);
            })
        },
    };
    let oninput = {
        let words = words.setter();
        Callback::from(move |event: InputEvent| words.set(input::text_of(&event)))
    };
    let list = match &*found {
        None => html! { <p aria-busy="true">{ library::LOOKING }</p> },
        Some(Err(why)) => html! { <p role="alert">{ library::unreadable(why) }</p> },
        Some(Ok(entries)) => {
            let kept = entries.iter().filter(|entry| !entry.binned);
            let shown: Vec<&Entry> = kept.filter(|entry| entry.answers_to(&words)).collect();
            if shown.is_empty() {
                let none = if words.trim().is_empty() {
                    library::NONE
                } else {
                    library::NONE_FOUND
                };
                html! { <p>{ none }</p> }
            } else {
                html! {
                    <ul class="plans">
                        { for shown.into_iter().enumerate().map(|(place, entry)| html! {
                            <PlanRow key={entry.plan.clone()} entry={entry.clone()} place={place + 1}
                                open_now={open_now.as_ref() == Some(&entry.plan)}
                                deeds={deeds.clone()} open={props.open_kept.clone()} />
                        }) }
                    </ul>
                }
            }
        }
    };
    let binned: Vec<Entry> = match &*found {
        Some(Ok(entries)) => entries
            .iter()
            .filter(|entry| entry.binned)
            .cloned()
            .collect(),
        _ => Vec::new(),
    };
    html! {
        <main class="library" id="chapter">
            <p class="wordmark">{ shell::PRODUCT }</p>
            <h1 tabindex="-1">{ library::TITLE }</h1>
            <p class="hint">{ library::WHY }</p>
            <p>
                <a href={chapter_address(Chapter::Targets)}>
                    { if props.is_open { library::BACK } else { library::BACK_TO_START } }
                </a>
            </p>
            <div class="one-line">
                <label for="find-plan">{ library::FIND }</label>
                <input id="find-plan" type="search" value={(*words).clone()} {oninput} />
            </div>
            <SaidLine said={(*said).clone()} deeds={deeds.clone()} />
            { list }
            <Templates desk={props.desk.clone()} />
            <Bin entries={binned} {deeds} />
            <SpaceLine looks={*looks} />
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct SaidProps {
    said: Option<Said>,
    deeds: Deeds,
}

/// What was just done, with undo beside it where there is one.
#[component]
fn SaidLine(props: &SaidProps) -> Html {
    let undo = props.said.as_ref().and_then(|said| said.binned.clone());
    html! {
        <div class="library-said">
            <span role="status" dir="auto">{ props.said.iter().map(|said| said.text.clone()).collect::<String>() }</span>
            if let Some((plan, title)) = undo {
                <button type="button" class="quiet" onclick={
                    let deeds = props.deeds.clone();
                    Callback::from(move |_: MouseEvent| deeds.put_back(&plan, &title))
                }>{ shell::UNDO }</button>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SpaceProps {
    looks: u32,
}

/// How much room the plans take, and whether the browser keeps them.
#[component]
fn SpaceLine(props: &SpaceProps) -> Html {
    let locale = use_reader().locale;
    let space = use_state(|| None::<Space>);
    let safe = use_state(|| None::<bool>);
    use_effect_with(props.looks, {
        let (space, safe) = (space.setter(), safe.setter());
        move |_| {
            tasks::spawn(async move {
                space.set(storage_space::space().await);
                safe.set(storage_space::is_safe().await);
            });
        }
    });
    let written = |bytes: f64| {
        let megabytes = bytes / (1024.0 * 1024.0);
        let figure = |value: f64| write_significant(value, 2, &locale);
        if megabytes < 1000.0 {
            library::megabytes(&figure(megabytes))
        } else {
            library::gigabytes(&figure(megabytes / 1024.0))
        }
    };
    html! {
        <footer class="hint">
            <p>{ space.map(|space| library::space(&written(space.used), &written(space.granted))) }</p>
            <p>{ safe.map(|safe| if safe { library::SAFE } else { library::UNSAFE }) }</p>
        </footer>
    }
}
