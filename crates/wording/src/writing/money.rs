//! Amounts of money, in full and in short.

use super::digits::Digits;
use super::number::legible;
use super::rounding::{decimals_for, round_significant};
use crate::locale::{CurrencyCode, Locale, ScaleWord};

/// The significant digits of an amount in short.
const COMPACT_DIGITS: u8 = 3;

/// How millions are written in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compact {
    /// `1.2m`, `870k`: for charts and tables.
    Letters,
    /// `1.2 million`, `870,000`: for text.
    Words,
}

/// An amount in whole units of its currency: `1,234,567 €` in the locale's manner.
#[must_use]
pub fn write_money(amount: f64, currency: CurrencyCode, locale: &Locale) -> String {
    placed(Digits::rounded(amount, 0), "", currency, locale)
}

/// An amount to the cent, without cents where there are none: `19.90 €`, `20 €`.
#[must_use]
pub fn write_money_exact(amount: f64, currency: CurrencyCode, locale: &Locale) -> String {
    let digits = Digits::rounded(amount, currency.decimals()).map(without_zero_cents);
    placed(digits, "", currency, locale)
}

/// An amount in short, to three significant digits: `€1.23m`, `870 000 €`.
#[must_use]
pub fn write_money_compact(
    amount: f64,
    currency: CurrencyCode,
    style: Compact,
    locale: &Locale,
) -> String {
    let (digits, scale) = compact(amount, style, locale);
    placed(digits, &scale, currency, locale)
}

/// A number in short, as [`write_money_compact`] writes amounts.
#[must_use]
pub fn write_compact(value: f64, style: Compact, locale: &Locale) -> String {
    let (digits, scale) = compact(value, style, locale);
    digits.map_or_else(
        || locale.words.no_number.to_owned(),
        |digits| digits.signed(locale.number, locale) + &scale,
    )
}

/// What was typed as an amount: cents where there are any, more where it takes more.
pub(super) fn write_money_typed(amount: f64, currency: CurrencyCode, locale: &Locale) -> String {
    let cents = Digits::rounded(amount, currency.decimals());
    let enough = cents.clone().map(Digits::trimmed) == legible(amount);
    let digits = if enough {
        cents.map(without_zero_cents)
    } else {
        legible(amount)
    };
    placed(digits, "", currency, locale)
}

fn without_zero_cents(digits: Digits) -> Digits {
    let has_cents = digits.fraction.bytes().any(|digit| digit != b'0');
    if has_cents { digits } else { digits.trimmed() }
}

/// The digits in short and what stands behind them.
fn compact(value: f64, style: Compact, locale: &Locale) -> (Option<Digits>, String) {
    // Rounded before the scale is chosen: 999,950 is 1m, not 1000k.
    let value = round_significant(value, COMPACT_DIGITS);
    let scale = scales(style, locale)
        .into_iter()
        .flatten()
        .find(|(size, _)| value.abs() >= *size);
    let (size, words) = match scale {
        Some((size, words)) => (size, Some(words)),
        None => (1.0, None),
    };
    let value = value / size;
    let digits = Digits::rounded(value, decimals_for(value, COMPACT_DIGITS)).map(Digits::trimmed);
    let behind = match (words, style) {
        (None, _) => String::new(),
        (Some(words), Compact::Letters) => words.letter.to_owned(),
        (Some(words), Compact::Words) => format!(" {}", words.word),
    };
    (digits, behind)
}

/// The scales in use, the largest first. Thousands are written out in text.
fn scales(style: Compact, locale: &Locale) -> [Option<(f64, &'static ScaleWord)>; 4] {
    let words = locale.words;
    let thousand = (style == Compact::Letters).then_some((1e3, &words.thousand));
    if locale.grouping.indian {
        return [
            Some((1e7, &words.crore)),
            Some((1e5, &words.lakh)),
            thousand,
            None,
        ];
    }
    [
        Some((1e12, &words.trillion)),
        Some((1e9, &words.billion)),
        Some((1e6, &words.million)),
        thousand,
    ]
}

/// Digits, what belongs right behind them, and the currency where the locale has it.
fn placed(digits: Option<Digits>, behind: &str, currency: CurrencyCode, locale: &Locale) -> String {
    let Some(digits) = digits else {
        return locale.words.no_number.to_owned();
    };
    let place = locale.currency;
    let number = digits.unsigned(locale.money, locale) + behind;
    let minus = digits.negative.then_some(locale.minus);
    let symbol = currency.symbol(locale);
    let mut text = String::new();
    if !place.before {
        text.extend(minus);
        text.push_str(&number);
        text.extend(place.space);
        text.push_str(symbol);
        return text;
    }
    text.extend(minus.filter(|_| !place.minus_inside));
    text.push_str(symbol);
    // Letters need a space where a sign needs none: `CHF 5`, `€5`.
    let letters = symbol.ends_with(|ch: char| ch.is_alphabetic() || ch == '.');
    let tight = minus.is_some() && place.minus_inside;
    text.extend(place.space.or((letters && !tight).then_some('\u{a0}')));
    text.extend(minus.filter(|_| place.minus_inside));
    text.push_str(&number);
    text
}
