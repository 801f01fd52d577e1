//! Separators: every locale reads its own, and says so when they are not.

use plumbline_wording::reading::{Kind, Problem};

use crate::read::{one, refused};

#[test]
fn a_locale_reads_its_own_separators() {
    let cases = [
        ("en-US", "0", 0.0),
        ("en-US", "12", 12.0),
        ("en-US", "1234", 1234.0),
        ("en-US", "1,234", 1234.0),
        ("en-US", "1,234,567.89", 1_234_567.89),
        ("en-US", "1.000", 1.0),
        ("en-US", ".5", 0.5),
        ("en-US", "5.", 5.0),
        ("en-US", "007", 7.0),
        ("en-GB", "1,234.5", 1234.5),
        ("de-DE", "1.000", 1000.0),
        ("de-DE", "1.234.567,89", 1_234_567.89),
        ("de-DE", "3,5", 3.5),
        ("de-DE", "12.345", 12345.0),
        ("de-DE", ",5", 0.5),
        ("de-CH", "1'234'567.89", 1_234_567.89),
        ("de-CH", "1’234.5", 1234.5),
        ("de-CH", "12.5", 12.5),
        ("fr-FR", "1\u{202f}234\u{202f}567,89", 1_234_567.89),
        ("fr-FR", "1\u{a0}234,5", 1234.5),
        ("fr-FR", "1 234,5", 1234.5),
        ("en-IN", "12,34,567", 1_234_567.0),
        ("en-IN", "1,23,45,678.5", 12_345_678.5),
        ("en-IN", "1,234,567", 1_234_567.0),
        ("en-IN", "12,345", 12345.0),
        ("pt-BR", "1.234,56", 1234.56),
        ("sv-SE", "1\u{a0}234,5", 1234.5),
        ("sv-SE", "12,5", 12.5),
    ];
    for (tag, text, value) in cases {
        one(text, Kind::Number, tag, value);
    }
}

#[test]
fn spaces_and_apostrophes_group_digits_everywhere() {
    for tag in [
        "en-US", "de-DE", "de-CH", "fr-FR", "pt-BR", "sv-SE", "en-IN",
    ] {
        for text in [
            "120 000",
            "120\u{a0}000",
            "120\u{202f}000",
            "120\u{2009}000",
            "120'000",
            "120’000",
        ] {
            one(text, Kind::Number, tag, 120_000.0);
        }
    }
}

#[test]
fn separators_that_can_not_be_are_asked_back() {
    let cases: [(&str, &str, &[&str]); 25] = [
        ("en-US", "12,34", &["12.34", "1,234"]),
        ("en-US", "1,2", &["1.2"]),
        ("en-US", "3,5", &["3.5"]),
        ("en-US", "1.234.567", &["1,234,567"]),
        ("en-US", "1.234,56", &["1,234.56"]),
        ("en-US", "12,34,567", &["1,234,567"]),
        ("en-US", "0,350", &["0.35"]),
        ("en-US", "1234,567", &["1,234,567", "1,234.567"]),
        ("en-US", "1,234 567", &[]),
        ("en-US", "1,234'567", &[]),
        ("en-US", "5,", &["5"]),
        ("en-US", "1,23,4.5", &["1,234.5"]),
        ("de-DE", "1.5", &["1,5"]),
        ("de-DE", "0.35", &["0,35"]),
        ("de-DE", "0.350", &["0,35"]),
        ("de-DE", "1,234.56", &["1.234,56"]),
        ("de-DE", "1,234,567", &["1.234.567"]),
        ("de-CH", "1,234", &["1’234", "1.234"]),
        ("de-CH", "12,5", &["12.5"]),
        ("fr-FR", "1.234", &["1\u{202f}234", "1,234"]),
        ("fr-FR", "2.5", &["2,5"]),
        ("sv-SE", "1.000", &["1\u{a0}000", "1"]),
        ("pt-BR", "2.5", &["2,5"]),
        ("en-IN", "1,2345", &["1.2345", "12,345"]),
        ("en-IN", "123,45,678", &["1,23,45,678"]),
    ];
    for (tag, text, offers) in cases {
        refused(text, Kind::Number, tag, Problem::Separators, offers);
    }
}

#[test]
fn signs_of_every_sort_are_minus() {
    for text in [
        "-12.5",
        "−12.5",
        "–12.5",
        "- 12.5",
        "12.5-",
        "12.5−",
        "(12.5)",
        "( 12.5 )",
        "－１２．５",
    ] {
        one(text, Kind::Number, "en-US", -12.5);
    }
    one("+12.5", Kind::Number, "en-US", 12.5);
    one("-0", Kind::Number, "en-US", 0.0);
    assert!(
        crate::read::entry("-0", Kind::Number, "en-US")
            .usual()
            .unwrap()
            .is_sign_positive()
    );
}

#[test]
fn two_signs_are_not_guessed_at() {
    for text in ["--5", "-(5)", "-5-", "(-5)", "(5"] {
        assert!(
            matches!(
                crate::read::error(text, Kind::Number, "en-US").problem,
                Problem::OutOfPlace | Problem::BreaksOff
            ),
            "{text}"
        );
    }
}

#[test]
fn digits_of_other_scripts_and_pasted_marks_are_understood() {
    one("１２０", Kind::Number, "en-US", 120.0);
    one("١٢٠", Kind::Number, "en-US", 120.0);
    one("\u{200e}-5\u{202c}", Kind::Number, "en-US", -5.0);
    one("\u{feff}\t12\n", Kind::Number, "en-US", 12.0);
}

#[test]
fn a_scale_multiplies_exactly() {
    let cases = [
        ("120k", 120_000.0),
        ("120 K", 120_000.0),
        ("1.2m", 1_200_000.0),
        ("1.2 million", 1_200_000.0),
        ("1.2 Mio.", 1_200_000.0),
        ("1.005m", 1_005_000.0),
        ("4.35m", 4_350_000.0),
        ("2bn", 2e9),
        ("2 billion", 2e9),
        ("3 hundred", 300.0),
        ("5 thousand", 5000.0),
        ("1.5 crore", 15_000_000.0),
        ("12 lakh", 1_200_000.0),
        ("1tn", 1e12),
    ];
    for (text, value) in cases {
        one(text, Kind::Number, "en-US", value);
    }
    one("12 L", Kind::Number, "en-IN", 1_200_000.0);
    one("1,5 cr", Kind::Number, "de-DE", 15_000_000.0);
}

#[test]
fn what_can_not_be_calculated_with_is_refused() {
    let cases = [
        ("NaN", Problem::NoNumber),
        ("Infinity", Problem::NoNumber),
        ("inf", Problem::NoNumber),
        ("∞", Problem::NoNumber),
        ("1e308", Problem::UnknownWord),
        ("1e5", Problem::UnknownWord),
        ("0x10", Problem::UnknownWord),
        ("1000000000000001", Problem::TooLarge),
        ("2000 tn", Problem::TooLarge),
        ("-1000000000000001", Problem::TooLarge),
        ("0.0000000000001", Problem::TooSmall),
        ("", Problem::Empty),
        (" \u{a0}\u{200b} ", Problem::Empty),
        ("abc", Problem::NoNumber),
        ("-", Problem::NoNumber),
        ("12\0", Problem::OutOfPlace),
        ("12 5", Problem::OutOfPlace),
        ("12!", Problem::OutOfPlace),
    ];
    for (text, problem) in cases {
        let error = crate::read::error(text, Kind::Number, "en-US");
        assert_eq!(error.problem, problem, "{text:?}");
    }
    one("1,000,000,000,000,000", Kind::Number, "en-US", 1e15);
    let long = "9".repeat(200);
    refused(&long, Kind::Number, "en-US", Problem::TooLarge, &[]);
    refused(&(long + "9"), Kind::Number, "en-US", Problem::TooLong, &[]);
}

#[test]
fn counts_are_never_below_zero_and_whole_ones_are_whole() {
    one("661.8", Kind::Count, "en-US", 661.8);
    one("1.2k", Kind::Whole, "en-US", 1200.0);
    refused("-5", Kind::Count, "en-US", Problem::Negative, &[]);
    refused(
        "12.5",
        Kind::Whole,
        "en-US",
        Problem::NotWhole,
        &["12", "13"],
    );
    refused(
        "1.234,5",
        Kind::Whole,
        "de-DE",
        Problem::NotWhole,
        &["1.234", "1.235"],
    );
}
