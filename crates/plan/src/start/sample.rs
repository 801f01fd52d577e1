//! The worked sample: a plan as a firm could have written it, with dates around the day on
//! which it is opened.

use chrono::{NaiveDate, TimeDelta};
use serde_json::Value;

use crate::{Plan, document, file, unit::Month};

/// The sample's text as a plan file.
const TEXT: &str = include_str!("sample.plumbline.json");

/// A firm that sells maintenance software to manufacturers: two motions, five reps, open
/// deals, ranges and sources. Its period starts the month after `today`; every date keeps
/// its distance from that start.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "the text is part of the program; tests read it and move it to many days"
)]
pub fn sample(today: NaiveDate) -> Plan {
    let plan = file::read(TEXT).expect("the sample is a plan");
    let written = plan.targets.period.start;
    let start = Month::of(today).plus(1);
    let shift = Shift {
        months: start.since(written),
        days: start.first_day() - written.first_day(),
    };
    serde_json::to_value(&plan)
        .ok()
        .and_then(|document| document::read(&shift.apply(document)).ok())
        .expect("a moved date is a date")
}

/// How far the sample's dates are moved.
struct Shift {
    months: i32,
    days: TimeDelta,
}

impl Shift {
    /// Moves every date and month of a document. A text of the sample that reads like a
    /// date is one.
    fn apply(&self, document: Value) -> Value {
        match document {
            Value::Object(record) => {
                let moved = |(name, value)| (self.moved(name), self.apply(value));
                Value::Object(record.into_iter().map(moved).collect())
            }
            Value::Array(items) => items.into_iter().map(|item| self.apply(item)).collect(),
            Value::String(text) => Value::String(self.moved(text)),
            other => other,
        }
    }

    fn moved(&self, text: String) -> String {
        if let Ok(date) = text.parse::<NaiveDate>() {
            (date + self.days).to_string()
        } else if let Ok(month) = text.parse::<Month>() {
            month.plus(self.months).to_string()
        } else {
            text
        }
    }
}
