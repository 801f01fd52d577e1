//! Dates as programs export them. The order of day and month is decided for a whole column
//! ([`super::Column`]), never here and never for one row. A time of day is passed over, and
//! no time zone moves a date: the day that was written is the day that counts.

mod names;
mod usual;
mod written;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use self::written::{Written, written};

/// Which comes first where both are digits. The year first needs no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 31/12/2027, 31.12.2027
    DayMonthYear,
    /// 12/31/2027
    MonthDayYear,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written as a date.
    NotADate,
    /// It is, but the calendar has no such day, such as 30 February, or it lies outside the
    /// years 1900 to 2199.
    NoSuchDay,
}

/// What a text tells about the order of day and month in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateShape {
    /// No date.
    None,
    /// A date whatever the order: the year first, or the month in words.
    Plain,
    /// The days since 1900 of a spreadsheet: a date only in a column of dates.
    Serial,
    /// The day comes first, or there is no such day.
    DayFirst,
    /// The month comes first, or there is no such day.
    MonthFirst,
    /// The same day in either order.
    Same,
    /// Either order gives a date.
    Either,
    /// Either order gives a date, but with full stops the day comes first all over the world.
    Dotted,
}

/// Reads a date. Takes 2027-12-31 and 2027/12/31, both orders of numbers between `/`, `-`
/// or `.`, the month in words (`15 Apr, 2021 00:02:00`, `Apr 15, 2021`), and the days of a
/// spreadsheet since 1900 (`44301`). Two-digit years are 1970 to 2069.
///
/// # Errors
/// [`DateFault`].
pub fn read_date(text: &str, order: DateOrder) -> Result<NaiveDate, DateFault> {
    let (year, month, day) = match written(text).ok_or(DateFault::NotADate)? {
        Written::Plain { year, month, day } => (year, month, day),
        Written::Numbers {
            first,
            second,
            year,
            ..
        } => match order {
            DateOrder::DayMonthYear => (year, second, first),
            DateOrder::MonthDayYear => (year, first, second),
        },
        Written::Serial(days) => return Ok(of_serial(days)),
    };
    let date = NaiveDate::from_ymd_opt(year, month, day);
    date.filter(|date| (1900..=2199).contains(&date.year()))
        .ok_or(DateFault::NoSuchDay)
}

/// What a text tells about its column.
pub(crate) fn shape(text: &str) -> DateShape {
    match written(text) {
        None => DateShape::None,
        Some(Written::Plain { .. }) => DateShape::Plain,
        Some(Written::Serial(_)) => DateShape::Serial,
        Some(Written::Numbers {
            first,
            second,
            dotted,
            ..
        }) => match (first > 12, second > 12) {
            (true, _) => DateShape::DayFirst,
            (false, true) => DateShape::MonthFirst,
            _ if first == second => DateShape::Same,
            _ if dotted => DateShape::Dotted,
            _ => DateShape::Either,
        },
    }
}

/// The day a spreadsheet counts as so many since 1900. Its first of January is day 1, and
/// it has a 29 February 1900, so that from March on the count begins two days earlier.
fn of_serial(days: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|start| start.checked_add_days(chrono::Days::new(days.into())))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str, order: DateOrder) -> String {
        match read_date(text, order) {
            Ok(date) => date.to_string(),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn reads_every_form_whatever_the_order() {
        for text in [
            "2021-04-15",
            "2021/04/15",
            "2021.4.15",
            "20210415",
            "2021-04-15T23:59:59Z",
            "2021-04-15T00:30:00+14:00",
            "2021-04-15 00:02:00",
            "15 Apr, 2021 00:02:00",
            "15 April 2021",
            "15-Apr-21",
            "15. April 2021",
            "15th April 2021",
            "Apr 15, 2021",
            "April 15th, 2021 3:04 PM",
            "Thu, 15 Apr 2021 10:00:00 GMT",
            "Thursday, April 15, 2021",
            "15 avril 2021",
            " 44301 ",
            "44301.75",
        ] {
            for order in [DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
                assert_eq!(day(text, order), "2021-04-15", "{text}");
            }
        }
        assert_eq!(
            day("3 M\u{e4}rz 2021", DateOrder::DayMonthYear),
            "2021-03-03"
        );
    }

    #[test]
    fn numbers_go_by_the_order_of_the_column() {
        for (text, day_first, month_first) in [
            ("04/05/2021", "2021-05-04", "2021-04-05"),
            ("4.5.21", "2021-05-04", "2021-04-05"),
            ("15. 4. 2021", "2021-04-15", "NoSuchDay"),
            ("10/20/2016 9:15 AM", "NoSuchDay", "2016-10-20"),
            ("31-12-69", "2069-12-31", "NoSuchDay"),
            ("31-12-70", "1970-12-31", "NoSuchDay"),
        ] {
            assert_eq!(day(text, DateOrder::DayMonthYear), day_first, "{text}");
            assert_eq!(day(text, DateOrder::MonthDayYear), month_first, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_no_day_is_told_apart() {
        for text in [
            "",
            "n/a",
            "soon",
            "12",
            "1,234.50",
            "2021",
            "2021-04",
            "15/04",
            "1/2/3",
            "Q1 2021",
            "Market 12 2021",
            "123456789012",
            "19999",
            "10:30",
            "2021-04-15 maybe",
            "May",
            "44301.x",
        ] {
            assert_eq!(day(text, DateOrder::DayMonthYear), "NotADate", "{text}");
        }
        for text in [
            "2021-02-30",
            "31.04.2021",
            "9999-12-31",
            "1899-12-31",
            "30 Feb 2021",
        ] {
            assert_eq!(day(text, DateOrder::DayMonthYear), "NoSuchDay", "{text}");
        }
    }

    #[test]
    fn each_form_tells_what_it_can_about_the_order() {
        for (text, wanted) in [
            ("2021-04-15", DateShape::Plain),
            ("15/04/2021", DateShape::DayFirst),
            ("04/15/2021", DateShape::MonthFirst),
            ("04/05/2021", DateShape::Either),
            ("04.05.2021", DateShape::Dotted),
            ("05/05/2021", DateShape::Same),
            ("44301", DateShape::Serial),
            ("22700", DateShape::Serial),
            ("227", DateShape::None),
        ] {
            assert_eq!(shape(text), wanted, "{text}");
        }
    }
}
