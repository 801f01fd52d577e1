//! Several plans beside each other, and the one that opens at start.
//!
//! Which plans there are is read from the plans themselves, so no list can
//! disagree with them or be lost apart from them. A plan in the bin lies where it lay,
//! with a mark; should the mark be lost, the plan is back.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::Rc,
};

use chrono::{DateTime, FixedOffset};

use super::{
    record::Header,
    sentinel::Sentinel,
    state::NotSavedBecause,
    versions::{self, Draft, Loaded, Log, key},
};
use crate::browser::storage::{Storage, StorageError, Store};

/// The key, in [`Store::Desk`], of the id of the plan that opens at start.
const OPEN_AT_START: &str = "open-at-start";

/// Stands there for a desk cleared on purpose. `static/recovery.js` writes it
/// when the user goes on with a new plan after damage.
const CLEARED: &[u8] = b"-";

/// The keys, in [`Store::Desk`], of the marks of plans in the bin begin so.
const BINNED: &str = "binned/";

/// What there is to open at start.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    clippy::large_enum_variant,
    reason = "made once for each plan opened, and taken apart at once"
)]
pub enum AtStart {
    /// Nothing: a newcomer, or a desk cleared on purpose.
    Nothing,
    /// The browser has thrown away the plans kept here. The user is told, and
    /// pointed to a saved file.
    Evicted(Sentinel),
    /// A plan, or what became of it.
    Found {
        /// Its id in this browser.
        plan: String,
        /// What was found of it; never [`Loaded::Nothing`].
        loaded: Loaded,
    },
}

/// Opens the plan this tab had open before it was loaded again; else the plan that was
/// open last anywhere; if that is not known, or it is gone, the one saved last by its own
/// clock. `sentinel` is the mark left by the last save, if it is still there.
///
/// # Errors
/// When the storage cannot be read; that is not to say that nothing is there.
pub async fn open_at_start(
    storage: &dyn Storage,
    of_this_tab: Option<String>,
    sentinel: Option<Sentinel>,
) -> Result<AtStart, StorageError> {
    let remembered = storage.read(Store::Desk, OPEN_AT_START).await?;
    if remembered.as_deref() == Some(CLEARED) {
        return Ok(AtStart::Nothing);
    }
    let remembered = remembered.and_then(|bytes| String::from_utf8(bytes).ok());
    let binned = binned(storage).await?;
    for plan in of_this_tab.into_iter().chain(remembered) {
        if !binned.contains(&plan) {
            let loaded = versions::load(storage, &plan).await?;
            if loaded != Loaded::Nothing {
                return Ok(AtStart::Found { plan, loaded });
            }
        }
    }
    match latest(storage, &binned).await? {
        Some((plan, loaded)) => Ok(AtStart::Found { plan, loaded }),
        None if binned.is_empty() => Ok(sentinel.map_or(AtStart::Nothing, AtStart::Evicted)),
        None => Ok(AtStart::Nothing),
    }
}

/// The ids of all plans kept in this browser, those in the bin too.
///
/// # Errors
/// When the storage cannot be read.
pub async fn plans(storage: &dyn Storage) -> Result<BTreeSet<String>, StorageError> {
    let keys = storage.keys(Store::Plans, "").await?;
    let plans = keys.iter().filter_map(|key| key::parse(key));
    Ok(plans.map(|(plan, _)| plan.to_owned()).collect())
}

/// Has this plan opened at the next start. A plan in the bin is then out of it.
///
/// # Errors
/// When it could not be written, or reads back otherwise.
pub async fn remember(storage: &dyn Storage, plan: &str) -> Result<(), NotSavedBecause> {
    storage
        .put(Store::Desk, OPEN_AT_START, plan.as_bytes())
        .await?;
    match storage.read(Store::Desk, OPEN_AT_START).await? {
        Some(read) if read == plan.as_bytes() => {}
        _ => return Err(NotSavedBecause::ReadBackDiffers),
    }
    if binned(storage).await?.contains(plan) {
        take_out_of_bin(storage, plan).await?;
    }
    Ok(())
}

/// The ids of the plans in the bin.
///
/// # Errors
/// When the storage cannot be read.
pub async fn binned(storage: &dyn Storage) -> Result<BTreeSet<String>, StorageError> {
    let keys = storage.keys(Store::Desk, BINNED).await?;
    let plans = keys.iter().filter_map(|key| key.strip_prefix(BINNED));
    Ok(plans.map(str::to_owned).collect())
}

/// Puts a plan into the bin. Nothing of it is removed.
///
/// # Errors
/// When the mark could not be written.
pub async fn put_in_bin(storage: &dyn Storage, plan: &str) -> Result<(), StorageError> {
    storage.put(Store::Desk, &mark(plan), b"").await
}

/// Takes a plan out of the bin.
///
/// # Errors
/// When the mark could not be removed.
pub async fn take_out_of_bin(storage: &dyn Storage, plan: &str) -> Result<(), StorageError> {
    storage.remove(Store::Desk, &mark(plan)).await
}

/// Removes a plan that is in the bin for good, with all its versions. The mark goes last:
/// until nothing is left of the plan it stays in the bin, and the call may be made again.
/// A plan that is not in the bin is left alone.
///
/// # Errors
/// When the storage does not answer or refuses.
pub async fn remove_for_good(storage: &dyn Storage, plan: &str) -> Result<(), StorageError> {
    if !binned(storage).await?.contains(plan) {
        return Ok(());
    }
    storage.remove(Store::Histories, plan).await?;
    for kept in storage.keys(Store::Deals, &format!("{plan}/")).await? {
        storage.remove(Store::Deals, &kept).await?;
    }
    for place in storage.keys(Store::Plans, &key::beginning(plan)).await? {
        storage.remove(Store::Plans, &place).await?;
    }
    if storage
        .keys(Store::Plans, &key::beginning(plan))
        .await?
        .is_empty()
    {
        take_out_of_bin(storage, plan).await?;
    }
    Ok(())
}

fn mark(plan: &str) -> String {
    format!("{BINNED}{plan}")
}

/// A plan on the desk. Clones are the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    log: Rc<RefCell<Log>>,
    remembered: Rc<Cell<bool>>,
}

impl Kept {
    /// A plan that was [loaded](versions::load).
    #[must_use]
    pub fn loaded(log: Log) -> Self {
        Self {
            log: Rc::new(RefCell::new(log)),
            remembered: Rc::default(),
        }
    }

    /// A new plan, or a copy, under a fresh id.
    #[must_use]
    pub fn new_plan(id: &str) -> Self {
        Self::loaded(Log::of_new_plan(id))
    }

    /// Its id in this browser.
    #[must_use]
    pub fn plan(&self) -> String {
        self.log.borrow().plan().to_owned()
    }

    /// Takes it over from another tab with the next save, see [`Log::take_over`].
    pub fn take_over(&self) {
        self.log.borrow_mut().take_over();
    }

    /// Saves a version, see [`versions::save`]. The first save also has the plan
    /// opened at the next start: a plan called saved is one that opens.
    ///
    /// # Errors
    /// Why it is not saved; every version saved before is still whole.
    pub async fn save(
        &self,
        storage: &dyn Storage,
        draft: &Draft,
        now: DateTime<FixedOffset>,
    ) -> Result<Header, NotSavedBecause> {
        let header = versions::save(&self.log, storage, draft, now).await?;
        if !self.remembered.get() {
            self.remember(storage).await?;
        }
        Ok(header)
    }

    /// Has this plan opened at the next start.
    ///
    /// # Errors
    /// When it could not be written, or reads back otherwise.
    pub async fn remember(&self, storage: &dyn Storage) -> Result<(), NotSavedBecause> {
        remember(storage, &self.plan()).await?;
        self.remembered.set(true);
        Ok(())
    }

    /// Removes versions that need no longer be kept, see [`versions::thin`].
    ///
    /// # Errors
    /// When storage does not answer; a later call goes on.
    pub async fn thin(&self, storage: &dyn Storage) -> Result<(), StorageError> {
        versions::thin(&self.log, storage).await
    }
}

async fn latest(
    storage: &dyn Storage,
    binned: &BTreeSet<String>,
) -> Result<Option<(String, Loaded)>, StorageError> {
    let mut latest: Option<(String, Loaded)> = None;
    for plan in plans(storage).await? {
        if binned.contains(&plan) {
            continue;
        }
        let loaded = versions::load(storage, &plan).await?;
        let is_later = latest
            .as_ref()
            .is_none_or(|(_, other)| saved_at(&loaded) > saved_at(other));
        if is_later && loaded != Loaded::Nothing {
            latest = Some((plan, loaded));
        }
    }
    Ok(latest)
}

fn saved_at(loaded: &Loaded) -> Option<DateTime<FixedOffset>> {
    match loaded {
        Loaded::Plan { record, .. } => Some(record.header.saved_at),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
