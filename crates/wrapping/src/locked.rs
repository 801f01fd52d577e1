//! A plan's file locked with a passphrase.
//!
//! The key is derived from the passphrase by Argon2id (RFC 9106), the text encrypted and
//! authenticated by XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03). How the key was derived
//! stands in the file, so that a later version may ask for more work; the reader sets bounds
//! to it. Without the passphrase there is no way to the plan, for nobody.
//!
//! Never writes a passphrase or a key anywhere.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use serde::{Deserialize, Serialize};

use crate::base64;

/// What every locked file says of itself in its field `format`.
pub const FORMAT: &str = "plumbline-locked-plan";
/// The version this program writes.
pub const VERSION: u64 = 1;
/// The ending of locked files.
pub const EXTENSION: &str = ".plumbline-locked.json";

/// Bytes of salt that [`lock`] needs.
pub const SALT_BYTES: usize = 16;
/// Bytes of nonce that [`lock`] needs.
pub const NONCE_BYTES: usize = 24;

const DERIVATION: &str = "argon2id";
const CIPHER: &str = "xchacha20-poly1305";

/// How much work it is to derive the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes of it.
    pub lanes: u32,
}

impl Work {
    /// What files are written with: 64 MiB and three passes, as the second choice of
    /// RFC 9106, section 4, but in one lane, since a browser's worker has one thread.
    pub const USUAL: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// Whether this reader does that much: up to 256 MiB, 10 passes, 4 lanes.
    #[must_use]
    pub fn is_within_bounds(self) -> bool {
        (8..=256 * 1024).contains(&self.memory_kib)
            && (1..=10).contains(&self.passes)
            && (1..=4).contains(&self.lanes)
            && self.memory_kib >= 8 * self.lanes
    }
}

/// What has to be random and new for each locking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fresh {
    /// So that one passphrase gives another key each time.
    pub salt: [u8; SALT_BYTES],
    /// So that one key never encrypts two texts alike.
    pub nonce: [u8; NONCE_BYTES],
}

/// Why a text was not locked, or a file not unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum LockError {
    /// The passphrase is empty.
    #[error("the passphrase is empty")]
    NoPassphrase,
    /// It is no locked file, or what says how to open it is cut off or was changed.
    #[error("not a whole locked file")]
    Damaged,
    /// Written by a newer program, or locked in a way this one does not know.
    #[error("locked by a newer version")]
    Newer,
    /// To open it would take more work than any file of this product asks for.
    #[error("the file asks for too much work")]
    TooMuchWork,
    /// Another passphrase, or the content was changed: the one cannot be told from the other.
    #[error("the passphrase does not open the file, or the file was changed")]
    DoesNotOpen,
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    format_version: u64,
    key: Key,
    cipher: Cipher,
    content: String,
}

#[derive(Serialize, Deserialize)]
struct Key {
    derivation: String,
    #[serde(flatten)]
    work: Work,
    salt: String,
}

#[derive(Serialize, Deserialize)]
struct Cipher {
    name: String,
    nonce: String,
}

/// Only what tells a locked file, whatever its version.
#[derive(Deserialize)]
struct Envelope {
    format: String,
    format_version: u64,
}

/// Whether a text says that it is a locked file.
#[must_use]
pub fn is_locked(text: &str) -> bool {
    envelope(text).is_some()
}

/// The text of a locked file that holds this text.
///
/// # Errors
/// [`LockError::NoPassphrase`]; [`LockError::TooMuchWork`] for work out of bounds.
pub fn lock(text: &str, passphrase: &str, work: Work, fresh: &Fresh) -> Result<String, LockError> {
    if passphrase.is_empty() {
        return Err(LockError::NoPassphrase);
    }
    let cipher = cipher(passphrase, work, &fresh.salt)?;
    let beside = said_beside(work, &fresh.salt, &fresh.nonce);
    let payload = Payload {
        msg: text.as_bytes(),
        aad: beside.as_bytes(),
    };
    // It fails for a text of more than 256 GB alone.
    let sealed = cipher
        .encrypt(&XNonce::from(fresh.nonce), payload)
        .map_err(|_| LockError::TooMuchWork)?;
    let file = File {
        format: FORMAT.to_owned(),
        format_version: VERSION,
        key: Key {
            derivation: DERIVATION.to_owned(),
            work,
            salt: base64::plain(&fresh.salt),
        },
        cipher: Cipher {
            name: CIPHER.to_owned(),
            nonce: base64::plain(&fresh.nonce),
        },
        content: base64::plain(&sealed),
    };
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    Ok(text)
}

/// The text in a locked file.
///
/// # Errors
/// [`LockError`]; work out of [bounds](Work::is_within_bounds) is not begun.
pub fn unlock(file: &str, passphrase: &str) -> Result<String, LockError> {
    let envelope = envelope(file).ok_or(LockError::Damaged)?;
    if envelope.format_version > VERSION {
        return Err(LockError::Newer);
    }
    let file: File = serde_json::from_str(file).map_err(|_| LockError::Damaged)?;
    if file.key.derivation != DERIVATION || file.cipher.name != CIPHER {
        return Err(LockError::Newer);
    }
    let salt: [u8; SALT_BYTES] = bytes(&file.key.salt)?;
    let nonce: [u8; NONCE_BYTES] = bytes(&file.cipher.nonce)?;
    let sealed = base64::from_plain(&file.content).ok_or(LockError::Damaged)?;
    if passphrase.is_empty() {
        return Err(LockError::NoPassphrase);
    }
    let beside = said_beside(file.key.work, &salt, &nonce);
    let payload = Payload {
        msg: &sealed,
        aad: beside.as_bytes(),
    };
    let text = cipher(passphrase, file.key.work, &salt)?
        .decrypt(&XNonce::from(nonce), payload)
        .map_err(|_| LockError::DoesNotOpen)?;
    String::from_utf8(text).map_err(|_| LockError::Damaged)
}

fn envelope(text: &str) -> Option<Envelope> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Plans are large and often read; only what names the format is taken apart.
    if !text.contains(FORMAT) {
        return None;
    }
    let envelope: Envelope = serde_json::from_str(text).ok()?;
    (envelope.format == FORMAT).then_some(envelope)
}

fn cipher(passphrase: &str, work: Work, salt: &[u8]) -> Result<XChaCha20Poly1305, LockError> {
    if !work.is_within_bounds() {
        return Err(LockError::TooMuchWork);
    }
    let mut key = [0; 32];
    let parameters = Params::new(work.memory_kib, work.passes, work.lanes, Some(key.len()))
        .map_err(|_| LockError::TooMuchWork)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(|_| LockError::TooMuchWork)?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

/// What stands in the file beside the content, authenticated with it.
fn said_beside(work: Work, salt: &[u8], nonce: &[u8]) -> String {
    let Work {
        memory_kib,
        passes,
        lanes,
    } = work;
    let (salt, nonce) = (base64::plain(salt), base64::plain(nonce));
    format!("{FORMAT} {VERSION} {DERIVATION} {memory_kib} {passes} {lanes} {salt} {CIPHER} {nonce}")
}

fn bytes<const LENGTH: usize>(text: &str) -> Result<[u8; LENGTH], LockError> {
    let bytes = base64::from_plain(text).ok_or(LockError::Damaged)?;
    bytes.try_into().map_err(|_| LockError::Damaged)
}
