//! Plain numbers.

use super::digits::{Digits, write_figure};
use super::rounding::decimals_for;
use crate::locale::Locale;

/// The number with exactly so many decimals: `1,234.50`.
#[must_use]
pub fn write_number(value: f64, decimals: usize, locale: &Locale) -> String {
    written(Digits::rounded(value, decimals), locale)
}

/// The number to so many significant digits, without closing zeros: 0.01234 to two is
/// `0.012`, 1.04 to two is `1`. Digits left of the decimal separator are all written, and
/// rounded: 1234 to two is `1,200`.
#[must_use]
pub fn write_significant(value: f64, digits: u8, locale: &Locale) -> String {
    let value = super::round_significant(value, digits);
    let decimals = decimals_for(value, digits);
    written(
        Digits::rounded(value, decimals).map(Digits::trimmed),
        locale,
    )
}

/// The number with every digit it has: reading it back gives the same value.
#[must_use]
pub fn write_exact(value: f64, locale: &Locale) -> String {
    write_figure(value, locale.number, locale)
}

/// Enough digits to recognise what was typed: six significant ones, or two decimals if that
/// is more, without closing zeros.
pub(super) fn legible(value: f64) -> Option<Digits> {
    Digits::rounded(value, decimals_for(value, 6).max(2)).map(Digits::trimmed)
}

pub(super) fn written(digits: Option<Digits>, locale: &Locale) -> String {
    digits.map_or_else(
        || locale.words.no_number.to_owned(),
        |digits| digits.signed(locale.number, locale),
    )
}
