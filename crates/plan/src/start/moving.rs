//! Plans kept as text in the program, with their dates moved to the day on which they are
//! opened.

use chrono::{NaiveDate, TimeDelta};
use serde_json::Value;

use crate::{Plan, document, file, unit::Month};

/// The plan that a text holds, so moved that its period starts the month after `today`;
/// every date keeps its distance from that start. `touch` may change the document.
#[expect(
    clippy::expect_used,
    reason = "the texts are part of the program; tests read each and move it to many days"
)]
pub(super) fn moved(text: &str, today: NaiveDate, touch: impl Fn(&mut Value)) -> Plan {
    let plan = file::read(text).expect("the text is a plan");
    let written = plan.targets.period.start;
    let start = Month::of(today).plus(1);
    let shift = Shift {
        months: start.since(written),
        days: start.first_day() - written.first_day(),
    };
    serde_json::to_value(&plan)
        .ok()
        .and_then(|document| {
            let mut document = shift.apply(document);
            touch(&mut document);
            document::read(&document).ok()
        })
        .expect("a moved date is a date")
}

/// How far the dates are moved.
struct Shift {
    months: i32,
    days: TimeDelta,
}

impl Shift {
    /// Moves every date and month of a document. A text in it that reads like a date is one.
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
