//! The head of a workshop: what is out of sight, full screen, the keys, the way out.

use plumbline_wording::texts::{shell, workshop as text};
use yew::prelude::*;

use super::keys::{Command, Stand};
use crate::{browser::full_screen, components::Dialog};

/// Properties of [`Tools`].
#[derive(Properties, PartialEq)]
pub(super) struct ToolsProps {
    /// Where the workshop stands.
    pub stand: Stand,
    /// Whether the page has the whole screen.
    pub full: bool,
    /// Runs what is asked for.
    pub run: Callback<Command>,
    /// Whether the plan is saved.
    pub save_line: Html,
}

/// The head.
#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let run = |command: Command| props.run.reform(move |_: MouseEvent| command);
    let switch = |words: &'static str, on: bool, command: Command| {
        html! {
            <button type="button" class="quiet" aria-pressed={on.to_string()} onclick={run(command)}>{ words }</button>
        }
    };
    let hidden = props.stand.hidden;
    html! {
        <header class="workshop-head">
            <p class="wordmark"><span>{ shell::PRODUCT }</span></p>
            // What it says of a file is its name.
            if hidden.names { <div /> } else { { props.save_line.clone() } }
            <div class="workshop-tools" role="toolbar" aria-label={text::TOOLS}>
                { switch(text::HIDE_NAMES, hidden.names, Command::Names) }
                { switch(text::HIDE_AMOUNTS, hidden.amounts, Command::Amounts) }
                if full_screen::is_possible() {
                    { switch(text::FULL_SCREEN, props.full, Command::FullScreen) }
                }
                <button type="button" class="quiet" aria-haspopup="dialog" onclick={run(Command::Keys)}>
                    { text::KEYS }
                </button>
                <button type="button" class="quiet" onclick={run(Command::Leave)}>{ text::LEAVE }</button>
            </div>
        </header>
    }
}

/// Properties of [`KeyList`].
#[derive(Properties, PartialEq)]
pub(super) struct KeyListProps {
    /// Whether letter keys act.
    pub letters: bool,
    /// Turns them off, or on again.
    pub toggle: Callback<()>,
    /// Called when it was closed.
    pub close: Callback<()>,
}

/// The keys, and the switch for the letters among them.
#[component]
pub(super) fn KeyList(props: &KeyListProps) -> Html {
    let onchange = props.toggle.reform(|_: Event| ());
    html! {
        <Dialog title={text::KEYS} close={props.close.clone()}>
            <dl class="workshop-keys">
                { for text::KEY_LIST.into_iter().map(|(key, what)| html! {
                    <div key={key}><dt>{ key }</dt><dd>{ what }</dd></div>
                }) }
            </dl>
            <p class="hint">{ text::KEYS_WHY }</p>
            <label class="check">
                <input type="checkbox" checked={props.letters} {onchange} />
                <span>{ text::LETTER_KEYS }</span>
            </label>
        </Dialog>
    }
}
