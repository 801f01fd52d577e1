//! Where the deals are kept, how names are taken out of them, and how they are removed.

use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use crate::{
    components::Dialog,
    deals::{context::use_deals, state::Kept},
    workbook::{Action, access::use_changes},
};

/// Properties of [`KeptSection`].
#[derive(Properties, PartialEq)]
pub(super) struct KeptProps {
    /// Whether numbers stand in place of names.
    pub nameless: bool,
}

/// The section.
#[component]
pub(super) fn KeptSection(props: &KeptProps) -> Html {
    let deals = use_deals();
    let changes = use_changes();
    let sure = use_state(|| false);
    let ask = |asks: bool| {
        let sure = sure.setter();
        Callback::from(move |_: MouseEvent| sure.set(asks))
    };
    let close = {
        let sure = sure.setter();
        Callback::from(move |()| sure.set(false))
    };
    let leave_out = {
        let actions = deals.actions.clone();
        Callback::from(move |_: MouseEvent| actions.leave_names_out())
    };
    let remove = {
        let (actions, sure) = (deals.actions.clone(), sure.setter());
        Callback::from(move |_: MouseEvent| {
            sure.set(false);
            actions.remove();
            changes.act(Action::Say(text::REMOVED.to_owned()));
        })
    };
    let kept = match &deals.state.kept {
        Kept::Here => text::KEPT_HERE.to_owned(),
        Kept::Not(why) => text::not_kept(why),
        Kept::Unknown | Kept::None => String::new(),
    };
    html! {
        <section>
            <h2>{ text::KEPT }</h2>
            <p>{ kept }</p>
            <div>
                if props.nameless {
                    <p>{ text::NAMES_LEFT_OUT }</p>
                } else {
                    <p class="one-line">
                        <button type="button" class="quiet" onclick={leave_out}>{ text::LEAVE_NAMES_OUT }</button>
                        <span class="hint">{ text::LEAVE_NAMES_HINT }</span>
                    </p>
                }
            </div>
            <p><button type="button" class="quiet" onclick={ask(true)}>{ text::REMOVE }</button></p>
            <div>
                if *sure {
                    <Dialog title={text::REMOVE} {close}>
                        <p>{ text::REMOVE_SURE }</p>
                        <p class="answers-row">
                            <button type="button" onclick={remove}>{ text::REMOVE_YES }</button>
                            <button type="button" class="quiet" onclick={ask(false)}>{ text::KEEP_THEM }</button>
                        </p>
                    </Dialog>
                }
            </div>
        </section>
    }
}
