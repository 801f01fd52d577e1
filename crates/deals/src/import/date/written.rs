//! What stands in a text that is a date: its numbers and its month, in the order in which they
//! stand there. Asks no calendar.

use super::{
    super::rows::trimmed,
    names::{begins_like_a_weekday, is_weekday, month, word},
    usual::{Usual, usual},
};

/// A date as written.
#[derive(Debug, PartialEq)]
pub(super) enum Written {
    /// The year first, or the month in words.
    Plain { year: i32, month: u32, day: u32 },
    /// Day and month, in an order that is not told here.
    Numbers {
        first: u32,
        second: u32,
        year: i32,
        dotted: bool,
    },
    /// The days of a spreadsheet.
    Serial(u32),
}

/// The days of a spreadsheet that are dates of our time: 1954 to 2119. A smaller or larger
/// number is a number.
const SERIALS: std::ops::Range<u32> = 20_000..80_500;

/// Longer texts are no dates.
pub(super) const LONGEST: usize = 64;

/// A date as it is written; nothing where a text is none.
pub(super) fn written(text: &str) -> Option<Written> {
    match usual(text) {
        Usual::Date(date) => Some(date),
        Usual::NoDate => None,
        Usual::Unknown => any_form(text),
    }
}

/// A date in whatever form it is written.
pub(super) fn any_form(text: &str) -> Option<Written> {
    let text = trimmed(text);
    // Most cells of a table are words.
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
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
    if !begins_like_a_weekday(text) {
        return None;
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
    let value = |number: &str| {
        let digits = number.bytes().map(|digit| u32::from(digit - b'0'));
        digits.fold(0, |number, digit| 10 * number + digit)
    };
    (1..=8)
        .contains(&digits)
        .then(|| (value(number), digits, rest))
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
