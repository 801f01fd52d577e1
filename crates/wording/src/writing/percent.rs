//! Shares and chances in percent.

use super::digits::Digits;
use super::rounding::round_to_place;
use crate::locale::Locale;

/// A share with so many decimals: 0.345 with one is `34.5%`.
#[must_use]
pub fn write_percent(fraction: f64, decimals: usize, locale: &Locale) -> String {
    // Through the decimal digits, so that 0.145 is 14.5% and not a little less.
    let percent = Digits::exact(fraction).map(|digits| digits.times_hundred().value());
    placed(
        percent.and_then(|percent| Digits::rounded(percent, decimals)),
        locale,
    )
}

/// A chance in whole percent, never 0% and never 100%: `34%`, `under 1%`, `over 99%`
/// (maths.md section 5).
#[must_use]
pub fn write_probability(chance: f64, locale: &Locale) -> String {
    if chance.is_nan() {
        return locale.words.no_number.to_owned();
    }
    let whole = |fraction| write_percent(fraction, 0, locale);
    if chance < 0.01 {
        format!("{} {}", locale.words.under, whole(0.01))
    } else if chance > 0.99 {
        format!("{} {}", locale.words.over, whole(0.99))
    } else {
        whole(round_to_place(chance, -2))
    }
}

/// Digits of a percentage with the sign where the locale has it.
pub(super) fn placed(percent: Option<Digits>, locale: &Locale) -> String {
    let Some(percent) = percent else {
        return locale.words.no_number.to_owned();
    };
    let mut text = String::new();
    if percent.negative {
        text.push(locale.minus);
    }
    if locale.percent.before {
        text.push('%');
        text.extend(locale.percent.space);
    }
    text.push_str(&percent.unsigned(locale.number, locale));
    if !locale.percent.before {
        text.extend(locale.percent.space);
        text.push('%');
    }
    text
}
