//! Opening the newest whole version of a plan. Changes nothing.

use super::{
    Log, VersionKey,
    key::{self, Slot},
};
use crate::{
    browser::storage::{Storage, StorageError, Store},
    workbook::keeping::record::{Record, RecordFault},
};

/// What was found of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "made once for each plan opened, and taken apart at once"
)]
pub enum Loaded {
    /// Nothing: there is no such plan.
    Nothing,
    /// The newest whole version.
    Plan {
        /// The version.
        record: Record,
        /// What the next save must know.
        log: Log,
        /// Set when a newer version is there and could not be used. The user is told.
        fell_back: Option<FallBack>,
    },
    /// Something is there, and none of it is whole. It is left as it is, for
    /// the recovery page.
    Damaged,
    /// A newer version of Plumbline has saved this plan. It is left as it is.
    Newer,
}

/// Why a version could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FallBack {
    /// Its bytes are no whole record. They are kept.
    Broken,
    /// It ought to be there and is not.
    Missing,
    /// It could not be read.
    Unreadable(StorageError),
}

/// Opens the newest whole version of a plan.
///
/// # Errors
/// When storage could not be read and no whole version was found.
pub async fn load(storage: &dyn Storage, plan: &str) -> Result<Loaded, StorageError> {
    let keys = keys_patiently(storage, plan).await?;
    let mut found = Found::default();
    for key in in_order(storage, plan, &keys).await {
        match look(storage, plan, key).await {
            Look::Whole(record) => return Ok(found.with(record, plan, &keys)),
            Look::Newer => return Ok(Loaded::Newer),
            Look::Not(why) => found.fell_back(why),
        }
    }
    match found.why {
        None => Ok(Loaded::Nothing),
        Some(FallBack::Unreadable(why)) => Err(why),
        Some(_) => Ok(Loaded::Damaged),
    }
}

#[derive(Default)]
struct Found {
    why: Option<FallBack>,
}

impl Found {
    /// What can't be read now may be there, so it is said before all else.
    fn fell_back(&mut self, why: FallBack) {
        if !matches!(self.why, Some(FallBack::Unreadable(_))) {
            self.why = Some(why);
        }
    }

    fn with(self, record: Record, plan: &str, keys: &[VersionKey]) -> Loaded {
        let log = Log::of_loaded(plan, keys, &record.header);
        Loaded::Plan {
            record,
            log,
            fell_back: self.why,
        }
    }
}

/// The keys of a plan's versions, the oldest first.
pub(super) async fn keys(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Vec<VersionKey>, StorageError> {
    let keys = storage.keys(Store::Plans, &key::beginning(plan)).await?;
    let mut versions: Vec<VersionKey> = keys
        .iter()
        .filter_map(|key| key::parse(key))
        .filter(|(of, _)| *of == plan)
        .map(|(_, version)| version)
        .collect();
    versions.sort_unstable();
    Ok(versions)
}

/// Asks once more after a failure: a passing fault should not keep a plan from opening.
async fn keys_patiently(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Vec<VersionKey>, StorageError> {
    match keys(storage, plan).await {
        Ok(keys) => Ok(keys),
        Err(_) => keys(storage, plan).await,
    }
}

/// The newest first. Which of the two places of old is the newer stands in their records.
async fn in_order(storage: &dyn Storage, plan: &str, keys: &[VersionKey]) -> Vec<VersionKey> {
    let mut order: Vec<VersionKey> = keys.iter().rev().copied().collect();
    let [a, b] = [VersionKey::Slot(Slot::A), VersionKey::Slot(Slot::B)];
    if keys == [a, b] && counter(storage, plan, a).await > counter(storage, plan, b).await {
        order.reverse();
    }
    order
}

async fn counter(storage: &dyn Storage, plan: &str, key: VersionKey) -> u64 {
    match look(storage, plan, key).await {
        Look::Whole(record) => record.header.counter,
        // First, so that it is noticed.
        Look::Newer | Look::Not(_) => u64::MAX,
    }
}

/// What stands under a key.
pub(super) enum Look {
    /// A whole version.
    Whole(Record),
    /// A record of a format still unknown to this version of the program.
    Newer,
    /// None that can be used.
    Not(FallBack),
}

/// Reads a version, and again when it is not whole: a passing fault should neither
/// frighten the user nor open an older version.
pub(super) async fn look(storage: &dyn Storage, plan: &str, key: VersionKey) -> Look {
    match read(storage, plan, key).await {
        whole @ Look::Whole(_) => whole,
        _ => read(storage, plan, key).await,
    }
}

async fn read(storage: &dyn Storage, plan: &str, key: VersionKey) -> Look {
    let bytes = match storage.read(Store::Plans, &key.of_plan(plan)).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Look::Not(FallBack::Missing),
        Err(why) => return Look::Not(FallBack::Unreadable(why)),
    };
    match Record::from_bytes(&bytes) {
        Ok(record) => Look::Whole(record),
        Err(RecordFault::Broken) => Look::Not(FallBack::Broken),
        Err(RecordFault::NewerFormat) => Look::Newer,
    }
}
