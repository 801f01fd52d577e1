//! The days on which leads are created and deals won (maths.md section 2, real calendar).
//!
//! Days are counted from an arbitrary origin within one plan. Never knows today: the
//! as-of date is passed in.

use chrono::NaiveDate;
use plumbline_plan::{Month, unit::Period};

/// An average month, in days.
pub const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// Further months looked at beyond the period when the close season moves wins about.
const MONTHS_BEYOND: i32 = 24;

/// How far back running business or a period ahead may reach, in months.
const LONGEST_PAST: i32 = 60;

/// A stretch of days within one calendar month: from `first` up to but without `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The calendar month it belongs to.
    pub month: Month,
    /// Its first day.
    pub first: i64,
    /// The day after its last.
    pub end: i64,
}

impl Span {
    /// How many days it has.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.end - self.first).max(0)
    }

    /// Which share of its calendar month it covers.
    #[must_use]
    pub fn share_of_month(&self) -> f64 {
        self.days() as f64 / f64::from(self.month.days())
    }
}

/// The stretches in which leads are created and wins counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// The plan's period.
    pub period: Period,
    /// The day the calculation starts from: given or the period's first if later.
    pub as_of: NaiveDate,
    /// The day on which the open deals were as listed.
    pub listed_on: NaiveDate,
    /// Leads are created in these, in order; those before the as-of date are the past of a
    /// running business.
    pub cohorts: Vec<Span>,
    /// One for each month of the period: the part of it in which wins are yet to come;
    /// empty before the as-of date.
    pub windows: Vec<Span>,
    /// Whole months from the first cohort's to two years beyond the period: where the close
    /// season may move wins.
    pub closing_months: Vec<Span>,
    /// How many of the first cohorts are leads of the past.
    pub past_cohorts: usize,
    /// How many months after the period's first each cohort lies; negative when before.
    pub cohort_places: Vec<i32>,
    /// How many of the cohorts lie before the end of each month of the period.
    pub cohorts_until: Vec<usize>,
    first_open: usize,
    /// Which share of each month of the period is yet to come.
    open_shares: Vec<f64>,
}

impl Calendar {
    /// The calendar of a period, from a day given (before the period's start: counts as
    /// its first day). Leads begin `past_days` before the as-of date; with
    /// `leads_from_today` they begin on the day given when that lies before the period,
    /// because a list of deals open today does not hold those created until then.
    #[must_use]
    pub fn new(period: Period, day: NaiveDate, past_days: f64, leads_from_today: bool) -> Self {
        let start = period.start.first_day();
        let as_of = day.max(start);
        let earliest = period.start.plus(-LONGEST_PAST).first_day();
        let from = if leads_from_today {
            day.max(earliest).min(as_of)
        } else {
            let back =
                chrono::Days::new(past_days.clamp(0.0, 31.0 * f64::from(LONGEST_PAST)) as u64);
            as_of
                .checked_sub_days(back)
                .unwrap_or(earliest)
                .max(Month::of(as_of).plus(-LONGEST_PAST).first_day())
        };
        let end = period.last().last_day();
        let windows: Vec<Span> = period.iter().map(|month| span(month, as_of, end)).collect();
        let cohorts = cohorts(from, as_of, end);
        let known = Self::day(day.min(as_of));
        let last = period.last().plus(MONTHS_BEYOND);
        let months = last.since(Month::of(from)).max(0) + 1;
        let places: Vec<i32> = cohorts
            .iter()
            .map(|cohort| cohort.month.since(period.start))
            .collect();
        let closing = (0..months).map(|ahead| {
            let month = Month::of(from).plus(ahead);
            span(month, month.first_day(), month.last_day())
        });
        Self {
            period,
            as_of,
            listed_on: day,
            past_cohorts: cohorts.partition_point(|cohort| cohort.first < known),
            cohorts_until: (0..i32::from(period.months))
                .map(|month| places.partition_point(|place| *place <= month))
                .collect(),
            cohort_places: places,
            closing_months: closing.collect(),
            cohorts,
            first_open: usize::try_from(Month::of(as_of).since(period.start))
                .unwrap_or(0)
                .min(usize::from(period.months)),
            open_shares: windows.iter().map(Span::share_of_month).collect(),
            windows,
        }
    }

    /// How many months the period has.
    #[must_use]
    pub fn months(&self) -> usize {
        usize::from(self.period.months)
    }

    /// How many months a month lies after the period's first; negative when before.
    #[must_use]
    pub fn place(&self, month: Month) -> i32 {
        month.since(self.period.start)
    }

    /// The first month of the period in which wins are yet to come.
    #[must_use]
    pub fn first_open(&self) -> usize {
        self.first_open
    }

    /// Which share of a month of the period is yet to come.
    #[must_use]
    pub fn open_share(&self, month: usize) -> f64 {
        self.open_shares.get(month).copied().unwrap_or(0.0)
    }

    /// Whether a cohort's leads were created before the calculation starts.
    #[must_use]
    pub fn is_past(&self, cohort: usize) -> bool {
        cohort < self.past_cohorts
    }

    /// The number of a day.
    #[must_use]
    pub fn day(date: NaiveDate) -> i64 {
        date.signed_duration_since(NaiveDate::default()).num_days()
    }

    /// The day after the period's last.
    #[must_use]
    pub fn period_end(&self) -> i64 {
        Self::day(self.period.last().last_day()) + 1
    }
}

/// The days of a month from `from` to `last`, both included.
fn span(month: Month, from: NaiveDate, last: NaiveDate) -> Span {
    let first = Calendar::day(month.first_day().max(from));
    let end = Calendar::day(month.last_day().min(last)) + 1;
    Span {
        month,
        first,
        end: end.max(first),
    }
}

/// Whole months from `from` to `end`, cut at the as-of date.
fn cohorts(from: NaiveDate, as_of: NaiveDate, end: NaiveDate) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut month = Month::of(from);
    while month <= Month::of(end) {
        let whole = span(month, from, end);
        let cut = Calendar::day(as_of).clamp(whole.first, whole.end);
        for (first, end) in [(whole.first, cut), (cut, whole.end)] {
            if end > first {
                spans.push(Span { month, first, end });
            }
        }
        let next = month.plus(1);
        if next == month {
            break;
        }
        month = next;
    }
    spans
}

/// The weekdays, Monday to Friday, from one day up to but without another.
#[must_use]
pub fn weekdays(first: i64, end: i64) -> u32 {
    // Day 0 (1970-01-01) was a Thursday: Monday is day 4 of its week.
    let up_to = |day: i64| {
        let since_monday = day + 3;
        since_monday.div_euclid(7) * 5 + since_monday.rem_euclid(7).min(5)
    };
    u32::try_from(up_to(end.max(first)) - up_to(first)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(start: &str, months: u8) -> Period {
        Period {
            start: start.parse().unwrap(),
            months,
        }
    }

    #[test]
    fn starts_at_the_period_when_it_lies_ahead() {
        let calendar = Calendar::new(period("2027-04", 12), date("2026-11-21"), 0.0, false);
        assert_eq!(calendar.as_of, date("2027-04-01"));
        assert_eq!(calendar.cohorts.len(), 12);
        assert_eq!(
            calendar.windows.iter().map(Span::days).sum::<i64>(),
            366,
            "2028 is a leap year"
        );
        assert_eq!(calendar.first_open(), 0);
    }

    #[test]
    fn cuts_the_month_of_the_as_of_date() {
        let calendar = Calendar::new(period("2027-01", 12), date("2027-03-11"), 40.0, false);
        let cut: Vec<_> = calendar.cohorts.iter().map(Span::days).collect();
        assert_eq!(
            cut[..5],
            [2, 28, 10, 21, 30],
            "from 30 January, March in two parts"
        );
        assert_eq!(
            calendar.windows.iter().map(Span::days).collect::<Vec<_>>()[..4],
            [0, 0, 21, 30]
        );
        assert_eq!(calendar.first_open(), 2);
    }

    #[test]
    fn a_list_of_today_leaves_room_for_leads_until_the_period() {
        let calendar = Calendar::new(period("2027-01", 3), date("2026-11-21"), 500.0, true);
        let cut: Vec<_> = calendar.cohorts.iter().map(Span::days).collect();
        assert_eq!(cut, [10, 31, 31, 28, 31]);
    }

    #[test]
    fn a_period_that_is_over_has_nothing_to_come() {
        let calendar = Calendar::new(period("2027-01", 2), date("2028-01-01"), 30.0, false);
        assert!(calendar.windows.iter().all(|window| window.days() == 0));
        assert_eq!(calendar.first_open(), 2);
    }

    #[test]
    fn weekdays_are_counted_across_weeks() {
        let day = |text| Calendar::day(date(text));
        assert_eq!(weekdays(day("2027-02-01"), day("2027-03-01")), 20);
        assert_eq!(
            weekdays(day("2027-01-02"), day("2027-01-04")),
            0,
            "a weekend"
        );
        assert_eq!(weekdays(day("2028-01-01"), day("2029-01-01")), 260);
        assert_eq!(weekdays(5, 3), 0);
    }
}
