//! Where bytes are kept in the browser, as a trait: IndexedDB on the page, a
//! faulty fake in the tests.
//!
//! It never looks into the bytes. What is a valid record, which one is newer
//! and when to save is decided in `workbook::keeping`.

use std::{fmt, future::Future, pin::Pin};

use super::bytes::Bytes;

/// The answer of a storage call, later. The page has one thread, so it need
/// not be `Send`.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// Bytes by key in named stores.
///
/// Every call answers within [`PATIENCE_MILLISECONDS`], if only with
/// [`StorageError::Hung`]. After an error of [`add`](Storage::add),
/// [`put`](Storage::put) or [`remove`](Storage::remove) the change may or may not
/// have been made.
///
/// Writes reach the disk in the order in which they were asked for, and each is handed
/// to the browser whole at the first poll, without a look at anything before it: a page
/// about to go gets no second turn.
pub trait Storage {
    /// The bytes under the key, or `None` when there are none.
    fn read<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, Option<Vec<u8>>>;

    /// Puts bytes under a key that has none. Where it has some, another tab's perhaps,
    /// they stay: of two tabs that add under one key, one is refused. The answer comes
    /// once the bytes have reached the disk (strict durability).
    fn add<'a>(&'a self, store: Store, key: &'a str, bytes: &'a [u8]) -> Answer<'a, Added>;

    /// Puts bytes under a key in place of what is there, as durably as
    /// [`add`](Storage::add).
    fn put<'a>(&'a self, store: Store, key: &'a str, bytes: &'a [u8]) -> Answer<'a, ()>;

    /// As [`put`](Storage::put), of bytes that the browser holds already: many of them take
    /// long to copy.
    fn put_held<'a>(&'a self, store: Store, key: &'a str, bytes: &'a Bytes) -> Answer<'a, ()> {
        Box::pin(async move { self.put(store, key, &bytes.to_vec()).await })
    }

    /// Takes the bytes under the key away; no error when there are none.
    fn remove<'a>(&'a self, store: Store, key: &'a str) -> Answer<'a, ()>;

    /// All keys of a store that begin so, in ascending order.
    fn keys<'a>(&'a self, store: Store, beginning: &'a str) -> Answer<'a, Vec<String>>;
}

/// How long a storage call may take before it counts as hung.
pub const PATIENCE_MILLISECONDS: u32 = 5_000;

/// A named store of the database. `static/recovery.js` reads the same names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// The versions of each plan.
    Plans,
    /// Records that could not be read, put aside by earlier versions of the program,
    /// which used their place again. Only the user removes them.
    Damaged,
    /// What is on the desk: which plan to open at start, which are in the bin.
    Desk,
    /// What can be undone in each plan.
    Histories,
    /// The firm's own deals beside each plan.
    Deals,
}

impl Store {
    /// Every store.
    pub const ALL: [Self; 5] = [
        Self::Plans,
        Self::Damaged,
        Self::Desk,
        Self::Histories,
        Self::Deals,
    ];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Damaged => "damaged",
            Self::Desk => "desk",
            Self::Histories => "histories",
            Self::Deals => "deals",
        }
    }
}

/// Whether bytes were added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// They are stored.
    Yes,
    /// There were bytes under the key; nothing was changed.
    Refused,
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
    /// The browser could not carry out a write and does not say why. Chromium has no
    /// better word when the disk itself, not its quota, is full.
    Unwritable,
    /// The browser's database cannot be read.
    Corrupt,
    /// Another tab keeps an older version of the database open.
    Blocked,
    /// A newer version of Plumbline has changed the database, in another tab
    /// or before this older version came back: reload the page.
    Outdated,
    /// The program has failed and must not write any more.
    Stopped,
    /// Anything else, in the browser's own words.
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
            "UnknownError" => Self::Unwritable,
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
            Self::Unwritable => f.write_str("storage could not be written"),
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

    /// Cases 3 and 12: a full quota and a full disk have words of their own.
    #[test]
    fn a_full_disk_and_a_denied_store_are_told_apart() {
        let of = |name| StorageError::from_exception(name, "words");
        assert_eq!(of("QuotaExceededError"), StorageError::Full);
        assert_eq!(of("SecurityError"), StorageError::Unavailable);
        assert_eq!(of("UnknownError"), StorageError::Unwritable);
        assert_eq!(of("VersionError"), StorageError::Outdated);
        assert_eq!(
            of("AbortError"),
            StorageError::Other("AbortError: words".into())
        );
    }

    /// What can be undone is of no use without the program.
    #[test]
    fn store_names_are_the_ones_the_recovery_page_reads() {
        let script = include_str!("../../static/recovery.js");
        for store in [Store::Plans, Store::Damaged, Store::Desk] {
            assert!(script.contains(&format!("\"{}\"", store.name())));
        }
    }
}
