//! The names of months and days of the week, in the languages that exports come in.

/// The letters a text begins with, and what follows.
pub(super) fn word(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !sign.is_alphabetic());
    text.split_at(end.unwrap_or(text.len()))
}

/// The month whose name a text begins with, and what follows.
pub(super) fn month(text: &str) -> Option<(u32, &str)> {
    // Nearly no word of a table begins like a month; asking that first is many times faster.
    if !begins_like_a_month(text) {
        return None;
    }
    let (word, rest) = word(text);
    let found = MONTHS.iter().position(|names| is_one_of(word, names))?;
    Some((found as u32 + 1, rest))
}

/// Whether a word is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    is_one_of(word, WEEKDAYS)
}

/// The first three letters of a text in small letters; nothing where its first word is shorter.
fn beginning(text: &str) -> Option<[char; 3]> {
    if let [a, b, c, ..] = text.as_bytes()
        && [a, b, c].iter().all(|letter| letter.is_ascii_alphabetic())
    {
        return Some([a, b, c].map(|letter| char::from(letter.to_ascii_lowercase())));
    }
    let mut letters = word(text)
        .0
        .chars()
        .filter_map(|letter| letter.to_lowercase().next());
    Some([letters.next()?, letters.next()?, letters.next()?])
}

/// Whether the first word of a text may be one of [`MONTHS`].
fn begins_like_a_month(text: &str) -> bool {
    #[rustfmt::skip]
    let may = matches!(
        beginning(text),
        Some(
            ['j', 'a' | '\u{e4}', 'n'] | ['j', 'u', 'n' | 'l' | 'i'] | ['e', 'n', 'e'] | ['g', 'e', 'n'] | ['g', 'i', 'u']
            | ['f', 'e' | '\u{e9}', 'b' | 'v'] | ['m', 'a', 'r' | 'a' | 'y' | 'i' | 'g'] | ['m', '\u{e4}', 'r'] | ['m', 'r', 'z' | 't']
            | ['m', 'e', 'i'] | ['a', 'p', 'r'] | ['a', 'v', 'r'] | ['a', 'b', 'r'] | ['a', 'u', 'g'] | ['a', 'o', 'u' | '\u{fb}']
            | ['a', 'g', 'o'] | ['l', 'u', 'g'] | ['s', 'e', 'p' | 't'] | ['o', 'c' | 'k' | 't', 't'] | ['n', 'o', 'v']
            | ['d', 'e', 'c' | 'z'] | ['d', '\u{e9}', 'c'] | ['d', 'i', 'c']
        )
    );
    may
}

/// Whether the first word of a text may be one of [`WEEKDAYS`].
pub(super) fn begins_like_a_weekday(text: &str) -> bool {
    matches!(
        beginning(text),
        Some(
            ['m', 'o', 'n']
                | ['t', 'u', 'e']
                | ['w', 'e', 'd']
                | ['t', 'h', 'u']
                | ['f', 'r', 'i' | 'e']
                | ['s', 'a', 't' | 'm']
                | ['s', 'u', 'n']
                | ['d', 'i', 'e']
                | ['m', 'i', 't']
                | ['d', 'o', 'n']
                | ['s', 'o', 'n']
        )
    )
}

/// Whether a word is one of these names or begins one of them, whatever the case.
fn is_one_of(word: &str, names: &str) -> bool {
    let letters = word.chars().count();
    let begins = |name: &str| {
        let mut name = name.chars();
        word.chars()
            .flat_map(char::to_lowercase)
            .all(|letter| name.next() == Some(letter))
    };
    (3..=12).contains(&letters) && names.split(' ').any(begins)
}

/// The months in English, German, French, Spanish, Italian and Dutch, with the short forms
/// that are not their beginnings.
const MONTHS: [&str; 12] = [
    "january januar j\u{e4}nner janvier enero gennaio januari",
    "february februar feber f\u{e9}vrier fevrier febrero febbraio februari",
    "march m\u{e4}rz mrz mars marzo maart mrt",
    "april avril abril aprile",
    "may mai mayo maggio mei",
    "june juni juin junio giugno",
    "july juli juillet julio luglio",
    "august ao\u{fb}t aout agosto augustus",
    "september septembre septiembre settembre",
    "october oktober octobre octubre ottobre",
    "november novembre noviembre",
    "december dezember d\u{e9}cembre decembre diciembre dicembre",
];

/// The days of the week in English and German.
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday \
    montag dienstag mittwoch donnerstag freitag samstag sonntag";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_and_weekday_passes_the_first_look() {
        for name in MONTHS.iter().flat_map(|names| names.split(' ')) {
            assert!(begins_like_a_month(name), "{name}");
        }
        for name in WEEKDAYS.split(' ') {
            assert!(begins_like_a_weekday(name), "{name}");
        }
    }
}
