//! Dates as programs export them. The order of day and month is decided for a whole column
//! ([`super::Column`]), never here and never for one row. A time of day is passed over, and
//! no time zone moves a date: the day that was written is the day that counts.

mod names;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use self::names::{is_weekday, month, word};

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

/// A date as written.
enum Written {
    Plain {
        year: i32,
        month: u32,
        day: u32,
    },
    Numbers {
        first: u32,
        second: u32,
        year: i32,
        dotted: bool,
    },
    Serial(u32),
}

/// The days of a spreadsheet that are dates of our time: 1954 to 2119. A smaller or larger
/// number is a number.
const SERIALS: std::ops::Range<u32> = 20_000..80_500;

/// Longer texts are no dates.
const LONGEST: usize = 64;

fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    // Most cells of a table are words.
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(date) = year_first(text.as_bytes()) {
        return Some(date);
    }
    let first = *text.as_bytes().first()?;
    if first.is_ascii_digit() {
        from_number(text)
    } else if first.is_ascii_alphabetic() || !first.is_ascii() {
        from_word(text)
    } else {
        None
    }
}

/// 2027-03-31 and nothing else: what most programs export.
fn year_first(text: &[u8]) -> Option<Written> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return None;
    };
    let digits = [y1, y2, y3, y4, m1, m2, d1, d2];
    if !digits.iter().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number = |digits: &[&u8]| {
        let digits = digits.iter().map(|digit| u32::from(**digit - b'0'));
        digits.fold(0, |number, digit| 10 * number + digit)
    };
    Some(Written::Plain {
        year: number(&[y1, y2, y3, y4]) as i32,
        month: number(&[m1, m2]),
        day: number(&[d1, d2]),
    })
}

/// A date that begins with a number.
fn from_number(text: &str) -> Option<Written> {
    let (first, digits, rest) = number(text)?;
    let separator = match rest.chars().next() {
        None => return alone(first, digits, text),
        Some(sign) => sign,
    };
    if digits == 5 && separator == '.' {
        // A spreadsheet's day with its time as a fraction.
        let fraction = &rest[1..];
        let all = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        return (all && SERIALS.contains(&first)).then_some(Written::Serial(first));
    }
    if matches!(separator, '-' | '/' | '.') {
        let rest = rest[1..].trim_start();
        if rest.starts_with(|sign: char| sign.is_ascii_digit()) {
            return numbers(first, digits, separator, rest);
        }
    }
    (digits <= 2).then(|| day_then_month(first, rest)).flatten()
}

/// A number and nothing else: 20210415, or the days of a spreadsheet.
fn alone(number: u32, digits: usize, text: &str) -> Option<Written> {
    match digits {
        5 if SERIALS.contains(&number) => Some(Written::Serial(number)),
        8 if text.starts_with("19") || text.starts_with("20") => Some(Written::Plain {
            year: (number / 10_000) as i32,
            month: number / 100 % 100,
            day: number % 100,
        }),
        _ => None,
    }
}

/// Three numbers, the first of which is read.
fn numbers(first: u32, digits: usize, separator: char, rest: &str) -> Option<Written> {
    let (second, second_digits, rest) = number(rest)?;
    let rest = rest.strip_prefix(separator)?.trim_start();
    let (third, third_digits, rest) = number(rest)?;
    if second_digits > 2 || !time_or_nothing(rest) {
        return None;
    }
    match (digits, third_digits) {
        (4, 1 | 2) => Some(Written::Plain {
            year: first as i32,
            month: second,
            day: third,
        }),
        (1 | 2, 2 | 4) => Some(Written::Numbers {
            first,
            second,
            year: full_year(third, third_digits),
            dotted: separator == '.',
        }),
        _ => None,
    }
}

/// `15 Apr, 2021`, `15-Apr-21`, `15. April 2021`, the day read.
fn day_then_month(day: u32, rest: &str) -> Option<Written> {
    let rest = without_ordinal(rest).trim_start_matches([' ', '-', '.', '/']);
    let (month, rest) = month(rest)?;
    let (year, digits, rest) = number(rest.trim_start_matches([' ', ',', '-', '.', '/']))?;
    named(day, month, year, digits, rest)
}

/// `Apr 15, 2021`, or a weekday in front of another form.
fn from_word(text: &str) -> Option<Written> {
    if let Some((month, rest)) = month(text) {
        let (day, digits, rest) = number(rest.trim_start_matches([' ', '.', '-']))?;
        let rest = without_ordinal(rest).trim_start_matches([' ', ',', '-', '.']);
        let (year, year_digits, rest) = number(rest)?;
        return (digits <= 2)
            .then(|| named(day, month, year, year_digits, rest))
            .flatten();
    }
    let (word, rest) = word(text);
    let rest = rest.trim_start_matches(['.', ',', ' ']);
    let then_date = rest.starts_with(|sign: char| sign.is_ascii_digit()) || month(rest).is_some();
    (is_weekday(word) && then_date)
        .then(|| written(rest))
        .flatten()
}

fn named(day: u32, month: u32, year: u32, digits: usize, rest: &str) -> Option<Written> {
    (matches!(digits, 2 | 4) && time_or_nothing(rest)).then(|| Written::Plain {
        year: full_year(year, digits),
        month,
        day,
    })
}

fn full_year(year: u32, digits: usize) -> i32 {
    let year = year as i32;
    match (digits, year) {
        (2, 70..) => 1900 + year,
        (2, _) => 2000 + year,
        _ => year,
    }
}

/// The number a text begins with, its digits, and what follows.
fn number(text: &str) -> Option<(u32, usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    (1..=8)
        .contains(&digits)
        .then(|| Some((number.parse().ok()?, digits, rest)))
        .flatten()
}

/// Whether what follows a date is nothing or a time of day.
fn time_or_nothing(rest: &str) -> bool {
    let rest = rest.trim_start_matches([',', '.', ' ', '\u{a0}', '\u{202f}']);
    let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest);
    rest.is_empty() || (rest.as_bytes()[0].is_ascii_digit() && rest.contains(':'))
}

fn without_ordinal(rest: &str) -> &str {
    let ordinal = ["st", "nd", "rd", "th"];
    let found = ordinal.iter().find_map(|end| rest.strip_prefix(end));
    match found {
        Some(after) if !after.starts_with(char::is_alphabetic) => after,
        _ => rest,
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
