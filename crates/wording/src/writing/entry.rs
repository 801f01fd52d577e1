//! Entries of number fields: what was understood, and the text to edit.

use super::digits::{Digits, write_figure};
use super::duration::{counted, write_days_typed};
use super::money::write_money_typed;
use super::number::{legible, written};
use super::percent::placed;
use crate::locale::{Locale, Noun};
use crate::reading::{DAYS_A_MONTH, Entry, Figures, Kind, MINUTES_AN_HOUR};

/// What was understood, to show beside the field: `about 120,000 €`, `5% to 10%`,
/// `4 of 10 (40%)`. Long fractions are rounded, months and weeks shown in days.
#[must_use]
pub fn write_entry(entry: &Entry, kind: Kind, locale: &Locale) -> String {
    let value = |value: f64| match kind {
        Kind::Fraction | Kind::Percentage => placed(percent(value, legible), locale),
        Kind::Money(currency) => write_money_typed(value, currency, locale),
        Kind::Days => write_days_typed(value, locale),
        Kind::Hours => counted(written(legible(value), locale), &locale.words.hour),
        Kind::Count | Kind::Whole | Kind::Number => written(legible(value), locale),
    };
    let text = joined(entry, value, locale);
    let Figures::Counts { part, whole } = entry.figures else {
        return text;
    };
    let share = percent(part as f64 / whole as f64, |share| {
        Digits::rounded(share, 1)
    });
    format!("{text} ({})", placed(share.map(Digits::trimmed), locale))
}

/// Text for the field itself. Reading it in the same locale and kind gives the same entry,
/// to the last bit. Shares carry their percent sign and durations their unit; money goes
/// without its currency, which stands beside the field.
#[must_use]
pub fn write_for_editing(entry: &Entry, kind: Kind, locale: &Locale) -> String {
    let value = |value: f64| match kind {
        Kind::Fraction | Kind::Percentage => placed(exact_percent(value), locale),
        Kind::Money(_) => write_figure(value, locale.money, locale),
        Kind::Days => exact_days(value, locale),
        Kind::Hours => exact_hours(value, locale),
        Kind::Count | Kind::Whole | Kind::Number => write_figure(value, locale.number, locale),
    };
    joined(entry, value, locale)
}

fn joined(entry: &Entry, value: impl Fn(f64) -> String, locale: &Locale) -> String {
    let words = locale.words;
    let range = |low, high| format!("{} {} {}", value(low), words.to, value(high));
    let text = match entry.figures {
        Figures::One(one) => value(one),
        Figures::Range { low, high } => range(low, high),
        Figures::UsualInRange { usual, low, high } => {
            format!("{} ({})", value(usual), range(low, high))
        }
        Figures::Counts { part, whole } => {
            let count = |count: u64| write_figure(count as f64, locale.number, locale);
            format!("{} {} {}", count(part), words.of, count(whole))
        }
    };
    if entry.approximate {
        format!("{} {text}", words.about)
    } else {
        text
    }
}

fn exact_percent(value: f64) -> Option<Digits> {
    Digits::exact(value).map(Digits::times_hundred)
}

/// A share in percent, rounded by `digits` after the exact step to percent.
fn percent(value: f64, digits: fn(f64) -> Option<Digits>) -> Option<Digits> {
    digits(exact_percent(value)?.value())
}

/// Whole months where days would have a tail and months have none.
fn exact_days(days: f64, locale: &Locale) -> String {
    let months = days / DAYS_A_MONTH;
    exact_unit(
        days,
        &locale.words.day,
        (months, months * DAYS_A_MONTH, &locale.words.month),
        locale,
    )
}

/// Whole minutes where hours would have a tail and minutes have none.
fn exact_hours(hours: f64, locale: &Locale) -> String {
    let minutes = (hours * MINUTES_AN_HOUR).round();
    let back = minutes / MINUTES_AN_HOUR;
    exact_unit(
        hours,
        &locale.words.hour,
        (minutes, back, &locale.words.minute),
        locale,
    )
}

/// The value in its own unit, or in another one that is shorter to write and exactly as
/// much (the other amount, that amount back in the own unit, and its noun).
fn exact_unit(value: f64, noun: &Noun, other: (f64, f64, &Noun), locale: &Locale) -> String {
    let text = |value| write_figure(value, locale.number, locale);
    let own = text(value);
    let (amount, back, other_noun) = other;
    let shorter = text(amount);
    if back == value && shorter.len() + 2 <= own.len() {
        return counted(shorter, other_noun);
    }
    counted(own, noun)
}
