//! Opening a plan from its two slots.

use super::{Content, Slot, Slots, keys};
use crate::{
    browser::storage::{Storage, StorageError, Store},
    workbook::keeping::record::Record,
};

/// What the two slots held.
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
        slots: Slots,
        /// Set when the other slot, which may have held a newer version, could
        /// not be used. The user is told.
        fell_back: Option<FallBack>,
    },
    /// Something is there, and none of it is whole. It is left as it is, for
    /// the recovery page.
    Damaged,
    /// A newer version of Plumbline has saved this plan. It is left as it is.
    Newer,
}

/// Why a slot could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FallBack {
    /// Its bytes are no whole record. They are kept.
    Broken,
    /// It ought to hold something and is empty.
    Missing,
    /// It could not be read.
    Unreadable(StorageError),
}

/// Opens the newest whole version of a plan. Changes nothing.
///
/// # Errors
/// When a slot could not be read and the other has no whole version.
pub async fn load(storage: &dyn Storage, plan: &str) -> Result<Loaded, StorageError> {
    let [a, b] = keys(plan);
    let mut found = [look(storage, &a).await, look(storage, &b).await];
    if found.iter().any(Found::is_newer) {
        return Ok(Loaded::Newer);
    }
    let newest = usize::from(found[1].counter() > found[0].counter());
    let Some(record) = found[newest].take_record() else {
        return nothing_whole(found);
    };
    // The first version has nothing to fall back on; every later one left its
    // predecessor in the other slot.
    let fell_back = found[1 - newest]
        .unusable()
        .filter(|why| *why != FallBack::Missing || record.header.counter > 1);
    let slots = Slots {
        plan: plan.to_owned(),
        slots: [found[0].slot(), found[1].slot()],
        attempts: Vec::new(),
    };
    Ok(Loaded::Plan {
        record,
        slots,
        fell_back,
    })
}

enum Found {
    Read(Content, Option<Record>),
    Unreadable(StorageError),
}

impl Found {
    fn is_newer(&self) -> bool {
        matches!(self, Self::Read(Content::Newer(_), _))
    }

    fn counter(&self) -> Option<u64> {
        match self {
            Self::Read(content, _) => content.counter(),
            Self::Unreadable(_) => None,
        }
    }

    fn slot(&self) -> Slot {
        match self {
            Self::Read(content, _) => Slot::Seen(*content),
            Self::Unreadable(_) => Slot::Unread,
        }
    }

    fn take_record(&mut self) -> Option<Record> {
        match self {
            Self::Read(_, record) => record.take(),
            Self::Unreadable(_) => None,
        }
    }

    fn unusable(&self) -> Option<FallBack> {
        match self {
            Self::Read(Content::Whole { .. }, _) => None,
            Self::Read(Content::Empty, _) => Some(FallBack::Missing),
            Self::Read(..) => Some(FallBack::Broken),
            Self::Unreadable(why) => Some(FallBack::Unreadable(why.clone())),
        }
    }
}

/// Reads a slot, and again when there is no whole version in it: a passing
/// fault should neither frighten the user nor open an older version.
async fn look(storage: &dyn Storage, key: &str) -> Found {
    match read(storage, key).await {
        found @ Found::Read(_, Some(_)) => found,
        _ => read(storage, key).await,
    }
}

async fn read(storage: &dyn Storage, key: &str) -> Found {
    match storage.read(Store::Plans, key).await {
        Ok(bytes) => {
            let (content, record) = Content::of(bytes.as_deref());
            Found::Read(content, record)
        }
        Err(why) => Found::Unreadable(why),
    }
}

fn nothing_whole(found: [Found; 2]) -> Result<Loaded, StorageError> {
    let mut empty = true;
    for found in found {
        match found {
            Found::Unreadable(why) => return Err(why),
            Found::Read(content, _) => empty &= content == Content::Empty,
        }
    }
    Ok(if empty {
        Loaded::Nothing
    } else {
        Loaded::Damaged
    })
}
