//! Bytes as text (RFC 4648): the alphabet for addresses, and the one for everything else.

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};

/// For addresses: `-` and `_`, no padding.
pub(crate) fn for_address(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of [`for_address`]; nothing when it is no such text.
pub(crate) fn from_address(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// The common alphabet, with padding.
pub(crate) fn plain(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes of [`plain`]; nothing when it is no such text.
pub(crate) fn from_plain(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
