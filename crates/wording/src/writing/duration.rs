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
    if !days.is_finite() {
        return locale.words.no_number.to_owned();
    }
    let (scale, noun) = scale_of_days(days, locale);
    counted(amount(days / scale, locale), noun)
}

/// Hours as people say them: `20 minutes`, `1.5 hours`, `120 hours`.
#[must_use]
pub fn write_hours(hours: f64, locale: &Locale) -> String {
    if !hours.is_finite() {
        return locale.words.no_number.to_owned();
    }
    let (scale, noun) = scale_of_hours(hours, locale);
    counted(amount(hours / scale, locale), noun)
}

/// From some calendar days to others, with the unit of the upper end: `11–24 days`,
/// `3–5.3 months`.
#[must_use]
pub fn write_days_range(low: f64, high: f64, locale: &Locale) -> String {
    range(low, high, scale_of_days(high, locale), locale)
}

/// From some hours to others, with the unit of the upper end: `9–15 minutes`, `0.5–2 hours`.
#[must_use]
pub fn write_hours_range(low: f64, high: f64, locale: &Locale) -> String {
    range(low, high, scale_of_hours(high, locale), locale)
}

fn range(low: f64, high: f64, (scale, noun): (f64, &Noun), locale: &Locale) -> String {
    let [low, high] = [low, high].map(|end| {
        if end.is_finite() {
            amount(end / scale, locale)
        } else {
            locale.words.no_number.to_owned()
        }
    });
    counted(format!("{low}–{high}"), noun)
}

/// How many days the unit has in which so many are written, and its noun.
fn scale_of_days(days: f64, locale: &Locale) -> (f64, &'static Noun) {
    let words = locale.words;
    if days.abs() < MONTHS_FROM_DAYS {
        (1.0, &words.day)
    } else if days.abs() < YEARS_FROM_MONTHS * DAYS_A_MONTH {
        (DAYS_A_MONTH, &words.month)
    } else {
        (12.0 * DAYS_A_MONTH, &words.year)
    }
}

/// The same of hours.
fn scale_of_hours(hours: f64, locale: &Locale) -> (f64, &'static Noun) {
    let words = locale.words;
    if hours != 0.0 && hours.abs() < 1.0 {
        (1.0 / MINUTES_AN_HOUR, &words.minute)
    } else {
        (1.0, &words.hour)
    }
}

/// One decimal below ten, none from there on.
fn amount(amount: f64, locale: &Locale) -> String {
    if amount.abs() < 10.0 {
        written(Digits::rounded(amount, 1).map(Digits::trimmed), locale)
    } else {
        written(Digits::rounded(amount, 0), locale)
    }
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
