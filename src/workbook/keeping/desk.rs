//! Several plans beside each other, and the one that opens at start.
//!
//! Which plans there are is read from the plans themselves, so no list can
//! disagree with them or be lost apart from them. Nothing is ever removed
//! here.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use super::{
    record::Header,
    sentinel::Sentinel,
    slots::{self, Draft, Loaded, Slots},
    state::NotSavedBecause,
};
use crate::browser::storage::{Storage, StorageError, Store, always};

/// The key, in [`Store::Desk`], of the id of the plan that opens at start.
const OPEN_AT_START: &str = "open-at-start";

/// Stands there for a desk cleared on purpose. `static/recovery.js` writes it
/// when the user goes on with a new plan after damage.
const CLEARED: &[u8] = b"-";

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
        /// What its slots held; never [`Loaded::Nothing`].
        loaded: Loaded,
    },
}

/// Opens the plan that was open last. If that is not known, or it is gone, the
/// one saved last by its own clock. `sentinel` is the mark left by the last
/// save, if it is still there.
///
/// # Errors
/// When the storage cannot be read; that is not to say that nothing is there.
pub async fn open_at_start(
    storage: &dyn Storage,
    sentinel: Option<Sentinel>,
) -> Result<AtStart, StorageError> {
    let remembered = storage.read(Store::Desk, OPEN_AT_START).await?;
    if remembered.as_deref() == Some(CLEARED) {
        return Ok(AtStart::Nothing);
    }
    if let Some(plan) = remembered.and_then(|bytes| String::from_utf8(bytes).ok()) {
        let loaded = slots::load(storage, &plan).await?;
        if loaded != Loaded::Nothing {
            return Ok(AtStart::Found { plan, loaded });
        }
    }
    match latest(storage).await? {
        Some((plan, loaded)) => Ok(AtStart::Found { plan, loaded }),
        None => Ok(sentinel.map_or(AtStart::Nothing, AtStart::Evicted)),
    }
}

/// The ids of all plans kept in this browser.
///
/// # Errors
/// When the storage cannot be read.
pub async fn plans(storage: &dyn Storage) -> Result<BTreeSet<String>, StorageError> {
    let keys = storage.keys(Store::Plans).await?;
    Ok(keys
        .iter()
        .filter_map(|key| slots::plan_of_key(key))
        .map(str::to_owned)
        .collect())
}

/// Has this plan opened at the next start.
///
/// # Errors
/// When it could not be written, or reads back otherwise.
pub async fn remember(storage: &dyn Storage, plan: &str) -> Result<(), NotSavedBecause> {
    let plan = plan.as_bytes();
    storage
        .write(Store::Desk, OPEN_AT_START, plan, &always)
        .await?;
    match storage.read(Store::Desk, OPEN_AT_START).await? {
        Some(read) if read == plan => Ok(()),
        _ => Err(NotSavedBecause::ReadBackDiffers),
    }
}

/// A plan on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    slots: Slots,
    remembered: bool,
}

impl Kept {
    /// A plan that was [loaded](slots::load).
    #[must_use]
    pub fn loaded(slots: Slots) -> Self {
        Self {
            slots,
            remembered: false,
        }
    }

    /// A new plan, or a copy, under a fresh id.
    #[must_use]
    pub fn new_plan(id: &str) -> Self {
        Self::loaded(Slots::of_new_plan(id))
    }

    /// Its id in this browser.
    #[must_use]
    pub fn plan(&self) -> &str {
        self.slots.plan()
    }

    /// Saves a version, see [`Slots::save`]. The first save also has the plan
    /// opened at the next start: a plan called saved is one that opens.
    ///
    /// # Errors
    /// Why it is not saved; the version saved before is still whole.
    pub async fn save(
        &mut self,
        storage: &dyn Storage,
        draft: &Draft,
        now: DateTime<FixedOffset>,
    ) -> Result<Header, NotSavedBecause> {
        let header = self.slots.save(storage, draft, now).await?;
        if !self.remembered {
            remember(storage, self.slots.plan()).await?;
            self.remembered = true;
        }
        Ok(header)
    }
}

async fn latest(storage: &dyn Storage) -> Result<Option<(String, Loaded)>, StorageError> {
    let mut latest: Option<(String, Loaded)> = None;
    for plan in plans(storage).await? {
        let loaded = slots::load(storage, &plan).await?;
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
