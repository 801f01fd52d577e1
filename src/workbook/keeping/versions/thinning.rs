//! Which versions of a plan are kept as they get older.
//!
//! Every version with a name is kept, and of the others at most fifty: the ten latest,
//! then the last of each of the latest
//!
//! - 8 minutes,
//! - 6 stretches of ten minutes,
//! - 10 hours,
//! - 10 days,
//! - 6 weeks
//!
//! in which the plan was saved at all. An hour of typing is so a few steps back, and work
//! of last spring is still there. What counts as later is the order of saving; clocks only
//! sort versions into minutes and days.

use std::collections::BTreeSet;

use super::VersionKey;
use crate::workbook::keeping::record::Header;

/// The most versions without a name that are kept of a plan.
pub const MOST_UNNAMED: usize = 50;

const LATEST: usize = 10;

/// Seconds in a stretch of time, and in how many of them a version is kept.
const STRETCHES: [(i64, usize); 5] = [
    (60, 8),
    (600, 6),
    (3_600, 10),
    (86_400, 10),
    (7 * 86_400, 6),
];

/// The first of January 1970 was a Thursday; weeks begin on Monday.
const SECONDS_BEFORE_THE_FIRST_MONDAY: i64 = 3 * 86_400;

/// What thinning has to know of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When it was saved, in seconds of local time.
    seconds: i64,
}

impl Stamp {
    /// The stamp of a version that may be removed; `None` for one with a name.
    #[must_use]
    pub fn of(header: &Header) -> Option<Self> {
        if header.name.is_some() {
            return None;
        }
        let seconds = header.saved_at.naive_local().and_utc().timestamp();
        Some(Self {
            seconds: seconds.saturating_add(SECONDS_BEFORE_THE_FIRST_MONDAY),
        })
    }
}

/// The versions to remove of these, which have no names and come latest first. Nothing
/// while there are no more than [`MOST_UNNAMED`].
#[must_use]
pub fn surplus(versions: &[(VersionKey, Stamp)]) -> Vec<VersionKey> {
    if versions.len() <= MOST_UNNAMED {
        return Vec::new();
    }
    let mut kept: BTreeSet<VersionKey> =
        versions.iter().take(LATEST).map(|(key, _)| *key).collect();
    for (length, count) in STRETCHES {
        let mut seen = BTreeSet::new();
        for (key, stamp) in versions {
            if seen.len() == count {
                break;
            }
            if seen.insert(stamp.seconds.div_euclid(length)) {
                kept.insert(*key);
            }
        }
    }
    let keys = versions.iter().map(|(key, _)| *key);
    keys.filter(|key| !kept.contains(key)).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset, TimeDelta};
    use proptest::prelude::*;

    use super::*;

    fn noon() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-21T12:00:00+01:00").unwrap()
    }

    /// Versions saved so many seconds before noon, the latest first.
    fn versions(ages: impl IntoIterator<Item = i64>) -> Vec<(VersionKey, Stamp)> {
        let ages: Vec<i64> = ages.into_iter().collect();
        let count = ages.len() as u64;
        let stamp = |age| {
            let header = Header {
                counter: 0,
                length: 0,
                schema: 1,
                title: String::new(),
                name: None,
                saved_at: noon() - TimeDelta::seconds(age),
            };
            Stamp::of(&header).unwrap()
        };
        let key = |at: usize| VersionKey::Version {
            epoch: 1,
            counter: count - at as u64,
        };
        let ages = ages.into_iter().enumerate();
        ages.map(|(at, age)| (key(at), stamp(age))).collect()
    }

    fn kept(ages: &[i64]) -> Vec<i64> {
        let versions = versions(ages.iter().copied());
        let gone = surplus(&versions);
        let both = versions.iter().zip(ages);
        both.filter(|((key, _), _)| !gone.contains(key))
            .map(|(_, age)| *age)
            .collect()
    }

    #[test]
    fn fifty_versions_all_stay() {
        let ages: Vec<i64> = (0..50).collect();
        assert_eq!(kept(&ages), ages);
    }

    /// Saved three times a second for two hours.
    #[test]
    fn long_typing_leaves_the_latest_and_steps_back_through_the_hours() {
        let ages: Vec<i64> = (0..3 * 7_200).map(|third| third / 3).collect();
        let kept = kept(&ages);
        assert!(kept.len() <= MOST_UNNAMED);
        assert_eq!(kept[..LATEST], ages[..LATEST]);
        for back in [60, 5 * 60, 20 * 60, 45 * 60, 3_600] {
            let near = kept.iter().any(|age| (back - age).abs() <= back / 2 + 60);
            assert!(near, "something from {back} seconds ago in {kept:?}");
        }
    }

    #[test]
    fn work_of_weeks_ago_is_still_there() {
        let ages: Vec<i64> = (0..40)
            .flat_map(|day| (0..9).map(move |n| day * 86_400 + n))
            .collect();
        let kept = kept(&ages);
        assert!(kept.iter().any(|age| *age >= 30 * 86_400), "{kept:?}");
        let days: BTreeSet<i64> = kept.iter().map(|age| age / 86_400).collect();
        assert!((0..10).all(|day| days.contains(&day)), "{kept:?}");
    }

    proptest! {
        /// Also with a clock that jumps (case 11).
        #[test]
        fn at_most_fifty_stay_the_latest_always(ages in proptest::collection::vec(-1_000_000..10_000_000_i64, 0..300)) {
            let kept = kept(&ages);
            prop_assert!(kept.len() <= MOST_UNNAMED);
            let latest = ages.len().min(LATEST);
            prop_assert_eq!(&kept[..latest], &ages[..latest]);
        }
    }
}
