//! Comparing what people wrote, whatever the language.

use std::collections::BTreeSet;

/// Whether nothing is written.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The text without what does not tell two texts apart: case, punctuation, spaces.
pub(crate) fn normalized(text: &str) -> String {
    words(text).collect::<Vec<_>>().join(" ")
}

/// The words of a text in small letters.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Whether two texts share a word that carries meaning: five letters or more, compared by
/// its first six, so that "review" meets "reviews".
pub(crate) fn share_a_word(one: &str, other: &str) -> bool {
    let stems = |text: &str| -> BTreeSet<String> {
        words(text)
            .filter(|word| word.chars().count() >= 5)
            .map(|word| word.chars().take(6).collect())
            .collect()
    };
    !stems(one).is_disjoint(&stems(other))
}

/// Whether a title speaks of leading sales: vice president, director, chief. The head of the
/// firm is none of them.
pub(crate) fn is_leading_title(title: &str) -> bool {
    const LEADING: [&str; 8] = [
        "vp",
        "svp",
        "evp",
        "vice",
        "president",
        "director",
        "chief",
        "cro",
    ];
    const OF_THE_FIRM: [&str; 6] = [
        "managing",
        "executive",
        "founder",
        "owner",
        "ceo",
        "general",
    ];
    let has = |list: &[&str]| words(title).any(|word| list.contains(&word.as_str()));
    has(&LEADING) && !has(&OF_THE_FIRM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_in_punctuation_alone_are_the_same() {
        assert_eq!(
            normalized(" More  leads, please! "),
            normalized("more leads please")
        );
        assert_ne!(normalized("more leads"), normalized("more deals"));
    }

    #[test]
    fn long_words_meet_by_their_beginning_and_short_ones_do_not_count() {
        assert!(share_a_word("Plant reviews", "A review in every group"));
        assert!(!share_a_word(
            "Sell more than last year",
            "Twice a year, more"
        ));
    }

    #[test]
    fn leading_titles_are_known_by_whole_words() {
        for title in [
            "VP of Sales",
            "Vice President, Sales",
            "Sales director",
            "Chief",
        ] {
            assert!(is_leading_title(title), "{title}");
        }
        for title in [
            "Head of sales",
            "Account manager",
            "Directory assistant",
            "",
        ] {
            assert!(!is_leading_title(title), "{title}");
        }
    }
}
