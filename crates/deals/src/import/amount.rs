//! Amounts of money and other numbers as programs export them. Which sign is the decimal
//! one is decided for a whole column ([`super::Column`]), never here and never for one row.

use serde::{Deserialize, Serialize};

use super::currency::{Code, currency_at_end};

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
    let text = text.trim();
    if let Some(value) = plain_number(text, decimal) {
        return Some(Amount {
            value,
            currency: None,
            percent: false,
        });
    }
    let dressed = undress(text)?;
    let number = match separators(dressed.body)? {
        Separators::None => digits(dressed.body, None),
        Separators::One {
            sign,
            grouped,
            single,
            ..
        } => {
            let is_decimal = (sign == ',') == (decimal == Decimal::Comma);
            match (is_decimal, single, grouped) {
                (true, true, _) => digits(dressed.body, Some(sign)),
                // 1.234.567 has groups whatever the decimal sign.
                (_, _, true) => digits(dressed.body, None),
                _ => return None,
            }
        }
        Separators::Both { last } => {
            if (last == ',') != (decimal == Decimal::Comma) {
                return None;
            }
            digits(dressed.body, Some(last))
        }
    };
    let value: f64 = number.parse().ok()?;
    Some(Amount {
        value: if dressed.negative { -value } else { value } + 0.0,
        currency: dressed.currency,
        percent: dressed.percent,
    })
}

/// What a text tells about its column, and the currency beside it.
pub(crate) fn shape(text: &str) -> (AmountShape, Option<Code>) {
    let none = (AmountShape::None, None);
    if let Some(shape) = plain_shape(text) {
        return (shape, None);
    }
    let Some(dressed) = undress(text.trim()) else {
        return none;
    };
    let shape = match separators(dressed.body) {
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
            (true, true) if before > 3 || dressed.body.starts_with('0') => of_decimal(sign),
            (true, true) => AmountShape::Either,
            // 1.234.567
            (true, false) => of_decimal(if sign == ',' { '.' } else { ',' }),
            (false, true) => of_decimal(sign),
            (false, false) => return none,
        },
    };
    (shape, dressed.currency)
}

/// The shape of digits with at most one point; nothing of any other text.
fn plain_shape(text: &str) -> Option<AmountShape> {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let plain = digits
        .iter()
        .all(|sign| sign.is_ascii_digit() || *sign == b'.');
    if !plain || text.len() > LONGEST || !digits.last()?.is_ascii_digit() {
        return None;
    }
    let mut points = digits.iter().enumerate().filter(|(_, sign)| **sign == b'.');
    match (points.next(), points.next()) {
        (None, _) => Some(AmountShape::Plain),
        (Some((before @ 1..=3, _)), None) if digits.len() - before == 4 && digits[0] != b'0' => {
            Some(AmountShape::Either)
        }
        (Some(_), None) => Some(AmountShape::Point),
        _ => None,
    }
}

fn of_decimal(sign: char) -> AmountShape {
    if sign == ',' {
        AmountShape::Comma
    } else {
        AmountShape::Point
    }
}

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

/// An amount without sign and currency.
struct Dressed<'a> {
    body: &'a str,
    negative: bool,
    currency: Option<Code>,
    percent: bool,
}

/// Longer texts are no amounts.
const LONGEST: usize = 48;

/// Takes off parentheses, signs, the currency and a percent sign, from either end.
fn undress(text: &str) -> Option<Dressed<'_>> {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (mut body, mut negatives, mut currency, mut percent) = (text, 0, None, false);
    if let Some(inner) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        (body, negatives) = (inner.trim(), 1);
    }
    loop {
        let before = body.len();
        for sign in ['-', '\u{2212}', '+'] {
            let off = body.strip_prefix(sign).or_else(|| body.strip_suffix(sign));
            if let Some(rest) = off {
                body = rest.trim();
                negatives += if sign == '+' { 0 } else { 1 };
            }
        }
        if let Some(rest) = body.strip_suffix('%') {
            (body, percent) = (rest.trim(), true);
        }
        if let Some((code, rest)) = currency_at_end(body) {
            if currency.is_some_and(|known| known != code) {
                return None;
            }
            (currency, body) = (Some(code), rest);
        }
        if body.len() == before {
            break;
        }
    }
    let digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let starts =
        digit(body.chars().next()) || matches!(body.as_bytes(), [b'.' | b',', b'0'..=b'9', ..]);
    (negatives <= 1 && starts && digit(body.chars().next_back())).then_some(Dressed {
        body,
        negative: negatives == 1,
        currency,
        percent,
    })
}

/// The points and commas of a number.
enum Separators {
    None,
    One {
        sign: char,
        /// It could separate groups of thousands (or of hundreds above them, as in India).
        grouped: bool,
        single: bool,
        /// Digits in front of it.
        before: usize,
    },
    Both {
        last: char,
    },
}

/// Spaces and apostrophes only ever separate groups.
fn is_group_sign(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}' | '\u{2009}'
    )
}

/// Nothing where another character stands among the digits, or separators make no sense.
fn separators(body: &str) -> Option<Separators> {
    let mut found: [(char, usize); 2] = [(',', 0), ('.', 0)];
    let (mut last, mut before, mut digits, mut since, mut grouped) = (None, 0, 0, 0, true);
    for sign in body.chars() {
        match sign {
            '0'..='9' => {
                digits += 1;
                since += 1;
            }
            ',' | '.' => {
                let place = usize::from(sign == '.');
                if found[place].1 == 0 && last.is_none() {
                    before = digits;
                } else {
                    grouped &= matches!(since, 2 | 3);
                }
                found[place].1 += 1;
                (last, since) = (Some(sign), 0);
            }
            _ if is_group_sign(sign) => {
                // 1 234,5 6 is no number; 1 234 is.
                if last.is_some() && found.iter().any(|(_, count)| *count > 0) {
                    return None;
                }
                since = 0;
            }
            _ => return None,
        }
    }
    let spaced = body.chars().any(is_group_sign);
    let groups_before = grouped;
    grouped &= since == 3 && before >= 1;
    let single = |count: usize| count == 1;
    match (found[0].1, found[1].1, last) {
        (0, 0, _) => (!spaced || since == 3).then_some(Separators::None),
        (commas, points, Some(last)) if commas > 0 && points > 0 => {
            let last_count = if last == ',' { commas } else { points };
            (single(last_count) && groups_before).then_some(Separators::Both { last })
        }
        (commas, points, Some(sign)) => {
            let count = commas.max(points);
            Some(Separators::One {
                sign,
                grouped: grouped && !(spaced && single(count)),
                single: single(count),
                before,
            })
        }
        _ => None,
    }
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
