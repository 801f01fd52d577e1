//! Bytes that the browser holds: handed from thread to thread, into the store and out of it
//! without being copied. Never looks into them.

use js_sys::{ArrayBuffer, Uint8Array};

/// Bytes on their way.
#[derive(Debug, Clone)]
pub struct Bytes(Option<ArrayBuffer>);

impl Bytes {
    /// No bytes.
    #[must_use]
    pub fn none() -> Self {
        Self(None)
    }

    /// A copy to send.
    #[must_use]
    pub fn copied(bytes: &[u8]) -> Self {
        if bytes.is_empty() {
            return Self::none();
        }
        Self(Some(Uint8Array::from(bytes).buffer()))
    }

    /// Whether there are none, which is not the same as a file without any.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// A copy to read.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u8> {
        let bytes = self.0.as_ref().map(|buffer| Uint8Array::new(buffer));
        bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()
    }

    /// Bytes the browser holds.
    pub(in crate::browser) fn of(buffer: ArrayBuffer) -> Self {
        Self(Some(buffer))
    }

    /// What the browser holds them in; nothing when there are none.
    pub(in crate::browser) fn buffer(&self) -> Option<&ArrayBuffer> {
        self.0.as_ref()
    }

    /// The bytes themselves, not copied.
    pub(in crate::browser) fn view(&self) -> Uint8Array {
        let buffer = self.0.clone().unwrap_or_else(|| ArrayBuffer::new(0));
        Uint8Array::new(&buffer)
    }
}
