//! Deals kept beside the plan in this browser: the deals themselves, and, apart from them,
//! the few figures the review compares the plan with, so that no deal has to be read for
//! them; whether they go into the plan's file; and deals that those of a file took the place
//! of. Reads no deal.

use plumbline_review::History as Record;

use super::in_file::{ForFile, InFile};
use crate::browser::{
    bytes::Bytes,
    storage::{Storage, StorageError, Store},
};

/// Where the deals of a plan lie.
fn deals_of(plan: &str) -> String {
    format!("{plan}/deals")
}

/// Where the figures for the review lie.
fn record_of(plan: &str) -> String {
    format!("{plan}/record")
}

/// Where it lies whether they go into the plan's file.
fn in_file_of(plan: &str) -> String {
    format!("{plan}/in-file")
}

/// Where the deals lie that those of a file took the place of.
fn before_of(plan: &str) -> String {
    format!("{plan}/before")
}

/// Keeps the deals of a plan in place of those kept before.
pub(super) async fn keep(
    storage: &dyn Storage,
    plan: &str,
    deals: &Bytes,
    record: &Record,
) -> Result<(), StorageError> {
    let record = serde_json::to_vec(record).unwrap_or_default();
    let place = deals_of(plan);
    storage.put_held(Store::Deals, &place, deals).await?;
    storage.put(Store::Deals, &record_of(plan), &record).await
}

/// Keeps deals that came with the plan's file, and puts those kept before aside. Whether any
/// were.
pub(super) async fn keep_arrived(
    storage: &dyn Storage,
    plan: &str,
    deals: &[u8],
) -> Result<bool, StorageError> {
    let before = self::deals(storage, plan).await?;
    let before = before.filter(|before| before != deals);
    if let Some(before) = &before {
        storage.put(Store::Deals, &before_of(plan), before).await?;
    }
    // The figures for the review are those of other deals, until these are read.
    storage.remove(Store::Deals, &record_of(plan)).await?;
    storage.put(Store::Deals, &deals_of(plan), deals).await?;
    choose(storage, plan, InFile::AsKept).await?;
    Ok(before.is_some())
}

/// The figures for the review; nothing where no deals are kept.
pub(super) async fn record(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Option<Record>, StorageError> {
    let bytes = storage.read(Store::Deals, &record_of(plan)).await?;
    Ok(bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()))
}

/// The deals kept.
pub(super) async fn deals(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    storage.read(Store::Deals, &deals_of(plan)).await
}

/// The deals that those of a file took the place of.
pub(super) async fn before(
    storage: &dyn Storage,
    plan: &str,
) -> Result<Option<Vec<u8>>, StorageError> {
    storage.read(Store::Deals, &before_of(plan)).await
}

/// Whether the deals go into the plan's file.
pub(super) async fn chosen(storage: &dyn Storage, plan: &str) -> Result<InFile, StorageError> {
    let word = storage.read(Store::Deals, &in_file_of(plan)).await?;
    Ok(word.map(|word| InFile::of(&word)).unwrap_or_default())
}

/// Keeps the choice whether they do.
pub(super) async fn choose(
    storage: &dyn Storage,
    plan: &str,
    choice: InFile,
) -> Result<(), StorageError> {
    let word = choice.word().as_bytes();
    storage.put(Store::Deals, &in_file_of(plan), word).await
}

/// The deals of a plan as they go into its file; nothing where they do not.
pub(crate) async fn for_file(storage: &dyn Storage, plan: &str) -> Option<ForFile> {
    let choice = chosen(storage, plan).await.ok()?;
    if choice == InFile::Out {
        return None;
    }
    let kept = deals(storage, plan).await.ok()??;
    choice.of_kept(std::str::from_utf8(&kept).ok()?)
}

/// Removes the deals of a plan, and what was put aside for them.
pub(super) async fn remove(storage: &dyn Storage, plan: &str) -> Result<(), StorageError> {
    for place in [record_of, in_file_of, before_of, deals_of] {
        storage.remove(Store::Deals, &place(plan)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::fake_storage::{FakeStorage, run};

    #[test]
    fn deals_of_a_file_never_take_the_place_of_others_unasked() {
        let storage = FakeStorage::default();
        run(keep(&storage, "plan", &Bytes::none(), &Record::default())).unwrap();
        run(storage.put(Store::Deals, &deals_of("plan"), b"{\"count\":1}")).unwrap();
        assert_eq!(run(for_file(&storage, "plan")), None, "nobody asked for it");

        let same = run(keep_arrived(&storage, "plan", b"{\"count\":1}"));
        assert_eq!(same, Ok(false), "the same deals again");
        assert_eq!(
            run(keep_arrived(&storage, "plan", b"{\"count\":2}")),
            Ok(true)
        );
        assert_eq!(
            run(before(&storage, "plan")).unwrap().unwrap(),
            b"{\"count\":1}"
        );
        // Its figures are not those of the deals before, and it goes back as it came.
        assert_eq!(run(record(&storage, "plan")).unwrap(), None);
        let file = run(for_file(&storage, "plan"));
        assert_eq!(file.unwrap().deals, serde_json::json!({"count": 2}));

        run(choose(&storage, "plan", InFile::Out)).unwrap();
        assert_eq!(run(for_file(&storage, "plan")), None);
        run(remove(&storage, "plan")).unwrap();
        assert!(storage.all_keys().is_empty());
    }
}
