//! Printing what is on the page.

use gloo::events::EventListener;

/// Opens the browser's own dialog for printing, which also saves as PDF.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print says so itself.
        let _ = window.print();
    }
}

/// Calls `then` when printing begins, with `true`, before anything is laid out for paper, and
/// with `false` when it is over; until dropped.
#[must_use]
pub fn on_print(then: impl Fn(bool) + Clone + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let listen = |(event, begins): (&'static str, bool)| {
        let then = then.clone();
        EventListener::new(&window, event, move |_| then(begins))
    };
    [("beforeprint", true), ("afterprint", false)]
        .map(listen)
        .into()
}
