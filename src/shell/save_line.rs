//! Whether the plan is saved, and what can be done when it is not.

use plumbline_wording::{
    texts::{files, library, saving},
    writing::{write_date_long, write_time},
};
use yew::prelude::*;

use super::{
    keeping::{self, Keeping},
    plan_file::PlanFile,
};
use crate::{
    browser::address,
    workbook::{
        access::{Reader, use_reader},
        keeping::state::{NotSavedBecause, SaveState},
        tabs::role::Role,
    },
};

/// Properties of [`SaveLine`].
#[derive(Properties)]
pub(super) struct SaveLineProps {
    /// The keeping of the open plan.
    pub keeping: Keeping,
    /// The file of the open plan.
    pub file: PlanFile,
}

impl PartialEq for SaveLineProps {
    fn eq(&self, other: &Self) -> bool {
        let shown = |props: &Self| (props.keeping.state.clone(), props.keeping.role);
        shown(self) == shown(other) && self.file == other.file
    }
}

/// Whether the plan is saved, and by which tab.
#[component]
pub(super) fn SaveLine(props: &SaveLineProps) -> Html {
    let locale = use_reader().locale;
    let keeping = &props.keeping;
    let follows = keeping::follows(keeping.role);
    let text = match (&keeping.state, follows) {
        (_, Some(words)) => words.to_owned(),
        (Some(state), None) => keeping::words(state, &locale),
        (None, None) => String::new(),
    };
    let bad = matches!(
        &keeping.state,
        Some(SaveState::NotSaved { .. } | SaveState::MemoryOnly { .. })
    );
    let class = match (follows, bad) {
        (None, true) => "save-state save-state-bad",
        (Some(_), _) => "save-state save-state-follows",
        (None, false) => "save-state",
    };
    html! {
        <div {class}>
            <span role="status">{ text }</span>
            <FileLine file={props.file.clone()} />
            { way_out(keeping) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FileLineProps {
    file: PlanFile,
}

/// Whether the plan's file has it all.
#[component]
fn FileLine(props: &FileLineProps) -> Html {
    let Reader { locale, today, .. } = use_reader();
    let PlanFile { link, standing, .. } = &props.file;
    let text = match (standing.unsaved_since(), link) {
        (Some(since), _) if since.date_naive() == today => {
            files::unsaved_since(&write_time(since.time(), &locale))
        }
        (Some(since), _) => files::unsaved_since(&write_date_long(since.date_naive(), &locale)),
        (None, Some(_)) => files::HOLDS_IT_ALL.to_owned(),
        (None, None) => String::new(),
    };
    let name = link.as_ref().map(|link| link.name.clone());
    html! { <span class="file-state" title={name}>{ text }</span> }
}

fn way_out(keeping: &Keeping) -> Html {
    let button = |words: &'static str, then: Callback<MouseEvent>| {
        html! { <button type="button" class="quiet" onclick={then}>{ words }</button> }
    };
    let reload = Callback::from(|_: MouseEvent| address::reload());
    let elsewhere = NotSavedBecause::ChangedInAnotherTab;
    match (keeping.role, &keeping.state) {
        (Role::Follower { .. }, _) => {
            let keeping = keeping.clone();
            button(
                library::TAKE_OVER,
                Callback::from(move |_| keeping.take_over()),
            )
        }
        (_, Some(SaveState::NotSaved { why })) if *why == elsewhere => {
            let copy = keeping.keep_as_copy.clone();
            let copy = Callback::from(move |_| copy.emit(()));
            html! {
                <span>
                    { button(saving::RELOAD, reload) }
                    { button(saving::KEEP_AS_COPY, copy) }
                </span>
            }
        }
        _ => html! { <span /> },
    }
}
