//! The names of months and days of the week, in the languages that exports come in.

/// The letters a text begins with, and what follows.
pub(super) fn word(text: &str) -> (&str, &str) {
    let end = text.find(|sign: char| !sign.is_alphabetic());
    text.split_at(end.unwrap_or(text.len()))
}

/// The month whose name a text begins with, and what follows.
pub(super) fn month(text: &str) -> Option<(u32, &str)> {
    // Nearly no word of a table begins like a month; asking that first is many times faster.
    let months = months_like(beginning(text)?)?;
    let (word, rest) = word(text);
    let mut months = months.iter().copied();
    let found = months.find(|month| is_one_of(word, MONTHS[*month as usize - 1]))?;
    Some((found, rest))
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
        return Some(small([*a, *b, *c]));
    }
    let mut letters = word(text)
        .0
        .chars()
        .filter_map(|letter| letter.to_lowercase().next());
    Some([letters.next()?, letters.next()?, letters.next()?])
}

fn small(letters: [u8; 3]) -> [char; 3] {
    letters.map(|letter| char::from(letter.to_ascii_lowercase()))
}

/// Whether a word that begins with these letters of ASCII may name a month or a day of the
/// week.
pub(super) fn may_be_day_or_month(letters: [u8; 3]) -> bool {
    let beginning = small(letters);
    months_like(beginning).is_some() || is_like_a_weekday(beginning)
}

/// The months whose names begin so; one but for those of French summers.
fn months_like(beginning: [char; 3]) -> Option<&'static [u32]> {
    #[rustfmt::skip]
    let months: &[u32] = match beginning {
        ['j', 'a' | '\u{e4}', 'n'] | ['e', 'n', 'e'] | ['g', 'e', 'n'] => &[1],
        ['f', 'e' | '\u{e9}', 'b' | 'v'] => &[2],
        ['m', 'a', 'r' | 'a'] | ['m', '\u{e4}', 'r'] | ['m', 'r', 'z' | 't'] => &[3],
        ['a', 'p', 'r'] | ['a', 'v', 'r'] | ['a', 'b', 'r'] => &[4],
        ['m', 'a', 'y' | 'i' | 'g'] | ['m', 'e', 'i'] => &[5],
        ['j', 'u', 'n'] | ['g', 'i', 'u'] => &[6],
        ['j', 'u', 'l'] | ['l', 'u', 'g'] => &[7],
        ['j', 'u', 'i'] => &[6, 7],
        ['a', 'u', 'g'] | ['a', 'o', 'u' | '\u{fb}'] | ['a', 'g', 'o'] => &[8],
        ['s', 'e', 'p' | 't'] => &[9],
        ['o', 'c' | 'k' | 't', 't'] => &[10],
        ['n', 'o', 'v'] => &[11],
        ['d', 'e' | 'i', 'c'] | ['d', 'e', 'z'] | ['d', '\u{e9}', 'c'] => &[12],
        _ => return None,
    };
    Some(months)
}

/// Whether the first word of a text may be one of [`WEEKDAYS`].
pub(super) fn begins_like_a_weekday(text: &str) -> bool {
    beginning(text).is_some_and(is_like_a_weekday)
}

fn is_like_a_weekday(beginning: [char; 3]) -> bool {
    matches!(
        beginning,
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
}

/// Whether a word is one of these names or begins one of them, whatever the case.
fn is_one_of(word: &str, names: &[&str]) -> bool {
    let bytes = word.as_bytes();
    if word.is_ascii() {
        let begins = |name: &&str| {
            let beginning = name.as_bytes().get(..bytes.len());
            beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(bytes))
        };
        return bytes.len() >= 3 && names.iter().any(begins);
    }
    let letters = word.chars().count();
    let begins = |name: &&str| {
        let mut name = name.chars();
        word.chars()
            .flat_map(char::to_lowercase)
            .all(|letter| name.next() == Some(letter))
    };
    (3..=12).contains(&letters) && names.iter().any(begins)
}

/// The months in English, German, French, Spanish, Italian and Dutch, with the short forms
/// that are not their beginnings.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "j\u{e4}nner", "janvier", "enero", "gennaio", "januari"],
    &["february", "februar", "feber", "f\u{e9}vrier", "fevrier", "febrero", "febbraio", "februari"],
    &["march", "m\u{e4}rz", "mrz", "mars", "marzo", "maart", "mrt"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "mei"],
    &["june", "juni", "juin", "junio", "giugno"],
    &["july", "juli", "juillet", "julio", "luglio"],
    &["august", "ao\u{fb}t", "aout", "agosto", "augustus"],
    &["september", "septembre", "septiembre", "settembre"],
    &["october", "oktober", "octobre", "octubre", "ottobre"],
    &["november", "novembre", "noviembre"],
    &["december", "dezember", "d\u{e9}cembre", "decembre", "diciembre", "dicembre"],
];

/// The days of the week in English and German.
const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_month_and_weekday_passes_the_first_look() {
        for (place, names) in MONTHS.iter().enumerate() {
            for name in *names {
                assert_eq!(month(name), Some((place as u32 + 1, "")), "{name}");
                // A short form of French summers is that of the first of them.
                let short: String = name.chars().take(3).collect();
                if short != "jui" {
                    assert_eq!(month(&short), Some((place as u32 + 1, "")), "{name}");
                }
            }
        }
        for name in WEEKDAYS {
            assert!(begins_like_a_weekday(name) && is_weekday(name), "{name}");
        }
    }
}
