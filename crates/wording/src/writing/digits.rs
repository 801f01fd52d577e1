//! Digits, separators and signs: what all other writing stands on.

use crate::locale::{Locale, Separators};

/// A number as decimal text, not yet in a locale's manner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) negative: bool,
    pub(super) whole: String,
    /// Without closing zeros unless asked for.
    pub(super) fraction: String,
}

impl Digits {
    /// Rounded to so many decimals; nothing for what is not a number. A zero has no sign.
    pub(super) fn rounded(value: f64, decimals: usize) -> Option<Self> {
        value
            .is_finite()
            .then(|| Self::of(&format!("{:.decimals$}", value.abs()), value))
    }

    /// The shortest text that stands for exactly this value.
    pub(super) fn exact(value: f64) -> Option<Self> {
        value
            .is_finite()
            .then(|| Self::of(&format!("{}", value.abs()), value))
    }

    fn of(text: &str, value: f64) -> Self {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let nonzero = text.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
        Self {
            negative: value < 0.0 && nonzero,
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
        }
    }

    /// Without zeros at the end of the fraction.
    pub(super) fn trimmed(mut self) -> Self {
        let length = self.fraction.trim_end_matches('0').len();
        self.fraction.truncate(length);
        self
    }

    /// A hundred times as much, to the last digit.
    pub(super) fn times_hundred(mut self) -> Self {
        let mut fraction = self.fraction.chars();
        for _ in 0..2 {
            self.whole.push(fraction.next().unwrap_or('0'));
        }
        self.fraction = fraction.collect();
        let zeros = self.whole.len() - self.whole.trim_start_matches('0').len();
        self.whole.drain(..zeros.min(self.whole.len() - 1));
        self
    }

    /// The float nearest to the text.
    pub(super) fn value(&self) -> f64 {
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}{}.{}", self.whole, self.fraction)
            .parse()
            .unwrap_or(f64::NAN)
    }

    /// Grouped, with the locale's separators; without sign.
    pub(super) fn unsigned(&self, separators: Separators, locale: &Locale) -> String {
        let mut text = String::new();
        let count = self.whole.len();
        for (at, digit) in self.whole.chars().enumerate() {
            if at > 0 && is_group_start(count - at, count, locale) {
                text.push(separators.group);
            }
            text.push(digit);
        }
        if !self.fraction.is_empty() {
            text.push(separators.decimal);
            text.push_str(&self.fraction);
        }
        text
    }

    /// Grouped, with the locale's separators and sign.
    pub(super) fn signed(&self, separators: Separators, locale: &Locale) -> String {
        let mut text = self.unsigned(separators, locale);
        if self.negative {
            text.insert(0, locale.minus);
        }
        text
    }
}

/// Whether a separator stands before the digit with `left` digits to the end, itself
/// included.
fn is_group_start(left: usize, count: usize, locale: &Locale) -> bool {
    if count < usize::from(locale.grouping.from_digits) {
        return false;
    }
    if locale.grouping.indian && left > 3 {
        !left.is_multiple_of(2)
    } else {
        left.is_multiple_of(3)
    }
}

/// Exactly this number with these separators; a dash for what is not a number.
pub(crate) fn write_figure(value: f64, separators: Separators, locale: &Locale) -> String {
    Digits::exact(value).map_or_else(
        || locale.words.no_number.to_owned(),
        |digits| digits.signed(separators, locale),
    )
}
