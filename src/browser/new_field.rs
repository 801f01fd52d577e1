//! Giving the focus to a field that a change has brought onto the page.

use js_sys::Set;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::tasks::Timer;

/// Whatever can be filled in.
const FIELDS: &str = "input, textarea, select";

/// Makes a change, and then, once the page shows it, gives the focus to the first field that
/// was not there before; to none where the change has brought none.
pub fn focus_first_after(change: impl FnOnce()) {
    let before = Set::new(&fields());
    change();
    // The page is drawn anew before a timer has its turn.
    Timer::after(0, move || focus_first_beside(&before)).forget();
}

fn focus_first_beside(before: &Set) {
    let Ok(Some(now)) = js_sys::try_iter(&fields()) else {
        return;
    };
    let new = now.flatten().find(|field| !before.has(field));
    if let Some(field) = new
        .as_ref()
        .and_then(|field| field.dyn_ref::<HtmlElement>())
    {
        // What cannot be focused stays without.
        let _ = field.focus();
    }
}

/// The fields of the page in their order; nothing where there is no page.
fn fields() -> wasm_bindgen::JsValue {
    let document = web_sys::window().and_then(|window| window.document());
    let fields = document.and_then(|document| document.query_selector_all(FIELDS).ok());
    fields.map(Into::into).unwrap_or_default()
}
