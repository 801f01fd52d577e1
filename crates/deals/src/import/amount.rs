//! Amounts of money and other numbers as programs export them. Which sign is the decimal
//! one is decided for a whole column ([`super::Column`]), never here and never for one row.

mod plain;
mod separators;
mod sign_and_currency;

use serde::{Deserialize, Serialize};

pub(super) use self::plain::PlainAmount;
use self::{
    plain::Number,
    separators::{Separators, separators},
    sign_and_currency::without_sign_and_currency,
};
use super::{currency::Code, rows::trimmed};

/// The decimal sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// 1,234.50
    Point,
    /// 1.234,50
    Comma,
}

/// An amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// How much.
    pub value: f64,
    /// The currency that stands beside it.
    pub currency: Option<Code>,
    /// Whether a percent sign stands beside it.
    pub percent: bool,
}

/// What a text tells about the decimal sign of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountShape {
    /// No amount.
    None,
    /// The same amount either way.
    Plain,
    /// The point is decimal.
    Point,
    /// The comma is decimal.
    Comma,
    /// A single point or comma before three digits.
    Either,
}

/// Reads an amount: `1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`, `$22,700.00`,
/// `(110.70)`, `-110.7 EUR`, `12,34,567`, `75%`. Nothing where the text is no amount, or
/// its separators do not fit the decimal sign.
#[must_use]
pub fn read_amount(text: &str, decimal: Decimal) -> Option<Amount> {
    let plain = PlainAmount::of(text).and_then(|plain| plain.read(decimal));
    let Some((value, percent)) = plain else {
        return read_any(text, decimal);
    };
    Some(Amount {
        value,
        currency: None,
        percent,
    })
}

/// Reads an amount in whatever form.
fn read_any(text: &str, decimal: Decimal) -> Option<Amount> {
    let text = text.trim();
    if let Some(value) = plain_number(text, decimal) {
        return Some(Amount {
            value,
            currency: None,
            percent: false,
        });
    }
    let bare = without_sign_and_currency(text)?;
    let decimal_sign = match separators(bare.body)? {
        Separators::None => None,
        Separators::One {
            sign,
            grouped,
            single,
            ..
        } => {
            let is_decimal = (sign == ',') == (decimal == Decimal::Comma);
            match (is_decimal, single, grouped) {
                (true, true, _) => Some(sign),
                // 1.234.567 has groups whatever the decimal sign.
                (_, _, true) => None,
                _ => return None,
            }
        }
        Separators::Both { last } => {
            if (last == ',') != (decimal == Decimal::Comma) {
                return None;
            }
            Some(last)
        }
    };
    let value = number(bare.body, decimal_sign)?;
    Some(Amount {
        value: if bare.negative { -value } else { value } + 0.0,
        currency: bare.currency,
        percent: bare.percent,
    })
}

/// What a text tells about its column, and the currency beside it.
pub(crate) fn shape(text: &str) -> (AmountShape, Option<Code>) {
    match PlainAmount::of(text) {
        Some(plain) => (plain.shape(), None),
        None => shape_of_any(text),
    }
}

/// What a text in whatever form tells.
pub(super) fn shape_of_any(text: &str) -> (AmountShape, Option<Code>) {
    let none = (AmountShape::None, None);
    let Some(bare) = without_sign_and_currency(trimmed(text)) else {
        return none;
    };
    let shape = match separators(bare.body) {
        None => return none,
        Some(Separators::None) => AmountShape::Plain,
        Some(Separators::Both { last }) => of_decimal(last),
        Some(Separators::One {
            sign,
            grouped,
            single,
            before,
        }) => match (grouped, single) {
            // 0,500 and 1234,500 are no groups.
            (true, true) if before > 3 || bare.body.starts_with('0') => of_decimal(sign),
            (true, true) => AmountShape::Either,
            // 1.234.567
            (true, false) => of_decimal(if sign == ',' { '.' } else { ',' }),
            (false, true) => of_decimal(sign),
            (false, false) => return none,
        },
    };
    (shape, bare.currency)
}

fn of_decimal(sign: char) -> AmountShape {
    if sign == ',' {
        AmountShape::Comma
    } else {
        AmountShape::Point
    }
}

/// Longer texts are no amounts.
const LONGEST: usize = 48;

/// Digits with at most one decimal sign and nothing else: nearly every cell of an export.
fn plain_number(text: &str, decimal: Decimal) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = !digits.is_empty()
        && digits.len() <= 18
        && digits
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let whole = || !digits.contains('.');
    (plain && (whole() || (decimal == Decimal::Point && digits.matches('.').count() == 1)))
        .then(|| text.parse::<f64>().ok())
        .flatten()
        .map(|value| value + 0.0)
}

/// The number that the digits of a text are, with this decimal sign.
fn number(body: &str, decimal: Option<char>) -> Option<f64> {
    let mut number = Number::default();
    for byte in body.bytes() {
        let is_decimal = Some(char::from(byte)) == decimal;
        if (is_decimal || byte.is_ascii_digit()) && number.take(byte, is_decimal).is_none() {
            return digits(body, decimal).parse().ok();
        }
    }
    let exact = number.value();
    exact.or_else(|| digits(body, decimal).parse().ok())
}

/// The digits with a point for the decimal sign and nothing else.
fn digits(body: &str, decimal: Option<char>) -> String {
    body.chars()
        .filter_map(|sign| match sign {
            '0'..='9' => Some(sign),
            _ if Some(sign) == decimal => Some('.'),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(text: &str) -> Option<f64> {
        read_amount(text, Decimal::Point).map(|amount| amount.value)
    }

    fn comma(text: &str) -> Option<f64> {
        read_amount(text, Decimal::Comma).map(|amount| amount.value)
    }

    #[test]
    fn reads_every_form_with_its_decimal_sign() {
        for (text, wanted) in [
            ("1054", 1054.0),
            ("1,234.50", 1234.5),
            ("1'234.50", 1234.5),
            ("1 234.5", 1234.5),
            ("$22,700.00", 22700.0),
            ("US$ 22,700", 22700.0),
            ("(110.70)", -110.7),
            ("($1,110.70)", -1110.7),
            ("-110.7", -110.7),
            ("$-110.7", -110.7),
            ("-110.7 EUR", -110.7),
            ("110.70-", -110.7),
            ("12,34,567.8", 1234567.8),
            ("1,234,567", 1234567.0),
            ("1.234.567", 1234567.0),
            (".5", 0.5),
            ("75%", 75.0),
            ("-0", 0.0),
        ] {
            assert_eq!(point(text), Some(wanted), "{text}");
        }
        for (text, wanted) in [
            ("1.234,50", 1234.5),
            ("1 234,50", 1234.5),
            ("1\u{202f}234,50 \u{20ac}", 1234.5),
            ("EUR 1.234", 1234.0),
            ("1,000", 1.0),
            ("\u{2212}3,5", -3.5),
            ("1234", 1234.0),
        ] {
            assert_eq!(comma(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn refuses_what_does_not_fit_its_decimal_sign() {
        for text in [
            "1.234,50",
            "12,5",
            "1,23",
            "",
            "-",
            "n/a",
            "12 apples",
            "1.2.3",
            "1,2,3",
            "--5",
            "USD 5 EUR",
            "1e5",
            "2021-04-15",
            "$",
        ] {
            assert_eq!(point(text), None, "{text}");
        }
        for text in ["1,234.50", "12.5", "1.5"] {
            assert_eq!(comma(text), None, "{text}");
        }
    }

    #[test]
    fn names_the_currency_by_sign_or_code() {
        for (text, code) in [
            ("$5", Some("USD")),
            ("5 \u{20ac}", Some("EUR")),
            ("CHF 5", Some("CHF")),
            ("-110.7 SEK", Some("SEK")),
            ("5", None),
        ] {
            let amount = read_amount(text, Decimal::Point).unwrap();
            assert_eq!(amount.currency.map(String::from).as_deref(), code, "{text}");
        }
    }

    #[test]
    fn each_form_tells_what_it_can_about_the_decimal_sign() {
        for (text, wanted) in [
            ("1054", AmountShape::Plain),
            ("1 054", AmountShape::Plain),
            ("1,234.50", AmountShape::Point),
            ("1.234,50", AmountShape::Comma),
            ("1,5", AmountShape::Comma),
            ("1.50", AmountShape::Point),
            ("1.000", AmountShape::Either),
            ("1,000", AmountShape::Either),
            ("1.234.567", AmountShape::Comma),
            ("1,234,567", AmountShape::Point),
            ("0,500", AmountShape::Comma),
            ("1234.500", AmountShape::Point),
            ("1 234,500", AmountShape::Comma),
            ("n/a", AmountShape::None),
        ] {
            assert_eq!(shape(text).0, wanted, "{text}");
        }
    }
}
