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
    let characters = Characters::of_amount(text)?;
    if text.len() > LONGEST {
        return None;
    }
    if !characters.is_bare() && !digits_stand_together(text) {
        return None;
    }
    taken_off(text, characters)
}

fn taken_off(text: &str, characters: Characters) -> Option<BareAmount<'_>> {
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

/// Whether nothing but separators stands between digits, as other things do in identifiers: what
/// is taken off stands at the ends, and no digit goes with it.
fn digits_stand_together(text: &str) -> bool {
    let bytes = text.as_bytes();
    let first = bytes.iter().position(u8::is_ascii_digit);
    let last = bytes.iter().rposition(u8::is_ascii_digit);
    let (Some(first), Some(last)) = (first, last) else {
        return false;
    };
    let within = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b',' | b' ' | b'\'' | 0x80..);
    bytes[first..=last].iter().all(within)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::separators::separators, *};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

        #[test]
        fn digits_that_stand_apart_are_no_amount_anyway(
            text in "(US\\$|Fr\\.|-|\\(|EUR )?[0-9A-C. ,'()%$+\u{2212}\u{a0}-]{1,9}(EUR|%|\\)|-)?",
        ) {
            let text = text.trim();
            let characters = Characters::of_amount(text);
            if let (Some(characters), false) = (characters, digits_stand_together(text)) {
                let bare = taken_off(text, characters);
                prop_assert!(bare.is_none_or(|bare| separators(bare.body).is_none()), "{}", text);
            }
        }
    }
}
