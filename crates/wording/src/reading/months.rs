//! Names of months: the product's own, English, and the common ones of the user's language.

use crate::locale::Locale;

/// Names in small letters, January first.
type Names = [&'static str; 12];

#[rustfmt::skip]
static LANGUAGES: [(&str, Names); 5] = [
    ("en", ["january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december"]),
    ("de", ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august",
        "september", "oktober", "november", "dezember"]),
    ("fr", ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
        "septembre", "octobre", "novembre", "décembre"]),
    ("pt", ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
        "setembro", "outubro", "novembro", "dezembro"]),
    ("sv", ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
        "september", "oktober", "november", "december"]),
];

/// The number, 1 to 12, of the month a word in small letters names: in full, or shortened
/// to three letters or more that fit one month only.
pub(super) fn month(word: &str, locale: &Locale) -> Option<u32> {
    let word = word.trim_end_matches('.');
    let own = |names: &[&str; 12]| one_of(names.iter().map(|name| name.to_lowercase()), word);
    own(&locale.words.months)
        .or_else(|| own(&locale.words.months_short))
        .or_else(|| {
            let tags = ["en", locale.words.language, locale.language()];
            let known = LANGUAGES.iter().filter(|(tag, _)| tags.contains(tag));
            known
                .into_iter()
                .find_map(|(_, names)| one_of(names.iter(), word))
        })
}

fn one_of(names: impl Iterator<Item = impl AsRef<str>>, word: &str) -> Option<u32> {
    let mut found = None;
    for (number, name) in (1..).zip(names) {
        if name.as_ref() == word {
            return Some(number);
        }
        if word.chars().count() >= 3 && name.as_ref().starts_with(word) {
            if found.is_some() {
                return None;
            }
            found = Some(number);
        }
    }
    found
}
