//! The page being hidden and being closed.

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::{Event, VisibilityState};

/// Listeners; dropping them ends the listening.
pub struct Listeners(#[expect(dead_code, reason = "held for their drop")] Vec<EventListener>);

/// Calls `then` when the page is hidden or about to go. On a phone, and when
/// the browser discards a tab, this is the last that a page hears.
#[must_use]
pub fn on_hidden(then: impl Fn() + Clone + 'static) -> Listeners {
    let Some(window) = web_sys::window() else {
        return Listeners(Vec::new());
    };
    let mut listeners = Vec::new();
    if let Some(document) = window.document() {
        let (then, hidden) = (then.clone(), document.clone());
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| {
                if hidden.visibility_state() == VisibilityState::Hidden {
                    then();
                }
            },
        ));
    }
    listeners.push(EventListener::new(&window, "pagehide", move |_| then()));
    Listeners(listeners)
}

/// Whether the page can be seen.
#[must_use]
pub fn is_seen() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() != VisibilityState::Hidden)
}

/// Calls `then` whenever the page is hidden, and when it is seen again.
#[must_use]
pub fn on_seen_or_hidden(then: impl Fn(bool) + 'static) -> Listeners {
    let document = web_sys::window().and_then(|window| window.document());
    let listener = document.map(|document| {
        EventListener::new(&document, "visibilitychange", move |_| then(is_seen()))
    });
    Listeners(listener.into_iter().collect())
}

/// Has the browser ask before the page is closed while `should_ask` says so.
#[must_use]
pub fn on_closing(should_ask: impl Fn() -> bool + 'static) -> Listeners {
    let Some(window) = web_sys::window() else {
        return Listeners(Vec::new());
    };
    let options = EventListenerOptions::enable_prevent_default();
    let ask = move |event: &Event| {
        if should_ask() {
            event.prevent_default();
        }
    };
    Listeners(vec![EventListener::new_with_options(
        &window,
        "beforeunload",
        options,
        ask,
    )])
}
