//! Short texts by key in localStorage, for what may be lost without harm.
//!
//! Where the browser blocks it, or it is full, nothing is kept and nothing
//! fails. A plan is never put here: localStorage does not survive a killed
//! browser.

use web_sys::Storage;

/// The text under the key, if there is one and it can be read.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a text; says whether it was kept.
pub fn set(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Takes a text away.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Where removing is denied there was nothing to read either.
        let _ = storage.remove_item(key);
    }
}

/// Whether the browser denies this site its storage, as it does all its kinds
/// at once.
#[must_use]
pub fn is_denied() -> bool {
    web_sys::window().is_some_and(|window| window.local_storage().is_err())
}

/// Asking for it is already refused, by an exception, where it is blocked.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
