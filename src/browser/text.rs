//! Text from bytes of whatever encoding, piece by piece, by the browser's decoder. Works on
//! the page and in its workers. Knows no table.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::bytes::Bytes;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = TextDecoder)]
    type Decoder;

    #[wasm_bindgen(constructor, catch, js_class = "TextDecoder")]
    fn new(label: &str) -> Result<Decoder, JsValue>;

    #[wasm_bindgen(method, catch, js_class = "TextDecoder")]
    fn decode(this: &Decoder, bytes: &Uint8Array, options: &JsValue) -> Result<String, JsValue>;
}

/// Bytes read as text.
pub struct Text {
    bytes: Uint8Array,
    decoder: Option<Decoder>,
    at: u32,
}

impl Text {
    /// These bytes.
    #[must_use]
    pub fn of(bytes: &Bytes) -> Self {
        Self {
            bytes: bytes.view(),
            decoder: None,
            at: 0,
        }
    }

    /// How many bytes there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.bytes.length()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The first bytes, up to so many.
    #[must_use]
    pub fn first(&self, most: u32) -> Vec<u8> {
        self.bytes.subarray(0, most.min(self.len())).to_vec()
    }

    /// Begins anew in an encoding, by its label in the WHATWG Encoding Standard.
    pub fn begin(&mut self, encoding: &str) {
        self.at = 0;
        self.decoder = Decoder::new(encoding).ok();
    }

    /// How much has been read, 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.at) / f64::from(self.len().max(1))
    }

    /// The text of the next so many bytes; nothing at the end. What is no text in the
    /// encoding reads as U+FFFD.
    pub fn next(&mut self, length: u32) -> Option<String> {
        let (piece, is_last) = self.piece(length)?;
        let options = js_sys::Object::new();
        // A letter cut in two is kept for the next piece.
        let more = JsValue::from_bool(!is_last);
        js_sys::Reflect::set(&options, &"stream".into(), &more).ok()?;
        let decoder = self.decoder.as_ref()?;
        decoder.decode(&piece, options.unchecked_ref()).ok()
    }

    /// The next so many bytes as they are, and whether they are the last; nothing at the end.
    pub fn next_bytes(&mut self, length: u32) -> Option<(Vec<u8>, bool)> {
        let (piece, is_last) = self.piece(length)?;
        Some((piece.to_vec(), is_last))
    }

    fn piece(&mut self, length: u32) -> Option<(Uint8Array, bool)> {
        if self.at >= self.len() {
            return None;
        }
        let end = self.at.saturating_add(length).min(self.len());
        let piece = self.bytes.subarray(self.at, end);
        self.at = end;
        Some((piece, end == self.len()))
    }
}
