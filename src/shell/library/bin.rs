//! The bin: deleted plans, until it is emptied.

use plumbline_wording::texts::library;
use yew::prelude::*;

use super::{deeds::Deeds, row::title_of};
use crate::{components::Dialog, workbook::keeping::library::Entry};

/// Properties of [`Bin`].
#[derive(Properties, PartialEq)]
pub(super) struct BinProps {
    /// The plans in it.
    pub entries: Vec<Entry>,
    /// What can be done with them.
    pub deeds: Deeds,
}

/// Deleted plans. Emptying the bin is the one thing here that can't be undone, and asked
/// about first.
#[component]
pub(super) fn Bin(props: &BinProps) -> Html {
    let asks = use_state(|| false);
    let ask = {
        let asks = asks.setter();
        Callback::from(move |_: MouseEvent| asks.set(true))
    };
    let close = {
        let asks = asks.setter();
        Callback::from(move |()| asks.set(false))
    };
    let empty = {
        let (deeds, asks) = (props.deeds.clone(), asks.setter());
        let plans: Vec<String> = props
            .entries
            .iter()
            .map(|entry| entry.plan.clone())
            .collect();
        Callback::from(move |_: MouseEvent| {
            asks.set(false);
            deeds.empty_bin(plans.clone());
        })
    };
    let count = props.entries.len();
    html! {
        <section class="bin">
            if count > 0 {
                <details>
                    <summary>{ library::bin(count) }</summary>
                    <p class="hint">{ library::BIN_WHY }</p>
                    <ul class="plans">
                        { for props.entries.iter().enumerate().map(|(place, entry)| binned(entry, place + 1, &props.deeds)) }
                    </ul>
                    <button type="button" class="quiet" onclick={ask}>{ library::EMPTY_BIN }</button>
                </details>
            }
            if *asks {
                <Dialog title={library::EMPTY_BIN} {close}>
                    <p>{ library::really_empty(count) }</p>
                    <button type="button" onclick={empty}>{ library::REMOVE_FOR_GOOD }</button>
                </Dialog>
            }
        </section>
    }
}

fn binned(entry: &Entry, place: usize, deeds: &Deeds) -> Html {
    let title = title_of(entry, place);
    let back = {
        let (deeds, plan, title) = (deeds.clone(), entry.plan.clone(), title.clone());
        Callback::from(move |_: MouseEvent| deeds.put_back(&plan, &title))
    };
    html! {
        <li key={entry.plan.clone()}>
            <span class="plan-about" dir="auto">{ title.clone() }</span>
            <button type="button" class="quiet" onclick={back} aria-label={library::put_back(&title)}>
                { library::PUT_BACK }
            </button>
        </li>
    }
}
