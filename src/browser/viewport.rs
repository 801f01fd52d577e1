//! The size of the window.

/// The width of the window in CSS pixels. A window that is not shown yet has none; it is
/// taken for a usual one until it says its size.
#[must_use]
pub fn width() -> f64 {
    let width = web_sys::window().and_then(|window| window.inner_width().ok());
    let width = width.and_then(|width| width.as_f64());
    width.filter(|width| *width > 0.0).unwrap_or(1280.0)
}
