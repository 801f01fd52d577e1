//! The worked sample is as fresh on any day as on the day it was written.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{day, fields};
use chrono::NaiveDate;
use plumbline_plan::{Month, start::sample};
use serde_json::Value;

#[test]
fn every_date_keeps_its_distance_from_the_start_of_the_period() {
    let (one, other) = (sample(day("2026-11-21")), sample(day("2031-02-03")));
    let start = |plan: &plumbline_plan::Plan| plan.targets.period.start;
    let days = start(&other).first_day() - start(&one).first_day();
    let months = start(&other).since(start(&one));
    let (mut dates, mut same) = (0, 0);
    for ((path, before), (_, after)) in fields(&one).into_iter().zip(fields(&other)) {
        let (Value::String(before), Value::String(after)) = (before, after) else {
            continue;
        };
        if let Ok(date) = before.parse::<NaiveDate>() {
            assert_eq!(after, (date + days).to_string(), "{path}");
            dates += 1;
        } else if let Ok(month) = before.parse::<Month>() {
            assert_eq!(after, month.plus(months).to_string(), "{path}");
        } else {
            assert_eq!(before, after, "{path}");
            same += 1;
        }
    }
    assert!(
        dates > 50 && same > 100,
        "{dates} dates, {same} other texts"
    );
}

#[test]
fn no_text_of_it_names_a_year() {
    for (path, value) in fields(&sample(day("2026-11-21"))) {
        let Value::String(text) = value else { continue };
        let is_date = text.parse::<NaiveDate>().is_ok() || text.parse::<Month>().is_ok();
        let mut numbers = text.split(|c: char| !c.is_ascii_digit());
        assert!(
            is_date || !numbers.any(|number| number.len() == 4 && number.starts_with("20")),
            "{path}: {text}"
        );
    }
}
