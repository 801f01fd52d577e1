//! Amounts of money in a sentence: found by their currency, by a word for thousands or
//! millions, or by their size.

use crate::texts::workshop::MASK;

/// Words that follow an amount.
const SCALES: [&str; 14] = [
    "k", "m", "mn", "mm", "bn", "b", "tsd", "mio", "mrd", "thousand", "million", "millions",
    "billion", "grand",
];

/// Words and signs of currencies that people write beside an amount.
const CURRENCIES: [&str; 20] = [
    "eur", "usd", "gbp", "chf", "sek", "nok", "dkk", "pln", "czk", "huf", "ron", "jpy", "cny",
    "inr", "aud", "cad", "brl", "euro", "euros", "dollars",
];

/// From so many digits on, a number that is no year is taken for an amount.
const MANY_DIGITS: usize = 4;

/// The text with a mask in the place of every amount.
pub(super) fn without(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after_word = out.chars().next_back().is_some_and(char::is_alphanumeric);
        if first.is_ascii_digit() && !after_word {
            let (number, after) = rest.split_at(length_of_number(rest));
            let scale = scale_of(after);
            if scale > 0 || is_amount(number, &out, after) {
                out.push_str(MASK);
                rest = &after[scale..];
            } else {
                out.push_str(number);
                rest = after;
            }
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

/// How many bytes of a text that begins with a digit are the number: digits, and what stands
/// between groups of them.
fn length_of_number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while let Some(sign) = text[end..].chars().next() {
        let next = end + sign.len_utf8();
        let goes_on = match sign {
            '0'..='9' => true,
            '.' | ',' | '\'' | '’' => digit(next),
            // Between groups of three alone: elsewhere a space ends a number.
            ' ' | '\u{a0}' | '\u{202f}' => (0..3).all(|at| digit(next + at)) && !digit(next + 3),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end = next;
    }
    end
}

/// How many bytes after a number are a word for thousands or millions, with the space before
/// it.
fn scale_of(after: &str) -> usize {
    let spaces = after.len() - after.trim_start_matches([' ', '\u{a0}']).len();
    let word = first_word(&after[spaces..]);
    let known = SCALES.contains(&word.to_lowercase().as_str());
    // "m" after a space may be metres or anybody's initial.
    let told = spaces == 0 || word.len() > 1;
    if known && told {
        spaces + word.len()
    } else {
        0
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_alphabetic());
    &text[..end.unwrap_or(text.len())]
}

fn is_amount(number: &str, before: &str, after: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let year = digits == number.len() && digits == 4 && matches!(&number[..2], "19" | "20");
    (digits >= MANY_DIGITS && !year) || is_priced(before, after)
}

/// Whether a currency stands beside a number.
fn is_priced(before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_end(), after.trim_start());
    let word = |word: &str| CURRENCIES.contains(&word.to_lowercase().as_str());
    let last = before.rsplit(|sign: char| !sign.is_alphabetic()).next();
    let sign = |sign: Option<char>| sign.is_some_and(is_currency_sign);
    sign(before.chars().next_back())
        || sign(after.chars().next())
        || word(first_word(after))
        || last.is_some_and(word)
}

fn is_currency_sign(sign: char) -> bool {
    matches!(
        sign,
        '$' | '¢' | '£' | '¥' | '₹' | '₽' | '₺' | '₩' | '€' | '\u{20a0}'..='\u{20cf}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_masked_however_they_are_written() {
        for amount in [
            "1250000",
            "1,250,000",
            "1.250.000",
            "1 250 000",
            "1'250'000",
            "1.2m",
            "120k",
            "1.2 million",
            "80 tsd",
            "€5",
            "5 EUR",
            "USD 58",
            "58 €",
        ] {
            let text = without(&format!("We want {amount} this year."));
            assert!(
                !text.contains(|sign: char| sign.is_ascii_digit()),
                "{amount}: {text}"
            );
            assert!(text.contains(MASK), "{amount}: {text}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        let text = "9 a month, 5 a day and rep, 35%, 12 of 20, 3 months, in 2027, on 2026-11-16, Q4, 58 contracts, \
                    300 leads";
        assert_eq!(without(text), text);
    }
}
