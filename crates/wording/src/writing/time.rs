//! Times of day.

use chrono::{NaiveTime, Timelike};

use crate::locale::Locale;

/// The regions whose people write the hour from 1 to 12.
const TWELVE_HOURS: [&str; 6] = ["US", "CA", "AU", "NZ", "IN", "PH"];

/// A time of day to the minute: `14:05`, in some regions `2:05 PM`.
#[must_use]
pub fn write_time(time: NaiveTime, locale: &Locale) -> String {
    if locale.language() == "en" && TWELVE_HOURS.contains(&locale.region()) {
        let (afternoon, hour) = time.hour12();
        let half = if afternoon { "PM" } else { "AM" };
        return format!("{hour}:{:02} {half}", time.minute());
    }
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_the_hour_as_the_region_does() {
        let afternoon = NaiveTime::from_hms_opt(14, 5, 0).unwrap();
        let midnight = NaiveTime::from_hms_opt(0, 30, 0).unwrap();
        let written = |tag, time| write_time(time, &Locale::ready(tag).unwrap());
        assert_eq!(written("en-US", afternoon), "2:05 PM");
        assert_eq!(written("en-US", midnight), "12:30 AM");
        assert_eq!(written("en-GB", afternoon), "14:05");
        assert_eq!(written("de-DE", midnight), "00:30");
    }
}
