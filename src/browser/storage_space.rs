//! How much the browser keeps for this page, how much it would, and whether it may throw
//! it away.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

/// Bytes the browser keeps for this page, roughly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Space {
    /// In use.
    pub used: f64,
    /// The most it would keep.
    pub granted: f64,
}

/// What is in use; `None` where the browser does not tell.
pub async fn space() -> Option<Space> {
    let estimate = answer(manager()?.estimate()).await?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    Some(Space {
        used: estimate.get_usage()?,
        granted: estimate.get_quota()?,
    })
}

/// Whether the browser has promised not to throw away by itself what it keeps for this
/// page; `None` where it does not tell.
pub async fn is_safe() -> Option<bool> {
    answer(manager()?.persisted()).await?.as_bool()
}

/// Asks the browser for that promise, unless it has given it. Some browsers ask the user:
/// to be called once there is something to lose.
pub async fn ask_for_safety() {
    if is_safe().await == Some(false)
        && let Some(manager) = manager()
    {
        // Refused or not, plans are kept as long as the browser keeps them.
        let _ = answer(manager.persist()).await;
    }
}

async fn answer(asked: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(asked.ok()?).await.ok()
}

/// Not there in a page that came over plain http.
fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    manager.is_object().then_some(manager)
}
