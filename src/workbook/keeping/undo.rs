//! What can be undone in a plan, kept beside it so that undo still works after a reload.
//!
//! It is bytes here, and belongs to one version of the plan, told by that version's
//! checksum: for any other it would take back what was never done, and is dropped. It may
//! be lost without harm.

use crate::{
    browser::storage::{Storage, StorageError, Store},
    workbook::keeping::record::checksum,
};

const MAGIC: &str = "plumbline-undo";

/// More than this is not kept, in bytes: it is written while the page goes away.
const MOST: usize = 1 << 20;

/// Keeps what can be undone in this document of a plan, in place of what was kept before.
///
/// # Errors
/// When it could not be written.
pub async fn keep(
    storage: &dyn Storage,
    plan: &str,
    document: &[u8],
    history: &[u8],
) -> Result<(), StorageError> {
    if history.len() > MOST {
        return storage.remove(Store::Histories, plan).await;
    }
    let mut bytes = first_line(document, history).into_bytes();
    bytes.extend_from_slice(history);
    storage.put(Store::Histories, plan, &bytes).await
}

/// What can be undone in this document of a plan, when that is known.
pub async fn kept(storage: &dyn Storage, plan: &str, document: &[u8]) -> Option<Vec<u8>> {
    let bytes = storage.read(Store::Histories, plan).await.ok()??;
    let end = bytes.iter().position(|byte| *byte == b'\n')? + 1;
    let (first, history) = bytes.split_at(end);
    (first == first_line(document, history).as_bytes()).then(|| history.to_vec())
}

fn first_line(document: &[u8], history: &[u8]) -> String {
    let (of, own) = (checksum(document), checksum(history));
    format!("{MAGIC} {own:08x} {of:08x}\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::fake_storage::{FakeStorage, Fault, run};

    /// Case 86: what can be undone comes back with the plan it belongs to, and with no
    /// other; whatever goes wrong, never as something else.
    #[test]
    fn undo_is_kept_for_the_very_document() {
        for fault in Fault::ALL {
            for call in 0..2 {
                let storage = FakeStorage::default();
                storage.fault_at(call, fault);
                let said = run(keep(&storage, "p", b"document", b"steps\nmore"));
                let found = run(kept(&storage, "p", b"document"));
                let whole = found.as_deref() == Some(b"steps\nmore");
                assert!(found.is_none() || whole, "{fault:?} at {call}, {said:?}");
                assert_eq!(run(kept(&storage.tab(0), "p", b"another")), None);
            }
        }
        let storage = FakeStorage::default();
        run(keep(&storage, "p", b"document", b"steps\nmore")).unwrap();
        let found = run(kept(&storage, "p", b"document"));
        assert_eq!(found.as_deref(), Some(&b"steps\nmore"[..]));
    }
}
