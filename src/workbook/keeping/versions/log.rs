//! Saving a plan: a new version beside the others, read back, and whether somebody else
//! has saved it meanwhile.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

use chrono::{DateTime, FixedOffset};

use super::{
    VersionKey,
    load::{Look, keys, look},
    thinning::{MOST_UNNAMED, Stamp, surplus},
};
use crate::{
    browser::storage::{Added, Storage, StorageError, Store},
    workbook::keeping::{
        record::{Header, Record},
        state::NotSavedBecause,
    },
};

/// A version to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Schema version of the document.
    pub schema: u32,
    /// The plan's title.
    pub title: String,
    /// What the user calls this version, for one that is to be kept for good.
    pub name: Option<String>,
    /// The document.
    pub document: Vec<u8>,
}

/// The versions of a plan as one tab has seen or made them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    plan: String,
    epoch: u32,
    /// Of the newest version seen, or tried.
    counter: u64,
    /// The newest version when the plan was opened here.
    opened_at: Option<VersionKey>,
    /// What this tab has tried to write since. One whose save failed may turn up late.
    own: BTreeSet<VersionKey>,
    /// Those of its own that did not read back as written.
    litter: Vec<VersionKey>,
    /// What is known of versions, for thinning; `None`: not to be removed.
    stamps: BTreeMap<VersionKey, Option<Stamp>>,
    /// The last write did not end well.
    in_doubt: bool,
    /// Why this tab may no longer save the plan.
    lost: Option<NotSavedBecause>,
}

impl Log {
    /// The log of a new plan, by its id in this browser. Should something be
    /// there after all, the first save says so and leaves it alone.
    #[must_use]
    pub fn of_new_plan(id: &str) -> Self {
        Self {
            plan: id.to_owned(),
            epoch: 1,
            counter: 0,
            opened_at: None,
            own: BTreeSet::new(),
            litter: Vec::new(),
            stamps: BTreeMap::new(),
            in_doubt: false,
            lost: None,
        }
    }

    /// The log of a plan of which this version was opened, with the keys of all there are.
    pub(super) fn of_loaded(plan: &str, keys: &[VersionKey], opened: &Header) -> Self {
        let newest = keys.iter().max().copied();
        let counter = match newest {
            Some(VersionKey::Version { counter, .. }) => counter.max(opened.counter),
            _ => opened.counter,
        };
        Self {
            epoch: newest.map_or(1, |key| key.epoch().max(1)),
            counter,
            opened_at: newest,
            ..Self::of_new_plan(plan)
        }
    }

    /// The plan's id in this browser.
    #[must_use]
    pub fn plan(&self) -> &str {
        &self.plan
    }

    /// Begins an epoch: from the next save on nothing that another tab writes onwards
    /// from an older one can become the newest version.
    pub fn take_over(&mut self) {
        self.epoch += 1;
    }

    fn issue(&mut self, draft: &Draft, now: DateTime<FixedOffset>) -> (VersionKey, Record) {
        self.counter += 1;
        let key = VersionKey::Version {
            epoch: self.epoch,
            counter: self.counter,
        };
        self.own.insert(key);
        let header = Header {
            counter: self.counter,
            length: draft.document.len(),
            schema: draft.schema,
            title: draft.title.clone(),
            name: draft.name.clone(),
            saved_at: now,
        };
        let document = draft.document.clone();
        (key, Record { header, document })
    }

    /// A version saved by another tab that this one should have known of. What an older
    /// epoch left behind is none: it is history.
    fn foreign(&self, keys: &[VersionKey]) -> Option<VersionKey> {
        let unknown = |key: &VersionKey| Some(*key) > self.opened_at && !self.own.contains(key);
        let newer = |key: &VersionKey| key.epoch() >= self.epoch;
        keys.iter()
            .rev()
            .copied()
            .find(|key| unknown(key) && newer(key))
    }
}

/// How often a save is tried when what is read back is not what was written.
const ATTEMPTS: usize = 2;

/// Saves a version: adds it, reads it back and compares. Only `Ok` means saved. After an
/// error every version saved before is still whole, and the call may be made again, also
/// while an earlier one still runs. The version is on its way at the first poll, but
/// after a failure, when it is first looked whose the plan is.
///
/// # Errors
/// Why it is not saved. No version, of this tab or another, is ever overwritten.
pub async fn save(
    log: &RefCell<Log>,
    storage: &dyn Storage,
    draft: &Draft,
    now: DateTime<FixedOffset>,
) -> Result<Header, NotSavedBecause> {
    if let Some(why) = log.borrow().lost.clone() {
        return Err(why);
    }
    let in_doubt = log.borrow().in_doubt;
    if in_doubt {
        refuse_if_lost(log, storage).await?;
    }
    for _ in 0..ATTEMPTS {
        let (key, record) = log.borrow_mut().issue(draft, now);
        let outcome = write_and_check(log, storage, key, &record).await;
        log.borrow_mut().in_doubt = outcome != Ok(true);
        if outcome? {
            let stamp = Stamp::of(&record.header);
            log.borrow_mut().stamps.insert(key, stamp);
            remove_litter(log, storage).await;
            return Ok(record.header);
        }
        log.borrow_mut().litter.push(key);
    }
    Err(NotSavedBecause::ReadBackDiffers)
}

/// Whether the record now stands under the key; an error when the plan is another tab's.
async fn write_and_check(
    log: &RefCell<Log>,
    storage: &dyn Storage,
    key: VersionKey,
    record: &Record,
) -> Result<bool, NotSavedBecause> {
    let written = write(log, storage, key, record).await?;
    if written {
        refuse_if_lost(log, storage).await?;
    }
    Ok(written)
}

async fn write(
    log: &RefCell<Log>,
    storage: &dyn Storage,
    key: VersionKey,
    record: &Record,
) -> Result<bool, NotSavedBecause> {
    let (place, bytes) = (key.of_plan(&plan_of(log)), record.to_bytes());
    match storage.add(Store::Plans, &place, &bytes).await? {
        Added::Refused => {
            log.borrow_mut().own.remove(&key);
            Err(lose(log, storage, key).await)
        }
        Added::Yes => {
            let back = storage.read(Store::Plans, &place).await?;
            Ok(back.as_deref() == Some(bytes.as_slice()))
        }
    }
}

async fn refuse_if_lost(log: &RefCell<Log>, storage: &dyn Storage) -> Result<(), NotSavedBecause> {
    let keys = keys(storage, &plan_of(log)).await?;
    let foreign = log.borrow().foreign(&keys);
    match foreign {
        None => Ok(()),
        Some(key) => Err(lose(log, storage, key).await),
    }
}

/// This tab's plan is no longer its own to save. Who has it is told by what it saved.
async fn lose(log: &RefCell<Log>, storage: &dyn Storage, foreign: VersionKey) -> NotSavedBecause {
    let found = look(storage, &plan_of(log), foreign).await;
    let mut log = log.borrow_mut();
    let why = match found {
        Look::Newer => NotSavedBecause::SavedByNewerVersion,
        _ if foreign.epoch() > log.epoch => NotSavedBecause::TakenOver,
        _ => NotSavedBecause::ChangedInAnotherTab,
    };
    log.lost = Some(why.clone());
    why
}

/// What this tab itself wrote and found spoiled. Should it stay, no harm is done.
async fn remove_litter(log: &RefCell<Log>, storage: &dyn Storage) {
    let litter = std::mem::take(&mut log.borrow_mut().litter);
    for key in litter {
        let place = key.of_plan(&plan_of(log));
        let _ = storage.remove(Store::Plans, &place).await;
    }
}

/// Removes versions that need no longer be kept, see [`thinning`](super::thinning). The
/// newest is never among them, nor is one with a name, or one that cannot be read.
///
/// # Errors
/// When storage does not answer; a later call goes on.
pub async fn thin(log: &RefCell<Log>, storage: &dyn Storage) -> Result<(), StorageError> {
    let plan = plan_of(log);
    let keys = keys(storage, &plan).await?;
    if keys.len() <= MOST_UNNAMED {
        return Ok(());
    }
    for key in &keys {
        let known = log.borrow().stamps.contains_key(key);
        if !known {
            let stamp = match look(storage, &plan, *key).await {
                Look::Whole(record) => Stamp::of(&record.header),
                Look::Newer | Look::Not(_) => None,
            };
            log.borrow_mut().stamps.insert(*key, stamp);
        }
    }
    let stamped: Vec<(VersionKey, Stamp)> = {
        let log = log.borrow();
        let stamp = |key: &VersionKey| Some((*key, (*log.stamps.get(key)?)?));
        keys.iter().rev().filter_map(stamp).collect()
    };
    for key in surplus(&stamped) {
        storage.remove(Store::Plans, &key.of_plan(&plan)).await?;
        log.borrow_mut().stamps.remove(&key);
    }
    Ok(())
}

fn plan_of(log: &RefCell<Log>) -> String {
    log.borrow().plan.clone()
}
