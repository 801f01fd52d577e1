//! Where the deals are kept, whether in the plan's file too, how names are taken out of them, and how they are removed.

use plumbline_deals::owners_by_number;
use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use crate::{
    components::Dialog,
    deals::{
        context::use_deals,
        in_file::{InFile, MOST_DEALS},
        state::Kept,
    },
    workbook::{
        Action,
        access::{use_changes, use_plan},
    },
};

/// Properties of [`KeptSection`].
#[derive(Properties, PartialEq)]
pub(super) struct KeptProps {
    /// Whether numbers stand in place of names.
    pub nameless: bool,
    /// How many deals there are.
    pub count: u32,
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
        let (actions, changes) = (deals.actions.clone(), changes.clone());
        let (plan, record) = (use_plan(), deals.state.record.clone());
        Callback::from(move |_: MouseEvent| {
            actions.leave_names_out();
            let owners = record.as_ref().map(|record| record.tally.owners());
            if let Some(edit) = owners.and_then(|owners| owners_by_number(&plan, &owners)) {
                changes.make_and_say(edit, text::PROFILE_BY_NUMBER.to_owned());
            }
        })
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
        Kept::Here if deals.state.in_file == InFile::Out => text::KEPT_HERE.to_owned(),
        Kept::Here => text::KEPT_IN_FILE.to_owned(),
        Kept::Not(why) => text::not_kept(why),
        Kept::Unknown | Kept::None => String::new(),
    };
    html! {
        <section>
            <h2>{ text::KEPT }</h2>
            <p>{ kept }</p>
            <FileSwitches nameless={props.nameless} count={props.count} />
            <PutAside />
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

/// Whether the deals go into the plan's file, and with names.
#[component]
fn FileSwitches(props: &KeptProps) -> Html {
    let deals = use_deals();
    let now = deals.state.in_file;
    let choose = |choice: InFile| {
        let actions = deals.actions.clone();
        Callback::from(move |_: Event| actions.put_in_file(choice))
    };
    let put = match now {
        InFile::Out => InFile::AsKept,
        InFile::AsKept | InFile::Nameless => InFile::Out,
    };
    let names = match now {
        InFile::Nameless => InFile::AsKept,
        InFile::Out | InFile::AsKept => InFile::Nameless,
    };
    let too_many = props.count > MOST_DEALS;
    let hint = if too_many {
        text::TOO_MANY_FOR_FILE
    } else {
        text::KEEP_IN_FILE_HINT
    };
    html! {
        <div class="switches">
            <label class="check">
                <input type="checkbox" checked={now != InFile::Out} disabled={too_many} onchange={choose(put)}
                    aria-describedby="deals-in-file-hint" />
                <span>{ text::KEEP_IN_FILE }</span>
            </label>
            <p id="deals-in-file-hint" class="hint">{ hint }</p>
            <div hidden={now == InFile::Out || props.nameless}>
                <label class="check">
                    <input type="checkbox" checked={now == InFile::Nameless} onchange={choose(names)}
                        aria-describedby="deals-numbers-hint" />
                    <span>{ text::NUMBERS_IN_FILE }</span>
                </label>
                <p id="deals-numbers-hint" class="hint">{ text::NUMBERS_IN_FILE_HINT }</p>
            </div>
        </div>
    }
}

/// The way back to deals that those of a file took the place of.
#[component]
fn PutAside() -> Html {
    let deals = use_deals();
    let change = {
        let actions = deals.actions.clone();
        Callback::from(move |_: MouseEvent| actions.change_places())
    };
    html! {
        <div>
            if deals.state.has_before {
                <p class="one-line">
                    <span>{ text::PUT_ASIDE }</span>
                    <button type="button" class="quiet" onclick={change}>{ text::CHANGE_PLACES }</button>
                </p>
            }
        </div>
    }
}
