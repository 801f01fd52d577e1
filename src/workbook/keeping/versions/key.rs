//! Where a version of a plan stands in storage, and which of two is the newer.
//!
//! ```text
//! 6f1c…/00000002.0000000000c4
//! plan   epoch    counter
//! ```
//!
//! The epoch rises by one whenever a tab takes a plan over from another, the counter
//! with every save, whatever the clock says. The epoch counts first: a tab that was
//! frozen, lost its plan to another and wakes again may still write, but whatever it
//! writes is older than the first save of the tab that took over.
//!
//! Up to version 0.1 a plan lay in two places, `/a` and `/b`, written in turn. Those are
//! read as its two oldest versions and never written again. `static/recovery.js` reads
//! both kinds of key: change it together with this.

use std::fmt;

/// The place of one version of a plan, older before newer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum VersionKey {
    /// One of the two places of old. Which of them is the newer stands only in their
    /// records.
    Slot(Slot),
    /// A version.
    Version {
        /// How often the plan was taken over from another tab, and one.
        epoch: u32,
        /// The number of the save.
        counter: u64,
    },
}

/// The two places of old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl VersionKey {
    /// The key in storage of this version of a plan.
    #[must_use]
    pub fn of_plan(self, plan: &str) -> String {
        format!("{}{self}", beginning(plan))
    }

    /// The epoch; 0 in the places of old.
    #[must_use]
    pub const fn epoch(self) -> u32 {
        match self {
            Self::Slot(_) => 0,
            Self::Version { epoch, .. } => epoch,
        }
    }

    /// The version that a text names, such as the end of a key in storage.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "a" => return Some(Self::Slot(Slot::A)),
            "b" => return Some(Self::Slot(Slot::B)),
            _ => {}
        }
        let (epoch, counter) = text.split_once('.')?;
        if (epoch.len(), counter.len()) != (8, 12) {
            return None;
        }
        Some(Self::Version {
            epoch: u32::from_str_radix(epoch, 16).ok()?,
            counter: u64::from_str_radix(counter, 16).ok()?,
        })
    }
}

/// As at the end of a key in storage: fixed widths, so that keys sort as versions do.
impl fmt::Display for VersionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slot(Slot::A) => f.write_str("a"),
            Self::Slot(Slot::B) => f.write_str("b"),
            Self::Version { epoch, counter } => write!(f, "{epoch:08x}.{counter:012x}"),
        }
    }
}

/// What the keys of all versions of a plan begin with.
#[must_use]
pub fn beginning(plan: &str) -> String {
    format!("{plan}/")
}

/// The plan and the version that a key in storage belongs to; `None` when it is the key
/// of no version.
#[must_use]
pub fn parse(key: &str) -> Option<(&str, VersionKey)> {
    let (plan, version) = key.rsplit_once('/')?;
    Some((plan, VersionKey::from_text(version)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let key = VersionKey::Version {
            epoch: 2,
            counter: 196,
        };
        let text = key.of_plan("plan-1");
        assert_eq!(text, "plan-1/00000002.0000000000c4");
        assert_eq!(parse(&text), Some(("plan-1", key)));
        assert_eq!(parse("p/b"), Some(("p", VersionKey::Slot(Slot::B))));
        for other in ["p", "p/c", "p/2.c4", "p/0000000z.0000000000c4", ""] {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    /// Case 15: an epoch outranks any counter, as versions and as keys in storage.
    #[test]
    fn a_later_epoch_is_newer_than_any_counter() {
        let of = |epoch, counter| VersionKey::Version { epoch, counter };
        let mut keys = [
            VersionKey::Slot(Slot::A),
            VersionKey::Slot(Slot::B),
            of(1, 9),
            of(1, 10),
            of(2, 3),
        ];
        assert!(keys.is_sorted());
        keys.reverse();
        let texts = keys.map(|key| key.of_plan("p"));
        assert!(texts[..3].is_sorted_by(|one, other| one > other));
    }
}
