//! Which versions of a plan there are to go back to.

use super::{
    VersionKey,
    load::{Look, keys, look},
};
use crate::{
    browser::storage::{Storage, StorageError},
    workbook::keeping::record::{Header, Record},
};

/// A version to go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Where it stands.
    pub key: VersionKey,
    /// What is known of it.
    pub header: Header,
}

/// The whole versions of a plan, the latest first.
///
/// # Errors
/// When storage cannot be read.
pub async fn list(storage: &dyn Storage, plan: &str) -> Result<Vec<Version>, StorageError> {
    let mut versions = Vec::new();
    for key in keys(storage, plan).await?.into_iter().rev() {
        if let Look::Whole(record) = look(storage, plan, key).await {
            let header = record.header;
            versions.push(Version { key, header });
        }
    }
    // The two places of old have no order but their counters'.
    versions
        .sort_by_key(|version| std::cmp::Reverse((version.key.epoch(), version.header.counter)));
    Ok(versions)
}

/// One version of a plan; `None` when it is gone or not whole.
///
/// # Errors
/// When storage cannot be read.
pub async fn record(
    storage: &dyn Storage,
    plan: &str,
    key: VersionKey,
) -> Result<Option<Record>, StorageError> {
    match look(storage, plan, key).await {
        Look::Whole(record) => Ok(Some(record)),
        Look::Not(super::FallBack::Unreadable(why)) => Err(why),
        Look::Newer | Look::Not(_) => Ok(None),
    }
}
