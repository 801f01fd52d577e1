//! Short texts by key that last as long as this tab, also when the page is loaded again.
//!
//! Where the browser blocks it nothing is kept and nothing fails.

use web_sys::Storage;

/// The text under the key, if there is one and it can be read.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text.
pub fn set(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // What this tab had open is then forgotten at the next load.
        let _ = storage.set_item(key, text);
    }
}

/// Asking for it is already refused, by an exception, where it is blocked.
fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}
