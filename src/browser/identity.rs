//! Identifiers that nothing else has.

use js_sys::{Date, Function, Math, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An identifier that nothing else has: a random UUID, or where the browser makes
/// none (a page over plain http), the time with random digits.
#[must_use]
pub fn fresh_id() -> String {
    random_uuid().unwrap_or_else(|| {
        let digits = (Math::random() * 1e12).round();
        format!("{:.0}-{digits:.0}", Date::now())
    })
}

fn random_uuid() -> Option<String> {
    let crypto = Reflect::get(&js_sys::global(), &JsValue::from_str("crypto")).ok()?;
    let make: Function = Reflect::get(&crypto, &JsValue::from_str("randomUUID"))
        .ok()?
        .dyn_into()
        .ok()?;
    make.call0(&crypto).ok()?.as_string()
}
