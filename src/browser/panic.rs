//! What happens when the program fails.
//!
//! After a panic nothing in memory can be trusted: saving stops for good, and
//! the page is given over to `static/recovery.js`, which needs no wasm. The
//! last saved plan is left as it is. Nothing is sent anywhere.

use std::{
    panic::PanicHookInfo,
    sync::atomic::{AtomicBool, Ordering},
};

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

static FAILED: AtomicBool = AtomicBool::new(false);

/// Has every panic shown by the recovery page. To be called before the page is
/// rendered.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        FAILED.store(true, Ordering::SeqCst);
        recover("failed", &words(panic));
    }));
}

/// Whether the program has failed, so that nothing may be written any more.
#[must_use]
pub fn has_failed() -> bool {
    FAILED.load(Ordering::SeqCst)
}

/// Gives the page over to the recovery page. `reason` is one of its reasons:
/// `failed` (the program stopped), `damaged` (no version of the plan can be
/// opened), `newer` (the plan was saved by a newer version), `hung`
/// (the browser's storage does not answer). `details` is what the user may
/// copy.
pub fn recover(reason: &str, details: &str) {
    // Should the script be missing, the failure still stands in the console.
    let _ = call_recovery(reason, details);
}

fn call_recovery(reason: &str, details: &str) -> Result<JsValue, JsValue> {
    let page = js_sys::global();
    let recover: Function =
        Reflect::get(&page, &JsValue::from_str("plumblineRecover"))?.dyn_into()?;
    recover.call2(
        &page,
        &JsValue::from_str(reason),
        &JsValue::from_str(details),
    )
}

fn words(panic: &PanicHookInfo<'_>) -> String {
    format!("{panic}\nPlumbline {}", env!("CARGO_PKG_VERSION"))
}
