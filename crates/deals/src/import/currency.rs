//! Currencies as they stand beside amounts: by their code or by a sign.

use serde::{Deserialize, Serialize};

use super::{characters::Characters, rows::trimmed};

/// A currency by the three letters of its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; 3]);

impl Code {
    /// Reads a code or a sign (`EUR`, `eur`, `\u{20ac}`, `US$`). A bare `$` counts as USD.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = trimmed(text);
        // No sign is three letters.
        match *text.as_bytes() {
            [a, b, c] if text.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
                Some(Self([a, b, c].map(|byte| byte.to_ascii_uppercase())))
            }
            _ => {
                let sign = SIGNS.iter().find(|(sign, _)| *sign == text);
                sign.map(|(_, code)| Self(**code))
            }
        }
    }

    /// The three letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl TryFrom<String> for Code {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::read(&text).ok_or("not a currency code of three letters")
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.as_str().to_owned()
    }
}

/// The currency that stands before or behind, and the rest; `characters` are those of the text, or
/// of one it was taken out of.
pub(super) fn currency_at_end(text: &str, characters: Characters) -> Option<(Code, &str)> {
    let by_sign = || {
        SIGNS.iter().find_map(|(sign, code)| {
            let off = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign));
            Some((Code(**code), off?.trim()))
        })
    };
    let by_code = || {
        let front = text
            .split_at_checked(3)
            .filter(|(code, rest)| is_code(code) && !rest.starts_with(char::is_alphabetic));
        let (code, rest) = front.or_else(|| {
            let (rest, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
            let apart = !rest.ends_with(char::is_alphabetic);
            (is_code(code) && apart).then_some((code, rest))
        })?;
        Some((Code::read(code)?, rest.trim()))
    };
    let by_sign = characters.may_have_currency_sign().then(by_sign).flatten();
    by_sign.or_else(|| characters.may_have_currency_code().then(by_code).flatten())
}

/// Three capital letters.
fn is_code(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The signs of currencies, the longer ones first.
const SIGNS: [(&str, &[u8; 3]); 14] = [
    ("US$", b"USD"),
    ("CA$", b"CAD"),
    ("C$", b"CAD"),
    ("A$", b"AUD"),
    ("AU$", b"AUD"),
    ("R$", b"BRL"),
    ("$", b"USD"),
    ("\u{20ac}", b"EUR"),
    ("\u{a3}", b"GBP"),
    ("\u{a5}", b"JPY"),
    ("\u{20b9}", b"INR"),
    ("\u{20a9}", b"KRW"),
    ("\u{20bd}", b"RUB"),
    ("Fr.", b"CHF"),
];
