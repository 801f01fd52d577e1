//! Printing what is on the page.

/// Opens the browser's own dialog for printing, which also saves as PDF.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print says so itself.
        let _ = window.print();
    }
}
