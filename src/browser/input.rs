//! What was typed or chosen, from an event of an input, a text area or a list.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Event, HtmlInputElement};
use yew::NodeRef;

/// The text of the control that the event comes from; empty when it has none.
#[must_use]
pub fn text_of(event: &Event) -> String {
    event
        .target()
        .and_then(|target| Reflect::get(&target, &JsValue::from_str("value")).ok())
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Whether the box that the event comes from is ticked.
#[must_use]
pub fn is_checked(event: &Event) -> bool {
    let target = event.target();
    let checked = target.map(|target| Reflect::get(&target, &JsValue::from_str("checked")));
    matches!(checked, Some(Ok(checked)) if checked.is_truthy())
}

/// Gives the focus to a field for text, with all that stands in it selected.
pub fn select(node: &NodeRef) {
    if let Some(field) = node.cast::<HtmlInputElement>() {
        field.select();
        // A field that is no longer on the page keeps nothing from going on.
        let _ = field.focus();
    }
}
