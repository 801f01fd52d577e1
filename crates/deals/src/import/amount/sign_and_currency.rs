//! An amount without what stands around it: parentheses, signs, the currency, percent.

use super::{
    super::{
        characters::Characters,
        currency::{Code, currency_at_end},
    },
    LONGEST,
};

/// An amount without sign and currency.
pub(super) struct BareAmount<'a> {
    /// Digits and what separates them.
    pub(super) body: &'a str,
    /// Whether it is below zero.
    pub(super) negative: bool,
    /// The currency beside it.
    pub(super) currency: Option<Code>,
    /// Whether it is hundredths.
    pub(super) percent: bool,
}

/// Takes off parentheses, signs, the currency and a percent sign, from either end.
pub(super) fn without_sign_and_currency(text: &str) -> Option<BareAmount<'_>> {
    let characters = Characters::of(text);
    if text.len() > LONGEST || !characters.may_be_amount() {
        return None;
    }
    let (mut body, mut negatives, mut currency, mut percent) = (text, 0, None, false);
    if let Some(inner) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        (body, negatives) = (inner.trim(), 1);
    }
    // Nearly every amount is bare.
    while !characters.is_bare() {
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
        if let Some((code, rest)) = currency_at_end(body, characters) {
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
    (negatives <= 1 && starts && digit(body.chars().next_back())).then_some(BareAmount {
        body,
        negative: negatives == 1,
        currency,
        percent,
    })
}
