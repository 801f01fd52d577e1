//! The user's clock and calendar.
//!
//! The only place that asks what time it is; everything else is told.

use chrono::{DateTime, FixedOffset, NaiveDate};
use js_sys::{Date, Reflect};
use wasm_bindgen::JsCast;
use web_sys::Performance;

/// The moment now, in the user's time zone.
#[must_use]
pub fn now() -> DateTime<FixedOffset> {
    let date = Date::new_0();
    from_browser(date.get_time(), date.get_timezone_offset())
}

/// A moment in the user's time zone, from milliseconds since 1970.
#[must_use]
pub fn at(milliseconds: f64) -> DateTime<FixedOffset> {
    let date = Date::new(&milliseconds.into());
    from_browser(milliseconds, date.get_timezone_offset())
}

/// Today's date where the user is, not in Greenwich.
#[must_use]
pub fn today() -> NaiveDate {
    now().date_naive()
}

/// Milliseconds since the page or the worker began, for telling how long something takes.
/// Goes on evenly whatever happens to the clock on the wall; 0 where the browser does not
/// tell.
#[must_use]
pub fn elapsed() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &"performance".into());
    let performance = performance.ok().and_then(|found| found.dyn_into().ok());
    performance.map_or(0.0, |performance: Performance| performance.now())
}

/// A moment from milliseconds since 1970 and from the minutes by which local
/// time lags behind UTC, as a browser's `Date` gives them.
fn from_browser(milliseconds: f64, minutes_behind: f64) -> DateTime<FixedOffset> {
    // A broken clock gives 1970 rather than a page that stops.
    let moment = DateTime::from_timestamp_millis(milliseconds as i64).unwrap_or_default();
    let seconds_ahead = (-minutes_behind * 60.0) as i32;
    match FixedOffset::east_opt(seconds_ahead) {
        Some(zone) => moment.with_timezone(&zone),
        None => moment.fixed_offset(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_in_new_york_is_not_yet_tomorrow() {
        let moment = from_browser(1_795_321_800_000.0, 300.0);
        assert_eq!(moment.to_rfc3339(), "2026-11-21T23:30:00-05:00");
        let berlin = from_browser(1_795_321_800_000.0, -60.0);
        assert_eq!(berlin.to_rfc3339(), "2026-11-22T05:30:00+01:00");
    }

    /// Case 80: midnight on either side of the changes to and from summer time, as a browser
    /// in Berlin tells it.
    #[test]
    fn days_begin_at_midnight_whatever_summer_time_does() {
        for (milliseconds, minutes_behind, day) in [
            (1_806_188_399_000.0, -60.0, "2027-03-27"),
            (1_806_188_400_000.0, -60.0, "2027-03-28"),
            (1_806_271_199_000.0, -120.0, "2027-03-28"),
            (1_806_271_200_000.0, -120.0, "2027-03-29"),
            (1_824_933_600_000.0, -120.0, "2027-10-31"),
            (1_825_023_599_000.0, -60.0, "2027-10-31"),
            (1_825_023_600_000.0, -60.0, "2027-11-01"),
        ] {
            let today = from_browser(milliseconds, minutes_behind).date_naive();
            assert_eq!(today.to_string(), day, "{milliseconds}");
        }
    }

    #[test]
    fn a_clock_that_gives_no_number_is_survived() {
        assert_eq!(
            from_browser(f64::NAN, f64::NAN).to_rfc3339(),
            "1970-01-01T00:00:00+00:00"
        );
    }
}
