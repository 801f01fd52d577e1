//! The size of the window.

use gloo::events::EventListener;

/// The width of the window in CSS pixels. A window that is not shown yet has none; it is
/// taken for a usual one until it says its size.
#[must_use]
pub fn width() -> f64 {
    let width = web_sys::window().and_then(|window| window.inner_width().ok());
    let width = width.and_then(|width| width.as_f64());
    width.filter(|width| *width > 0.0).unwrap_or(1280.0)
}

/// Calls `then` whenever the window's size changes, until dropped.
#[must_use]
pub fn on_resize(then: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "resize", move |_| then()))
}
