//! Days and hours.

use plumbline_wording::reading::{Kind, Problem};

use crate::read::{entry, one, refused};

#[test]
fn days_in_every_unit() {
    let cases = [
        ("en-US", "45", 45.0),
        ("en-US", "45 days", 45.0),
        ("en-US", "45d", 45.0),
        ("en-US", "1 day", 1.0),
        ("en-US", "3 weeks", 21.0),
        ("en-US", "3w", 21.0),
        ("en-US", "2 months", 60.875),
        ("en-US", "2m", 60.875),
        ("en-US", "2 mo", 60.875),
        ("en-US", "1 quarter", 91.3125),
        ("en-US", "1 year", 365.25),
        ("en-US", "1.5 years", 547.875),
        ("en-US", "10 working days", 14.0),
        ("en-US", "5 business days", 7.0),
        ("en-US", "2 weeks 3 days", 17.0),
        ("en-US", "1 month 1 week", 37.4375),
        ("de-DE", "3 Wochen", 21.0),
        ("de-DE", "2,5 Tage", 2.5),
        ("de-DE", "10 Arbeitstage", 14.0),
        ("fr-FR", "2 mois", 60.875),
        ("fr-FR", "10 j", 10.0),
        ("pt-BR", "3 semanas", 21.0),
        ("sv-SE", "3 veckor", 21.0),
    ];
    for (tag, text, value) in cases {
        one(text, Kind::Days, tag, value);
    }
}

#[test]
fn hours_in_every_unit() {
    let cases = [
        ("1.5", 1.5),
        ("1.5 hours", 1.5),
        ("1.5h", 1.5),
        ("90 minutes", 1.5),
        ("90m", 1.5),
        ("90 min", 1.5),
        ("1h 30m", 1.5),
        ("1h30", 1.5),
        ("1 h 30 min", 1.5),
        ("1:30", 1.5),
        ("40 h", 40.0),
    ];
    for (text, value) in cases {
        one(text, Kind::Hours, "en-US", value);
    }
}

#[test]
fn a_unit_is_shared_by_what_lacks_one() {
    let range = |text| entry(text, Kind::Days, "en-US").range();
    assert_eq!(range("2 to 3 weeks"), Some((14.0, 21.0)));
    assert_eq!(range("2-3w"), Some((14.0, 21.0)));
    assert_eq!(range("10 days to 3 weeks"), Some((10.0, 21.0)));
    assert_eq!(range("6 weeks (4 to 9)"), Some((28.0, 63.0)));
    assert_eq!(range("6 (4 to 9) weeks"), Some((28.0, 63.0)));
    assert_eq!(range("6 (4 to 9 weeks)"), Some((28.0, 63.0)));
    let usual = entry("6 (4 to 9) weeks", Kind::Days, "en-US").usual();
    assert_eq!(usual, Some(42.0));
}

#[test]
fn units_that_need_to_know_the_working_day_are_refused() {
    refused("2 days", Kind::Hours, "en-US", Problem::UnitNotHere, &[]);
    refused("8 hours", Kind::Days, "en-US", Problem::UnitNotHere, &[]);
    refused("3 weeks", Kind::Number, "en-US", Problem::UnitNotHere, &[]);
}

#[test]
fn parts_of_a_duration_fall() {
    refused(
        "3 days 2 weeks",
        Kind::Days,
        "en-US",
        Problem::OutOfPlace,
        &[],
    );
    refused(
        "2 weeks 2 weeks",
        Kind::Days,
        "en-US",
        Problem::OutOfPlace,
        &[],
    );
    refused("2 weeks 3", Kind::Days, "en-US", Problem::BreaksOff, &[]);
    refused("1:75", Kind::Hours, "en-US", Problem::OutOfPlace, &[]);
    refused("1:", Kind::Hours, "en-US", Problem::BreaksOff, &[]);
    refused("3 weks", Kind::Days, "en-US", Problem::UnknownWord, &["3"]);
    refused("-3 weeks", Kind::Days, "en-US", Problem::Negative, &[]);
}
