//! Where bytes are kept in the browser, as a trait: IndexedDB on the page, a
//! faulty fake in the tests.
//!
//! It never looks into the bytes. What is a valid record, which one is newer
//! and when to save is decided in `workbook::keeping`.

use std::{fmt, future::Future, pin::Pin};

/// The answer of a storage call, later. The page has one thread, so it need
/// not be `Send`.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// Says, of the bytes now under a key (`None`: nothing there), whether they
/// may be replaced.
pub type Allowed<'a> = dyn Fn(Option<&[u8]>) -> bool + 'a;

/// Bytes by key in named stores.
///
/// Every call answers within [`PATIENCE_MILLISECONDS`], if only with
/// [`StorageError::Hung`]. After an error of [`write`](Storage::write) or
/// [`remove`](Storage::remove) the change may or may not have been made.
pub trait Storage {
    /// The bytes under the key, or `None` when there are none.
    fn read<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Vec<u8>>>;

    /// Replaces the bytes under the key if `allowed` agrees. Looking and
    /// replacing are one step that no other tab can come between, and the
    /// answer comes once the bytes have reached the disk (strict durability).
    fn write<'a>(
        &'a self,
        store: Store,
        key: &'a str,
        bytes: &'a [u8],
        allowed: &'a Allowed<'a>,
    ) -> Answer<'a, Written>;

    /// Takes the bytes under the key away; no error when there are none.
    fn remove<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()>;

    /// All keys of a store, in ascending order.
    fn keys(&self, store: Store) -> Answer<'_, Vec<String>>;
}

/// How long a storage call may take before it counts as hung.
pub const PATIENCE_MILLISECONDS: u32 = 5_000;

/// A named store of the database. `static/recovery.js` reads the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// The two slots of each plan.
    Plans,
    /// Records that could not be read, put aside before their place was used
    /// again. Only the user removes them.
    Damaged,
    /// What is on the desk: which plan to open at start.
    Desk,
}

impl Store {
    /// Every store.
    pub const ALL: [Self; 3] = [Self::Plans, Self::Damaged, Self::Desk];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Damaged => "damaged",
            Self::Desk => "desk",
        }
    }
}

/// Whether a guarded write was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The new bytes are stored.
    Yes,
    /// `allowed` said no; nothing was changed.
    Refused,
}

/// For [`Storage::write`]: replace whatever is there.
#[must_use]
pub fn always(_: Option<&[u8]>) -> bool {
    true
}

/// Why the browser's storage did not do as asked, by what the person at the
/// page can do about it. The words are in the catalogue of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// There is no storage, or the browser denies it: a private window, or
    /// site data switched off.
    Unavailable,
    /// The space the browser grants, or the disk, is full.
    Full,
    /// No answer within [`PATIENCE_MILLISECONDS`].
    Hung,
    /// The browser's database cannot be read.
    Corrupt,
    /// Another tab keeps an older version of the database open.
    Blocked,
    /// A newer version of Plumbline has changed the database, in another tab
    /// or before this older version came back: reload the page.
    Outdated,
    /// The program has failed and must not write any more.
    Stopped,
    /// Anything else, in the browser's own words. Chromium gives no better
    /// reason when the disk itself, not its quota, is full.
    Other(String),
}

impl StorageError {
    /// The meaning of a `DOMException` by its name.
    #[must_use]
    pub fn from_exception(name: &str, message: &str) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "SecurityError" | "NotAllowedError" | "InvalidAccessError" => Self::Unavailable,
            "TimeoutError" => Self::Hung,
            "NotReadableError" | "DataError" => Self::Corrupt,
            "VersionError" => Self::Outdated,
            _ => Self::Other(format!("{name}: {message}")),
        }
    }
}

/// For logs and the error text a user may copy, not for the page.
impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable => f.write_str("storage is unavailable"),
            Self::Full => f.write_str("storage is full"),
            Self::Hung => f.write_str("storage does not answer"),
            Self::Corrupt => f.write_str("storage is damaged"),
            Self::Blocked => f.write_str("storage is held by an older tab"),
            Self::Outdated => f.write_str("storage belongs to a newer version"),
            Self::Stopped => f.write_str("the program has stopped"),
            Self::Other(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for StorageError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_denied_store_are_told_apart() {
        let of = |name| StorageError::from_exception(name, "words");
        assert_eq!(of("QuotaExceededError"), StorageError::Full);
        assert_eq!(of("SecurityError"), StorageError::Unavailable);
        assert_eq!(of("VersionError"), StorageError::Outdated);
        assert_eq!(
            of("AbortError"),
            StorageError::Other("AbortError: words".into())
        );
    }

    #[test]
    fn store_names_are_the_ones_the_recovery_page_reads() {
        let script = include_str!("../../static/recovery.js");
        for store in Store::ALL {
            assert!(script.contains(&format!("\"{}\"", store.name())));
        }
    }
}
