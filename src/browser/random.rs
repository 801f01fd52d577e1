//! Random bytes that nobody can guess.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::JsCast;

/// So many random bytes from the browser's own source for keys; nothing where it has none.
#[must_use]
pub fn bytes<const LENGTH: usize>() -> Option<[u8; LENGTH]> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into()).ok()?;
    let fill: Function = Reflect::get(&crypto, &"getRandomValues".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let filled = Uint8Array::new_with_length(u32::try_from(LENGTH).ok()?);
    fill.call1(&crypto, &filled).ok()?;
    let mut bytes = [0; LENGTH];
    filled.copy_to(&mut bytes);
    Some(bytes)
}
