//! Deals kept beside the plan in this browser: the deals themselves, and, apart from them,
//! the few figures the review compares the plan with, so that no deal has to be read for
//! them.

use plumbline_review::History as Record;

use crate::browser::storage::{Storage, StorageError, Store};

/// Where the deals of a plan lie.
fn deals_of(plan: &str) -> String {
    format!("{plan}/deals")
}

/// Where the figures for the review lie.
fn record_of(plan: &str) -> String {
    format!("{plan}/record")
}

/// Keeps the deals of a plan, as a table, in place of those kept before.
pub(super) async fn keep(
    storage: &dyn Storage,
    plan: &str,
    table: &[u8],
    record: &Record,
) -> Result<(), StorageError> {
    let record = serde_json::to_vec(record).unwrap_or_default();
    storage.put(Store::Deals, &deals_of(plan), table).await?;
    storage.put(Store::Deals, &record_of(plan), &record).await
}

/// The figures for the review; nothing where no deals are kept.
pub(super) async fn record(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Option<Record>, StorageError> {
    let bytes = storage.read(Store::Deals, &record_of(plan)).await?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// The deals kept, as a table.
pub(super) async fn table(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    storage.read(Store::Deals, &deals_of(plan)).await
}

/// Removes the deals of a plan.
pub(super) async fn remove(storage: &dyn Storage, plan: &str) -> Result<(), StorageError> {
    storage.remove(Store::Deals, &record_of(plan)).await?;
    storage.remove(Store::Deals, &deals_of(plan)).await
}
