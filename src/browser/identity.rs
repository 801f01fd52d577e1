//! Fresh ids for plans in this browser.

use js_sys::{Date, Function, Math, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An id that no other plan has: a random UUID, or where the browser makes
/// none (a page over plain http), the time with random digits.
#[must_use]
pub fn fresh_id() -> String {
    random_uuid().unwrap_or_else(|| {
        let digits = (Math::random() * 1e12).round();
        format!("{:.0}-{digits:.0}", Date::now())
    })
}

/// A fresh id for an item of a plan, of the kind the list asks for.
#[must_use]
pub fn fresh_item_id<T>() -> plumbline_plan::Id<T> {
    #[expect(
        clippy::expect_used,
        reason = "a fresh id is hexadecimal digits and hyphens"
    )]
    plumbline_plan::Id::new(fresh_id()).expect("a fresh id is an identifier")
}

fn random_uuid() -> Option<String> {
    let crypto = Reflect::get(&js_sys::global(), &JsValue::from_str("crypto")).ok()?;
    let make: Function = Reflect::get(&crypto, &JsValue::from_str("randomUUID"))
        .ok()?
        .dyn_into()
        .ok()?;
    make.call0(&crypto).ok()?.as_string()
}
