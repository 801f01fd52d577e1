//! Two places for one plan: a save writes the one that does not hold the
//! newest version, so a whole version is there at every moment.
//!
//! Nothing is overwritten that this tab has not seen: a version saved by
//! another tab stops the save, and bytes that are no record are put aside
//! first. Nothing here knows when to save.

mod load;
mod save;

pub use load::{FallBack, Loaded, load};
pub use save::Draft;

use super::record::{Header, Record, RecordFault, checksum};

/// The two slots of a plan, as this tab has last seen or left them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    plan: String,
    slots: [Slot; 2],
    /// What this tab has tried to write since its last success, latest first.
    attempts: Vec<Content>,
}

impl Slots {
    /// The slots of a new plan, by its id in this browser. Should something be
    /// there after all, the first save says so and leaves it alone.
    #[must_use]
    pub fn of_new_plan(id: &str) -> Self {
        Self {
            plan: id.to_owned(),
            slots: [Slot::Seen(Content::Empty); 2],
            attempts: Vec::new(),
        }
    }

    /// The plan's id in this browser.
    #[must_use]
    pub fn plan(&self) -> &str {
        &self.plan
    }

    fn newest(&self) -> Option<(usize, u64)> {
        (0..2)
            .filter_map(|at| Some((at, self.slots[at].counter()?)))
            .max_by_key(|(_, counter)| *counter)
    }
}

/// The keys of a plan's two slots.
#[must_use]
pub fn keys(plan: &str) -> [String; 2] {
    [format!("{plan}/a"), format!("{plan}/b")]
}

/// The plan a slot's key belongs to, if it is one.
#[must_use]
pub fn plan_of_key(key: &str) -> Option<&str> {
    key.strip_suffix("/a").or_else(|| key.strip_suffix("/b"))
}

/// What this tab knows of a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// It holds this, unless another tab has changed it.
    Seen(Content),
    /// A write to it did not end well: it may hold this as before, what was to
    /// be written, or a torn piece of that.
    InDoubt { before: Content },
    /// It could not be read, or is not as it was seen.
    Unread,
}

impl Slot {
    fn counter(&self) -> Option<u64> {
        match self {
            Self::Seen(content) | Self::InDoubt { before: content } => content.counter(),
            Self::Unread => None,
        }
    }
}

/// What a slot holds, as far as it matters to know it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Empty,
    /// A whole version.
    Whole {
        counter: u64,
        print: Print,
    },
    /// Bytes that are no record and were not put there by this tab.
    Broken(Print),
    /// A torn piece of what this tab itself tried to write.
    OwnLitter(Print),
    /// A record of a format still unknown to this version.
    Newer(Print),
}

impl Content {
    fn of(bytes: Option<&[u8]>) -> (Self, Option<Record>) {
        let Some(bytes) = bytes else {
            return (Self::Empty, None);
        };
        let print = Print::of(bytes);
        match Record::from_bytes(bytes) {
            Ok(record) => (Self::whole(&record.header, print), Some(record)),
            Err(RecordFault::Broken) => (Self::Broken(print), None),
            Err(RecordFault::NewerFormat) => (Self::Newer(print), None),
        }
    }

    fn whole(header: &Header, print: Print) -> Self {
        Self::Whole {
            counter: header.counter,
            print,
        }
    }

    fn counter(self) -> Option<u64> {
        match self {
            Self::Whole { counter, .. } => Some(counter),
            _ => None,
        }
    }

    fn print(self) -> Option<Print> {
        match self {
            Self::Empty => None,
            Self::Whole { print, .. }
            | Self::Broken(print)
            | Self::OwnLitter(print)
            | Self::Newer(print) => Some(print),
        }
    }
}

/// Enough of some bytes to know them again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Print {
    length: usize,
    checksum: u32,
}

impl Print {
    fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len(),
            checksum: checksum(bytes),
        }
    }
}

#[cfg(test)]
mod tests;
