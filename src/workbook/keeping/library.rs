//! What there is on this machine: the plans with their titles, sizes and versions.

use chrono::{DateTime, FixedOffset};

use super::{
    desk::{binned, plans},
    state::NotSavedBecause,
    versions::{self, Draft, Loaded, key},
};
use crate::browser::storage::{Storage, StorageError, Store};

/// A plan in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id in this browser.
    pub plan: String,
    /// Its newest whole version; `None` when there is none that this program can open.
    pub newest: Option<Newest>,
    /// How many versions of it are kept.
    pub versions: usize,
    /// Whether it is in the bin.
    pub binned: bool,
}

/// The newest version of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    /// The plan's title.
    pub title: String,
    /// When it was saved.
    pub saved_at: DateTime<FixedOffset>,
}

impl Entry {
    /// Whether the plan is meant by somebody who looks for these words: all of them are
    /// in its title, in whatever order and case. Every plan is when there are none.
    #[must_use]
    pub fn answers_to(&self, words: &str) -> bool {
        let title = match &self.newest {
            Some(newest) => newest.title.to_lowercase(),
            None => String::new(),
        };
        let words = words.to_lowercase();
        words.split_whitespace().all(|word| title.contains(word))
    }
}

/// All plans kept in this browser, the one saved last first; those that can't be opened
/// at the end.
///
/// # Errors
/// When the storage cannot be read.
pub async fn entries(storage: &dyn Storage) -> Result<Vec<Entry>, StorageError> {
    let binned = binned(storage).await?;
    let mut entries = Vec::new();
    for plan in plans(storage).await? {
        let newest = match versions::load(storage, &plan).await {
            Ok(Loaded::Plan { record, .. }) => Some(Newest {
                title: record.header.title,
                saved_at: record.header.saved_at,
            }),
            _ => None,
        };
        let keys = storage.keys(Store::Plans, &key::beginning(&plan)).await?;
        entries.push(Entry {
            newest,
            versions: keys.len(),
            binned: binned.contains(&plan),
            plan,
        });
    }
    let saved_at = |entry: &Entry| entry.newest.as_ref().map(|newest| newest.saved_at);
    entries.sort_by_key(|entry| std::cmp::Reverse(saved_at(entry)));
    Ok(entries)
}

/// Saves a new version of a plan made from its newest: `change` makes it of the document.
/// `None` when the plan has no whole version or `change` gives nothing.
///
/// # Errors
/// Why it is not saved; the plan is then as it was.
pub async fn change(
    storage: &dyn Storage,
    plan: &str,
    change: impl FnOnce(&[u8]) -> Option<Draft>,
    now: DateTime<FixedOffset>,
) -> Result<Option<()>, NotSavedBecause> {
    let Loaded::Plan { record, log, .. } = versions::load(storage, plan).await? else {
        return Ok(None);
    };
    let Some(draft) = change(&record.document) else {
        return Ok(None);
    };
    let log = std::cell::RefCell::new(log);
    versions::save(&log, storage, &draft, now).await?;
    Ok(Some(()))
}

/// Saves a plan under a fresh id beside the one it is made from, as [`change`] does. What
/// opens at start stays what it was.
///
/// # Errors
/// Why it is not saved.
pub async fn copy(
    storage: &dyn Storage,
    plan: &str,
    fresh_id: &str,
    change: impl FnOnce(&[u8]) -> Option<Draft>,
    now: DateTime<FixedOffset>,
) -> Result<Option<()>, NotSavedBecause> {
    let Loaded::Plan { record, .. } = versions::load(storage, plan).await? else {
        return Ok(None);
    };
    let Some(draft) = change(&record.document) else {
        return Ok(None);
    };
    let log = std::cell::RefCell::new(versions::Log::of_new_plan(fresh_id));
    versions::save(&log, storage, &draft, now).await?;
    Ok(Some(()))
}

#[cfg(test)]
mod tests;
