//! Durations.

use super::digits::Digits;
use super::number::{write_significant, written};
use crate::locale::{Locale, Noun};
use crate::reading::{DAYS_A_MONTH, MINUTES_AN_HOUR};

/// From here on days are written as months.
const MONTHS_FROM_DAYS: f64 = 120.0;
/// From here on months are written as years.
const YEARS_FROM_MONTHS: f64 = 24.0;

/// Calendar days as people say them: `2.5 days`, `84 days`, `8 months`, `2.5 years`.
#[must_use]
pub fn write_days(days: f64, locale: &Locale) -> String {
    let words = locale.words;
    if !days.is_finite() {
        return words.no_number.to_owned();
    }
    let months = days / DAYS_A_MONTH;
    let (amount, noun) = if days.abs() < MONTHS_FROM_DAYS {
        (days, &words.day)
    } else if months.abs() < YEARS_FROM_MONTHS {
        (months, &words.month)
    } else {
        (months / 12.0, &words.year)
    };
    rounded(amount, noun, locale)
}

/// Hours as people say them: `20 minutes`, `1.5 hours`, `120 hours`.
#[must_use]
pub fn write_hours(hours: f64, locale: &Locale) -> String {
    let words = locale.words;
    if !hours.is_finite() {
        return words.no_number.to_owned();
    }
    if hours != 0.0 && hours.abs() < 1.0 {
        return counted(
            written(Digits::rounded(hours * MINUTES_AN_HOUR, 0), locale),
            &words.minute,
        );
    }
    rounded(hours, &words.hour, locale)
}

/// One decimal below ten, none from there on.
fn rounded(amount: f64, noun: &Noun, locale: &Locale) -> String {
    let text = if amount.abs() < 10.0 {
        written(Digits::rounded(amount, 1).map(Digits::trimmed), locale)
    } else {
        written(Digits::rounded(amount, 0), locale)
    };
    counted(text, noun)
}

/// Days to recognise what was typed.
pub(super) fn write_days_typed(days: f64, locale: &Locale) -> String {
    let text = if days < 10.0 {
        write_significant(days, 3, locale)
    } else {
        written(Digits::rounded(days, 0), locale)
    };
    counted(text, &locale.words.day)
}

/// The noun behind its number, in the form the number asks for.
pub(super) fn counted(number: String, noun: &Noun) -> String {
    let form = if number == "1" { noun.one } else { noun.many };
    format!("{number} {form}")
}
