//! The measurement as a page calls it. Knows nothing of what is measured.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::{WORKS, best_milliseconds};

#[wasm_bindgen]
unsafe extern "C" {
    /// Milliseconds since the page was opened.
    #[wasm_bindgen(js_namespace = performance)]
    safe fn now() -> f64;
}

/// How many pieces of work there are.
#[wasm_bindgen]
#[must_use]
pub fn works() -> usize {
    WORKS.len()
}

/// Does one and says how long it takes: its name, a tab, milliseconds.
#[wasm_bindgen]
#[must_use]
pub fn measured(place: usize) -> String {
    let work = &WORKS[place];
    format!("{}\t{}", work.name, best_milliseconds(now, work.prepare()))
}

/// Bytes of memory the module has taken so far; it never gives any back.
#[wasm_bindgen]
#[must_use]
pub fn memory_taken() -> usize {
    core::arch::wasm32::memory_size(0) * 65_536
}
