//! The worked sample: a plan as a firm could have written it, with dates around the day on
//! which it is opened.

use chrono::NaiveDate;

use super::moving::moved;
use crate::Plan;

/// The sample's text as a plan file.
const TEXT: &str = include_str!("sample.plumbline.json");

/// A firm that sells maintenance software to manufacturers: two motions, five reps, open
/// deals, ranges and sources. Its period starts the month after `today`; every date keeps
/// its distance from that start.
#[must_use]
pub fn sample(today: NaiveDate) -> Plan {
    moved(TEXT, today, |_| {})
}
