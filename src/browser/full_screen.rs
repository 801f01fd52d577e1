//! The page on the whole screen, where the browser can do that.

use gloo::events::EventListener;
use web_sys::Document;

/// Whether the browser can show the page on the whole screen.
#[must_use]
pub fn is_possible() -> bool {
    document().is_some_and(|document| document.fullscreen_enabled())
}

/// Whether it does.
#[must_use]
pub fn is_on() -> bool {
    document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Takes the whole screen. Browsers allow it only in answer to a key or a press.
pub fn enter() {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.filter(|_| is_possible()) {
        // A browser that refuses leaves the page as it is.
        let _ = root.request_fullscreen();
    }
}

/// Gives the screen back.
pub fn leave() {
    if is_on()
        && let Some(document) = document()
    {
        document.exit_fullscreen();
    }
}

/// Calls `then` whenever the page takes the whole screen or gives it back, until dropped.
#[must_use]
pub fn on_change(then: impl Fn() + 'static) -> Option<EventListener> {
    let document = document()?;
    Some(EventListener::new(
        &document,
        "fullscreenchange",
        move |_| {
            then();
        },
    ))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
