//! Light or dark on the page's root element.

use super::preferences::Theme;

/// Shows the page in a theme.
pub fn apply(theme: Theme) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // Without the attribute the page stays in the device's theme.
        let _ = root.set_attribute("data-theme", theme.name());
    }
}
