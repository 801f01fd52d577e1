//! The page's address after the `#` and after the `?`, and moving the focus to what it names.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The part of the address from the `#` on; empty when there is none.
#[must_use]
pub fn hash() -> String {
    let location = web_sys::window().map(|window| window.location());
    location
        .and_then(|location| location.hash().ok())
        .unwrap_or_default()
}

/// What the address says of a setting after the `?`, as in `?workers=3`; nothing when it does
/// not name it.
#[must_use]
pub fn setting(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    let settings = search.strip_prefix('?')?.split('&');
    let mut named = settings.filter_map(|setting| setting.split_once('='));
    let (_, value) = named.find(|(given, _)| *given == name)?;
    Some(value.to_owned())
}

/// Goes to another part of the page.
pub fn go_to(hash: &str) {
    if let Some(window) = web_sys::window() {
        // It fails only where the page may not change its own address; it then stays.
        let _ = window.location().set_hash(hash);
    }
}

/// Takes the part after the `#` out of the address and of the browser's history, and
/// returns it.
pub fn take_hash() -> String {
    let hash = hash();
    if let Some(window) = web_sys::window()
        && let Ok(history) = window.history()
        && let Ok(whole) = window.location().href()
    {
        let without = whole.split('#').next().unwrap_or_default();
        // Where the address cannot be changed it stays.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(without));
    }
    hash
}

/// The address of this page without what stands after a `?` or a `#`.
#[must_use]
pub fn of_page() -> String {
    let whole = web_sys::window().and_then(|window| window.location().href().ok());
    let whole = whole.unwrap_or_default();
    let end = whole.find(['?', '#']).unwrap_or(whole.len());
    whole[..end].to_owned()
}

/// The name of the page's own file, as a page opened from a disk has one.
#[must_use]
pub fn file_name() -> Option<String> {
    let address = of_page();
    let (_, name) = address.rsplit_once('/')?;
    let name = js_sys::decode_uri_component(name).ok()?.as_string()?;
    (!name.is_empty()).then_some(name)
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page that cannot be reloaded stays as it is.
        let _ = window.location().reload();
    }
}

/// Calls `then` whenever the part after the `#` changes, until dropped.
#[must_use]
pub fn on_change(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| then()))
}

/// Gives the focus to the heading of the page shown, and scrolls to the top.
pub fn focus_heading() {
    let Some(window) = web_sys::window() else {
        return;
    };
    window.scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(heading) = find("main h1") {
        focus(&heading);
    }
}

/// Gives the focus to the control with this identifier, or to the first one below it,
/// unfolding what hides it.
pub fn focus_field(id: &str) {
    let below = format!("[id='{id}'], [id^='{id}.']");
    let Some(control) = find(&below) else {
        return;
    };
    let mut around = control.closest("details").ok().flatten();
    while let Some(details) = around {
        // A fold that cannot be opened leaves the field where it is.
        let _ = details.set_attribute("open", "");
        let parent = details.parent_element();
        around = parent.and_then(|parent| parent.closest("details").ok().flatten());
    }
    control.scroll_into_view_with_bool(true);
    focus(&control);
}

/// Gives the focus to the control with this identifier, and brings it into view if it is not.
pub fn focus_control(id: &str) {
    if let Some(control) = find(&format!("[id='{id}']")) {
        focus(&control);
    }
}

fn find(selector: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.query_selector(selector).ok().flatten()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // What cannot be focused is at least in view.
        let _ = element.focus();
    }
}
