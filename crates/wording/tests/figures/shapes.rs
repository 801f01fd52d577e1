//! Ranges, usual values in their range, approximate figures.

use plumbline_wording::reading::{Figures, Kind, Problem};

use crate::read::{entry, error, euros, refused};

fn range(text: &str, kind: Kind, tag: &str) -> Option<(f64, f64)> {
    entry(text, kind, tag).range()
}

#[test]
fn ranges_in_every_form() {
    let forms = [
        "5 to 10",
        "5-10",
        "5 - 10",
        "5–10",
        "5—10",
        "5 – 10",
        "5 -10",
        "5..10",
        "5...10",
        "5…10",
        "between 5 and 10",
        "from 5 to 10",
        "5 until 10",
        "5~10",
        "5.-10",
    ];
    for text in forms {
        for kind in [Kind::Count, Kind::Number, Kind::Days] {
            assert_eq!(range(text, kind, "en-US"), Some((5.0, 10.0)), "{text}");
        }
        assert_eq!(
            range(text, Kind::Fraction, "en-US"),
            Some((0.05, 0.1)),
            "{text}"
        );
    }
    assert_eq!(range("5 bis 10", Kind::Count, "de-DE"), Some((5.0, 10.0)));
    assert_eq!(
        range("zwischen 5 und 10", Kind::Count, "de-DE"),
        Some((5.0, 10.0))
    );
    assert_eq!(
        range("von 5 bis 10", Kind::Count, "de-DE"),
        Some((5.0, 10.0))
    );
    assert_eq!(range("de 5 à 10", Kind::Count, "fr-FR"), Some((5.0, 10.0)));
    assert_eq!(
        range("entre 5 e 10", Kind::Count, "pt-BR"),
        Some((5.0, 10.0))
    );
    assert_eq!(
        range("mellan 5 och 10", Kind::Count, "sv-SE"),
        Some((5.0, 10.0))
    );
    assert_eq!(range("5 to 10", Kind::Count, "sv-SE"), Some((5.0, 10.0)));
}

#[test]
fn ranges_below_zero() {
    assert_eq!(range("-5 to -3", Kind::Number, "en-US"), Some((-5.0, -3.0)));
    assert_eq!(range("-5--3", Kind::Number, "en-US"), Some((-5.0, -3.0)));
    assert_eq!(range("(5) to 3", Kind::Number, "en-US"), Some((-5.0, 3.0)));
    assert_eq!(
        range("-5%–2%", Kind::Percentage, "en-US"),
        Some((-0.05, 0.02))
    );
}

#[test]
fn a_scale_is_shared_where_the_order_allows_it() {
    let cases = [
        ("5-10k", 5e3, 10e3),
        ("5k-10k", 5e3, 10e3),
        ("100 to 200k", 100e3, 200e3),
        ("500 to 1.2k", 500.0, 1200.0),
        ("900k to 1.2m", 900e3, 1.2e6),
        ("1 to 2 million", 1e6, 2e6),
        ("€5-10k", 5e3, 10e3),
        ("5-10 k€", 5e3, 10e3),
        ("€5k–€10k", 5e3, 10e3),
    ];
    for (text, low, high) in cases {
        assert_eq!(range(text, euros(), "en-US"), Some((low, high)), "{text}");
    }
}

#[test]
fn a_usual_value_with_its_range() {
    let expected = Figures::UsualInRange {
        usual: 7.0,
        low: 5.0,
        high: 10.0,
    };
    for text in ["7 (5 to 10)", "7 (5-10)", "7(5–10)", "7 (between 5 and 10)"] {
        assert_eq!(
            entry(text, Kind::Count, "en-US").figures,
            expected,
            "{text}"
        );
    }
    for text in ["7 ± 2", "7±2", "7 +/- 2", "7 +- 2"] {
        let spread = Figures::UsualInRange {
            usual: 7.0,
            low: 5.0,
            high: 9.0,
        };
        assert_eq!(entry(text, Kind::Count, "en-US").figures, spread, "{text}");
    }
    let share = entry("35% ± 5%", Kind::Fraction, "en-US").figures;
    assert_eq!(
        share,
        Figures::UsualInRange {
            usual: 0.35,
            low: 0.3,
            high: 0.4
        }
    );
    let none = entry("7 ± 7", Kind::Count, "en-US").figures;
    assert_eq!(
        none,
        Figures::UsualInRange {
            usual: 7.0,
            low: 0.0,
            high: 14.0
        }
    );
    let money = entry("120k (100 to 150)", euros(), "en-US").figures;
    assert_eq!(
        money,
        Figures::UsualInRange {
            usual: 120e3,
            low: 100e3,
            high: 150e3
        }
    );
    let money = entry("1k (500 to 1500)", euros(), "en-US").figures;
    assert_eq!(
        money,
        Figures::UsualInRange {
            usual: 1e3,
            low: 500.0,
            high: 1500.0
        }
    );
}

#[test]
fn approximate_figures_are_marked() {
    let cases = [
        ("en-US", "about 12"),
        ("en-US", "~12"),
        ("en-US", "ca. 12"),
        ("en-US", "≈ 12"),
        ("en-US", "c. 12"),
        ("en-US", "approx. 12"),
        ("en-US", "roughly 12"),
        ("de-DE", "etwa 12"),
        ("fr-FR", "environ 12"),
        ("sv-SE", "cirka 12"),
    ];
    for (tag, text) in cases {
        let entry = entry(text, Kind::Count, tag);
        assert!(entry.approximate, "{text}");
        assert_eq!(entry.figures, Figures::One(12.0), "{text}");
    }
    let range = entry("about 5 to 10", Kind::Count, "en-US");
    assert!(range.approximate);
    assert_eq!(range.range(), Some((5.0, 10.0)));
}

#[test]
fn ranges_the_wrong_way_round_are_refused() {
    let reversed = Problem::RangeReversed;
    refused(
        "10 to 5",
        Kind::Count,
        "en-US",
        reversed.clone(),
        &["5 to 10"],
    );
    refused(
        "30% to 20%",
        Kind::Fraction,
        "en-US",
        reversed.clone(),
        &["20% to 30%"],
    );
    refused(
        "10 to 3 weeks",
        Kind::Days,
        "en-US",
        reversed.clone(),
        &["21 days to 70 days"],
    );
    refused("7 (10 to 5)", Kind::Count, "en-US", reversed, &[]);
    refused(
        "12 (5 to 10)",
        Kind::Count,
        "en-US",
        Problem::UsualOutsideRange,
        &[],
    );
    refused("2 ± 5", Kind::Count, "en-US", Problem::Negative, &[]);
}

#[test]
fn what_is_still_being_typed_is_told_from_what_is_wrong() {
    let growing = [
        "5 to",
        "5 -",
        "5–",
        "between 5",
        "between 5 and",
        "7 (",
        "7 (5",
        "7 (5 to",
        "7 (5 to 10",
        "7 ±",
        "12 wor",
        "abou",
        "1,2",
        "10 to 5",
        "-",
        "€",
    ];
    for text in growing {
        assert!(error(text, Kind::Count, "en-US").unfinished, "{text}");
    }
    for text in ["-5", "12 deals of", "12,34 to 15", "9999999999999999"] {
        assert!(!error(text, Kind::Count, "en-US").unfinished, "{text}");
    }
    assert!(error("4 of", Kind::Fraction, "en-US").unfinished);
    assert!(error("0.3", Kind::Fraction, "en-US").unfinished);
    assert!(!error("120%", Kind::Fraction, "en-US").unfinished);
}

#[test]
fn what_is_left_over_is_refused() {
    for text in [
        "5 to 10 to 15",
        "5 to 10 (7)",
        "4 5",
        "5 to 10)",
        ") 5",
        "5 of",
        "5 and 6",
        "(5 to 10)",
    ] {
        let problem = error(text, Kind::Count, "en-US").problem;
        assert!(
            matches!(problem, Problem::OutOfPlace | Problem::BreaksOff),
            "{text}: {problem:?}"
        );
    }
}
