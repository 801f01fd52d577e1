//! A plan in the fragment of an address, the part after `#`, which a browser never sends.
//!
//! ```text
//! plan=1.<base64url of: CRC-32 of the text, 4 bytes, then the text by raw DEFLATE>
//! ```
//!
//! Anyone who has the link can read the plan: nothing here is secret.

use std::borrow::Cow;

use crc::{CRC_32_ISO_HDLC, Crc};
use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

use crate::base64;

/// A fragment that carries a plan begins so, with or without `#` before it.
const BEGINNING: &str = "plan=";
const VERSION: &str = "1";
const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// A fragment longer than this, in characters, is not made. Every current browser opens an
/// address of this length (the shortest known limit is 80,000), and so do most programs
/// people paste one into.
pub const LONGEST: usize = 32_000;

/// A fragment longer than this is not read.
const LONGEST_READ: usize = 2_000_000;

/// A plan's text longer than this, in bytes, is not unpacked: 8 MB, hundreds of times the
/// largest that [`LONGEST`] lets through.
pub const LARGEST_TEXT: usize = 8 * 1024 * 1024;

/// Level of compression, of 10: the smallest that is still quick.
const LEVEL: u8 = 9;

/// The plan does not fit into a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the link would have {length} characters, more than {LONGEST}")]
pub struct TooLong {
    /// How many characters it would have.
    pub length: usize,
}

/// Why a link could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Made by a newer program.
    #[error("the link was made by a newer version")]
    Newer,
    /// Cut off or changed on its way.
    #[error("the link is cut off or was changed")]
    Damaged,
    /// What is in it is larger than [`LARGEST_TEXT`], or the link itself is too long.
    #[error("the link holds more than any plan")]
    TooLarge,
}

/// The fragment, without `#`, that carries this text of a plan's file.
///
/// # Errors
/// [`TooLong`] when it would be longer than [`LONGEST`].
pub fn fragment(text: &str) -> Result<String, TooLong> {
    let text = compact(text);
    let mut bytes = CRC.checksum(text.as_bytes()).to_be_bytes().to_vec();
    bytes.extend(compress_to_vec(text.as_bytes(), LEVEL));
    let fragment = format!("{BEGINNING}{VERSION}.{}", base64::for_address(&bytes));
    match fragment.len() {
        length if length > LONGEST => Err(TooLong { length }),
        _ => Ok(fragment),
    }
}

/// Whether a fragment, with or without `#`, says that it carries a plan.
#[must_use]
pub fn carries_a_plan(fragment: &str) -> bool {
    inner(fragment).is_some()
}

/// The text of the plan's file that a fragment carries, without line breaks.
///
/// # Errors
/// [`LinkError`]; no more than [`LARGEST_TEXT`] is ever unpacked.
pub fn read(fragment: &str) -> Result<String, LinkError> {
    let inner = inner(fragment).ok_or(LinkError::Damaged)?;
    if inner.len() > LONGEST_READ {
        return Err(LinkError::TooLarge);
    }
    let (version, packed) = inner.split_once('.').ok_or(LinkError::Damaged)?;
    if version != VERSION {
        let is_number = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if is_number {
            LinkError::Newer
        } else {
            LinkError::Damaged
        });
    }
    // Programs that break long lines put white space into links.
    let packed: String = packed.split_whitespace().collect();
    let bytes = base64::from_address(packed.trim_end_matches('=')).ok_or(LinkError::Damaged)?;
    let (sum, packed) = bytes.split_at_checked(4).ok_or(LinkError::Damaged)?;
    let text = decompress_to_vec_with_limit(packed, LARGEST_TEXT).map_err(|error| {
        use miniz_oxide::inflate::TINFLStatus;
        match error.status {
            TINFLStatus::HasMoreOutput => LinkError::TooLarge,
            _ => LinkError::Damaged,
        }
    })?;
    if CRC.checksum(&text).to_be_bytes() != sum {
        return Err(LinkError::Damaged);
    }
    String::from_utf8(text).map_err(|_| LinkError::Damaged)
}

fn inner(fragment: &str) -> Option<&str> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    fragment.strip_prefix(BEGINNING)
}

/// The same JSON without indentation; a text that is no JSON stays as it is.
fn compact(text: &str) -> Cow<'_, str> {
    let value = serde_json::from_str::<serde_json::Value>(text);
    value.map_or(Cow::Borrowed(text), |value| Cow::Owned(value.to_string()))
}
