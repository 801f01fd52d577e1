//! Words of other languages never change what English ones mean.

use plumbline_wording::reading::Kind;

use crate::read::one;

#[test]
fn english_words_mean_the_same_in_every_locale() {
    for tag in plumbline_wording::locale::Locale::READY {
        one("2 billion", Kind::Number, tag, 2e9);
        one("3m", Kind::Number, tag, 3e6);
        one("3 weeks", Kind::Days, tag, 21.0);
        one("3 months", Kind::Days, tag, 91.3125);
    }
}

#[test]
fn words_of_a_language_are_known_only_where_it_is_spoken() {
    one("3 Tage", Kind::Days, "de-CH", 3.0);
    assert!(crate::read::error("3 Tage", Kind::Days, "fr-FR").unfinished);
}
