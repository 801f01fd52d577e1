//! Percentages, shares and counts.

use plumbline_wording::reading::{Entry, Figures, Kind, Problem};

use crate::read::{entry, one, refused};

#[test]
fn a_bare_number_is_percent() {
    let cases = [
        ("35", 0.35),
        ("35%", 0.35),
        ("35 %", 0.35),
        ("35\u{202f}%", 0.35),
        ("%35", 0.35),
        ("35 percent", 0.35),
        ("35 per cent", 0.35),
        ("34.5%", 0.345),
        ("51.9", 0.519),
        ("0.35%", 0.0035),
        ("1", 0.01),
        ("1.5", 0.015),
        ("100", 1.0),
        ("0", 0.0),
        ("٣٥٪", 0.35),
    ];
    for (text, value) in cases {
        one(text, Kind::Fraction, "en-US", value);
    }
    one("34,5 %", Kind::Fraction, "de-DE", 0.345);
    one("35 Prozent", Kind::Fraction, "de-DE", 0.35);
    one("35 pour cent", Kind::Fraction, "fr-FR", 0.35);
    one("35 por cento", Kind::Fraction, "pt-BR", 0.35);
    one("-2%", Kind::Percentage, "en-US", -0.02);
    one("107", Kind::Percentage, "en-US", 1.07);
}

#[test]
fn a_bare_number_below_one_is_asked_back() {
    let asked = Problem::ShareOrPercent;
    refused(
        "0.35",
        Kind::Fraction,
        "en-US",
        asked.clone(),
        &["35%", "0.35%"],
    );
    refused(
        "0,35",
        Kind::Fraction,
        "de-DE",
        asked.clone(),
        &["35\u{a0}%", "0,35\u{a0}%"],
    );
    refused(
        "0.519",
        Kind::Fraction,
        "en-US",
        asked.clone(),
        &["51.9%", "0.519%"],
    );
    let ranges: &[&str] = &["30% to 50%", "0.3% to 0.5%"];
    refused("0.3 to 0.5", Kind::Fraction, "en-US", asked.clone(), ranges);
    refused(
        "about 0.4",
        Kind::Fraction,
        "en-US",
        asked.clone(),
        &["about 40%", "about 0.4%"],
    );
    refused("0.02", Kind::Percentage, "en-US", asked, &["2%", "0.02%"]);
}

#[test]
fn a_small_number_beside_a_large_one_is_percent() {
    let range = entry("0.5 to 10", Kind::Fraction, "en-US");
    assert_eq!(range.range(), Some((0.005, 0.1)));
    let range = entry("0.5 to 1%", Kind::Fraction, "en-US");
    assert_eq!(range.range(), Some((0.005, 0.01)));
}

#[test]
fn counts_are_taken_as_counts() {
    for text in ["4 of 10", "4/10", "4 out of 10", "4 in 10", "4 / 10"] {
        let counts = Figures::Counts { part: 4, whole: 10 };
        assert_eq!(
            entry(text, Kind::Fraction, "en-US").figures,
            counts,
            "{text}"
        );
    }
    let german = entry("1.204 von 3.120", Kind::Fraction, "de-DE");
    assert_eq!(
        german.figures,
        Figures::Counts {
            part: 1204,
            whole: 3120
        }
    );
    assert_eq!(entry("4 of 10", Kind::Fraction, "en-US").usual(), Some(0.4));
    assert_eq!(entry("0 of 7", Kind::Fraction, "en-US").usual(), Some(0.0));
}

#[test]
fn counts_that_are_no_share_are_refused() {
    refused(
        "10 of 4",
        Kind::Fraction,
        "en-US",
        Problem::NotAShare,
        &["4 of 10"],
    );
    refused(
        "4 of 0",
        Kind::Fraction,
        "en-US",
        Problem::NotAShare,
        &["0 of 4"],
    );
    refused("0 of 0", Kind::Fraction, "en-US", Problem::NotAShare, &[]);
    refused(
        "4.5 of 10",
        Kind::Fraction,
        "en-US",
        Problem::NotWhole,
        &["4 of 10", "5 of 10"],
    );
    refused("-4 of 10", Kind::Fraction, "en-US", Problem::Negative, &[]);
    refused(
        "4% of 10",
        Kind::Fraction,
        "en-US",
        Problem::OutOfPlace,
        &[],
    );
    refused("4 of 10", Kind::Count, "en-US", Problem::CountsNotHere, &[]);
    refused("1/2", Kind::Number, "en-US", Problem::CountsNotHere, &[]);
}

#[test]
fn a_share_is_from_none_to_all() {
    refused("120%", Kind::Fraction, "en-US", Problem::AboveAll, &[]);
    refused("-5%", Kind::Fraction, "en-US", Problem::Negative, &[]);
    refused("35% %", Kind::Fraction, "en-US", Problem::OutOfPlace, &[]);
    refused("35%", Kind::Count, "en-US", Problem::UnitNotHere, &[]);
}

#[test]
fn shares_are_exact() {
    // 0.07 * 100 is 7.000000000000001 in floats.
    assert_eq!(entry("7%", Kind::Fraction, "en-US"), Entry::one(0.07));
    assert_eq!(entry("14.5%", Kind::Fraction, "en-US"), Entry::one(0.145));
}
