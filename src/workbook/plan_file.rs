//! Whether the file that the open plan belongs to holds the plan as it is now. Pure: files
//! are read and written elsewhere.

use chrono::{DateTime, FixedOffset};
use crc::{CRC_64_XZ, Crc};

/// A checksum of a file's content, by which a change made elsewhere is noticed.
#[must_use]
pub fn checksum(text: &str) -> String {
    let sum = Crc::<u64>::new(&CRC_64_XZ).checksum(text.as_bytes());
    format!("{sum:016x}")
}

/// How the open plan stands to its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// The revision of the plan that the file holds; of a plan not yet in a file, the one it
    /// was opened with.
    held: u64,
    unsaved_since: Option<DateTime<FixedOffset>>,
}

impl Standing {
    /// Of a plan as it came out of its file, or was just made.
    #[must_use]
    pub fn opened() -> Self {
        Self::default()
    }

    /// Of a plan that was changed in an earlier visit, and not saved to its file then.
    #[must_use]
    pub fn changed_before(since: DateTime<FixedOffset>) -> Self {
        Self {
            held: 0,
            unsaved_since: Some(since),
        }
    }

    /// After the deals that the file is to hold have changed: they have no revision.
    #[must_use]
    pub fn lacks_deals(self, now: DateTime<FixedOffset>) -> Self {
        Self {
            unsaved_since: self.unsaved_since.or(Some(now)),
            ..self
        }
    }

    /// Of a plan of which this revision was saved to its file. What was changed while the
    /// file was written is noticed at the next look.
    #[must_use]
    pub fn saved(revision: u64) -> Self {
        Self {
            held: revision,
            unsaved_since: None,
        }
    }

    /// After a look at the plan's revision.
    #[must_use]
    pub fn seen(self, revision: u64, now: DateTime<FixedOffset>) -> Self {
        let changed_now = (revision != self.held).then_some(now);
        Self {
            unsaved_since: self.unsaved_since.or(changed_now),
            ..self
        }
    }

    /// Since when the plan holds what its file does not; nothing when the file has it all.
    #[must_use]
    pub fn unsaved_since(self) -> Option<DateTime<FixedOffset>> {
        self.unsaved_since
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: u32) -> DateTime<FixedOffset> {
        let text = format!("2026-11-21T22:{minute:02}:00+01:00");
        text.parse().unwrap()
    }

    #[test]
    fn a_plan_is_unsaved_from_its_first_change_until_it_is_saved() {
        let opened = Standing::opened().seen(0, at(0));
        assert_eq!(opened.unsaved_since(), None);
        let changed = opened.seen(1, at(5)).seen(2, at(6));
        assert_eq!(changed.unsaved_since(), Some(at(5)));
        let saved = Standing::saved(2).seen(2, at(7));
        assert_eq!(saved.unsaved_since(), None);
    }

    #[test]
    fn a_change_made_while_the_file_was_written_is_unsaved() {
        let saved = Standing::saved(2).seen(3, at(8));
        assert_eq!(saved.unsaved_since(), Some(at(8)));
    }

    #[test]
    fn a_plan_changed_in_an_earlier_visit_stays_unsaved() {
        let back = Standing::changed_before(at(1)).seen(0, at(30));
        assert_eq!(back.unsaved_since(), Some(at(1)));
    }

    #[test]
    fn deals_that_the_file_lacks_are_unsaved_until_it_is_saved() {
        let lacks = Standing::saved(2).lacks_deals(at(9)).seen(2, at(10));
        assert_eq!(lacks.unsaved_since(), Some(at(9)));
        assert_eq!(Standing::saved(2).seen(2, at(11)).unsaved_since(), None);
    }

    #[test]
    fn another_content_has_another_checksum() {
        assert_eq!(checksum("123456789"), "995dc9bbdf1939fa");
        assert_ne!(checksum("{\"goal\": 1}"), checksum("{\"goal\": 2}"));
    }
}
