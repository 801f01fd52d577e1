//! A dialog over the page, the browser's own: it keeps the focus, and Escape closes it.

use plumbline_wording::texts::shell;
use yew::prelude::*;

use crate::browser::dialog;

/// Properties of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// Called when it was closed.
    pub close: Callback<()>,
    /// What is in it.
    pub children: Html,
}

/// A dialog, open for as long as it is drawn.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| dialog::show(&node)
    });
    let onclose = {
        let close = props.close.clone();
        Callback::from(move |_: Event| close.emit(()))
    };
    html! {
        <dialog ref={node} class="dialog" aria-label={props.title.clone()} {onclose}>
            <form method="dialog">
                <header>
                    <h2>{ props.title.clone() }</h2>
                    <button class="quiet">{ shell::CLOSE }</button>
                </header>
            </form>
            <div class="dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}
