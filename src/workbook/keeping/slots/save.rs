//! Saving a plan into the slot that does not hold the newest version.

use chrono::{DateTime, FixedOffset};

use super::{Content, Print, Slot, Slots, keys};
use crate::{
    browser::storage::{Storage, Store, Written, always},
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
    /// The document.
    pub document: Vec<u8>,
}

impl Slots {
    /// Saves a version: writes it, reads it back and compares. Only `Ok` means
    /// saved. After an error the version saved before is still whole, and the
    /// call may be made again.
    ///
    /// # Errors
    /// Why it is not saved. Another tab's version is never overwritten.
    pub async fn save(
        &mut self,
        storage: &dyn Storage,
        draft: &Draft,
        now: DateTime<FixedOffset>,
    ) -> Result<Header, NotSavedBecause> {
        for _ in 0..ATTEMPTS {
            self.settle_doubts(storage).await?;
            let target = self.target();
            let record = self.record(draft, now);
            if self.put_aside(storage, target).await?
                && self.write(storage, target, &record).await?
            {
                return Ok(record.header);
            }
        }
        // Also after a refusal that a fresh look does not explain: some read
        // gave what is not there.
        Err(NotSavedBecause::ReadBackDiffers)
    }

    fn target(&self) -> usize {
        self.newest().map_or(0, |(newest, _)| 1 - newest)
    }

    fn record(&self, draft: &Draft, now: DateTime<FixedOffset>) -> Record {
        Record {
            header: Header {
                counter: self.newest().map_or(0, |(_, counter)| counter) + 1,
                length: draft.document.len(),
                schema: draft.schema,
                title: draft.title.clone(),
                saved_at: now,
            },
            document: draft.document.clone(),
        }
    }

    /// Looks again at every slot whose content is not known for sure.
    async fn settle_doubts(&mut self, storage: &dyn Storage) -> Result<(), NotSavedBecause> {
        for (at, key) in keys(&self.plan).iter().enumerate() {
            if !matches!(self.slots[at], Slot::Seen(_)) {
                let bytes = storage.read(Store::Plans, key).await?;
                let (found, _) = Content::of(bytes.as_deref());
                self.slots[at] = Slot::Seen(self.explain(at, found)?);
            }
        }
        Ok(())
    }

    fn explain(&self, at: usize, found: Content) -> Result<Content, NotSavedBecause> {
        let before = match self.slots[at] {
            Slot::InDoubt { before } => Some(before),
            Slot::Seen(_) | Slot::Unread => None,
        };
        if before == Some(found) || self.attempts.contains(&found) {
            return Ok(found);
        }
        let newest = self.newest().map_or(0, |(_, counter)| counter);
        match found {
            Content::Newer(_) => Err(NotSavedBecause::SavedByNewerVersion),
            // Whoever saves onwards from what this tab knows counts higher.
            Content::Whole { counter, .. } if counter >= newest => {
                Err(NotSavedBecause::ChangedInAnotherTab)
            }
            Content::Broken(print) if before.is_some() => Ok(Content::OwnLitter(print)),
            other => Ok(other),
        }
    }

    /// Copies broken bytes out of a slot before it is used again. False when
    /// they are not those seen before, or the copy is not the same.
    async fn put_aside(
        &mut self,
        storage: &dyn Storage,
        at: usize,
    ) -> Result<bool, NotSavedBecause> {
        let Slot::Seen(Content::Broken(print)) = self.slots[at] else {
            return Ok(true);
        };
        let key = &keys(&self.plan)[at];
        let bytes = storage.read(Store::Plans, key).await?;
        let Some(bytes) = bytes.filter(|bytes| Print::of(bytes) == print) else {
            self.slots[at] = Slot::Unread;
            return Ok(false);
        };
        let aside = format!("{key}/{:08x}", print.checksum);
        storage
            .write(Store::Damaged, &aside, &bytes, &always)
            .await?;
        Ok(storage.read(Store::Damaged, &aside).await? == Some(bytes))
    }

    /// Whether the record now stands in the slot. If not, or on an error, the
    /// slot is in doubt.
    async fn write(
        &mut self,
        storage: &dyn Storage,
        at: usize,
        record: &Record,
    ) -> Result<bool, NotSavedBecause> {
        let key = &keys(&self.plan)[at];
        let bytes = record.to_bytes();
        let attempt = Content::whole(&record.header, Print::of(&bytes));
        let Slot::Seen(before) = self.slots[at] else {
            return Ok(false);
        };
        self.slots[at] = Slot::InDoubt { before };
        self.attempts.truncate(ATTEMPTS_KNOWN - 1);
        self.attempts.insert(0, attempt);
        let unchanged = |now: Option<&[u8]>| now.map(Print::of) == before.print();
        let written = storage.write(Store::Plans, key, &bytes, &unchanged).await?;
        if written == Written::Refused {
            self.slots[at] = Slot::Unread;
            self.attempts.remove(0);
            return Ok(false);
        }
        let back = storage.read(Store::Plans, key).await?;
        let kept = back.as_deref() == Some(bytes.as_slice());
        if kept {
            self.slots[at] = Slot::Seen(attempt);
            self.attempts.clear();
        }
        Ok(kept)
    }
}

/// Once more after a refusal or a wrong read-back, with a fresh look.
const ATTEMPTS: usize = 2;

/// How many failed attempts are known again should one turn up late.
const ATTEMPTS_KNOWN: usize = 8;
