//! Whether the plan is saved, and what can be done when it is not.

use plumbline_wording::texts::{library, saving};
use yew::prelude::*;

use super::keeping::{self, Keeping};
use crate::{
    browser::address,
    workbook::{
        access::use_reader,
        keeping::state::{NotSavedBecause, SaveState},
        tabs::role::Role,
    },
};

/// Properties of [`SaveLine`].
#[derive(Properties)]
pub(super) struct SaveLineProps {
    /// The keeping of the open plan.
    pub keeping: Keeping,
}

impl PartialEq for SaveLineProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.keeping.state, self.keeping.role) == (&other.keeping.state, other.keeping.role)
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
            { way_out(keeping) }
        </div>
    }
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
