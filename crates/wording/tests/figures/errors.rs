//! What an error says to people.

use plumbline_wording::locale::Locale;
use plumbline_wording::reading::{Kind, read_date};

use crate::read::{error, euros};

#[test]
fn an_error_names_the_part_and_what_it_could_mean() {
    let cases = [
        (
            error("12,34", Kind::Number, "en-US").to_string(),
            "The separators in “12,34” can't be read for certain. Did you mean 12.34 or 1,234?",
        ),
        (
            error("5 to 12,34", Kind::Number, "en-US").to_string(),
            "The separators in “12,34” can't be read for certain. Did you mean 5 to 12.34 or 5 to 1,234?",
        ),
        (
            error("0.35", Kind::Fraction, "en-US").to_string(),
            "“0.35” could be a share or a percentage. Did you mean 35% or 0.35%?",
        ),
        (
            error("12 deals", Kind::Count, "en-US").to_string(),
            "“deals” is not a word this field knows. Did you mean 12?",
        ),
        (
            error("5 weeks", euros(), "en-US").to_string(),
            "“weeks” is not a unit for this field.",
        ),
        (
            read_date("2/30/2027", &Locale::default())
                .unwrap_err()
                .to_string(),
            "“2/30/2027” does not exist: that month has 28 days.",
        ),
    ];
    for (said, expected) in cases {
        assert_eq!(said, expected);
    }
}

#[test]
fn the_part_is_where_the_error_says_it_is() {
    let text = "\u{200e}  from € 5 to 1０,5 weeks";
    let error = error(text, euros(), "en-US");
    assert_eq!(error.part, "1０,5");
    assert_eq!(&text[error.at.clone()], "1０,5");
}
