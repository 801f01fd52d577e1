//! The browser's own dialog element.

use web_sys::{Element, HtmlDialogElement};
use yew::NodeRef;

/// Shows a dialog over the page. One that is shown already stays as it is.
pub fn show(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        // It fails only for a dialog that is no longer on the page.
        let _ = dialog.show_modal();
    }
}

/// Where a dialog can stand whatever it was opened from: at the end of the page.
#[must_use]
pub fn place() -> Option<Element> {
    Some(web_sys::window()?.document()?.body()?.into())
}
