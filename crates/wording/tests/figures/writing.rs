//! Figures as people read them.

use chrono::NaiveDate;
use plumbline_wording::locale::{CurrencyCode, Locale};
use plumbline_wording::reading::Kind;
use plumbline_wording::writing::*;

use crate::read::{entry, euros, locale};

const EUR: &str = "EUR";

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[test]
fn amounts_in_full() {
    let cases = [
        ("en-US", EUR, 1_234_567.4, "€1,234,567"),
        ("en-GB", "GBP", 1_234_567.4, "£1,234,567"),
        ("en-US", "CHF", 5.0, "CHF\u{a0}5"),
        ("de-DE", EUR, 1_234_567.4, "1.234.567\u{a0}€"),
        ("de-DE", EUR, -5.0, "-5\u{a0}€"),
        ("de-CH", "CHF", 1_234_567.0, "CHF\u{a0}1’234’567"),
        ("de-CH", "CHF", -5.0, "CHF-5"),
        ("fr-FR", EUR, 1_234_567.0, "1\u{202f}234\u{202f}567\u{a0}€"),
        ("en-IN", "INR", 1_234_567.0, "₹12,34,567"),
        ("pt-BR", "BRL", -1234.0, "-R$\u{a0}1.234"),
        ("sv-SE", "SEK", -1234.0, "−1\u{a0}234\u{a0}kr"),
        ("en-US", "SEK", 1234.0, "SEK\u{a0}1,234"),
        ("en-US", "CAD", 5.0, "CA$5"),
        ("en-US", "XYZ", 5.0, "XYZ\u{a0}5"),
        ("en-US", EUR, -0.4, "€0"),
        ("en-US", EUR, f64::NAN, "–"),
        ("en-US", EUR, f64::INFINITY, "–"),
    ];
    for (tag, currency, amount, expected) in cases {
        assert_eq!(
            write_money(amount, CurrencyCode::of(currency), &locale(tag)),
            expected
        );
    }
}

#[test]
fn a_dollar_is_called_so_at_home() {
    let mut canada = locale("en-US");
    canada.tag = "en-CA".to_owned();
    assert_eq!(write_money(5.0, CurrencyCode::of("CAD"), &canada), "$5");
}

#[test]
fn amounts_to_the_cent() {
    let cases = [
        ("de-DE", EUR, 19.9, "19,90\u{a0}€"),
        ("en-US", EUR, 20.0, "€20"),
        ("en-US", "JPY", 19.9, "¥20"),
        ("en-US", "KWD", 1.5, "KWD\u{a0}1.500"),
        ("en-US", EUR, 19.999, "€20"),
    ];
    for (tag, currency, amount, expected) in cases {
        assert_eq!(
            write_money_exact(amount, CurrencyCode::of(currency), &locale(tag)),
            expected
        );
    }
}

#[test]
fn amounts_in_short() {
    use Compact::{Letters, Words};
    let cases = [
        ("en-US", 1_234_567.0, Letters, "€1.23m"),
        ("en-US", 1_234_567.0, Words, "€1.23 million"),
        ("en-US", 1_200_000.0, Words, "€1.2 million"),
        ("de-DE", 1_200_000.0, Words, "1,2 million\u{a0}€"),
        ("en-US", 870_000.0, Letters, "€870k"),
        ("en-US", 870_400.0, Words, "€870,000"),
        ("en-US", 999_499.0, Letters, "€999k"),
        ("en-US", 999_500.0, Letters, "€1m"),
        ("en-US", -330_000.0, Letters, "-€330k"),
        ("en-US", 12.5, Letters, "€12.5"),
        ("en-US", 0.0, Letters, "€0"),
        ("en-US", 2e9, Letters, "€2bn"),
        ("en-US", 1e15, Words, "€1,000 trillion"),
        ("en-IN", 1_234_567.0, Words, "€12.3 lakh"),
        ("en-IN", 12_345_678.0, Letters, "€1.23cr"),
        ("en-US", f64::NAN, Letters, "–"),
    ];
    for (tag, amount, style, expected) in cases {
        assert_eq!(
            write_money_compact(amount, CurrencyCode::of(EUR), style, &locale(tag)),
            expected
        );
    }
    assert_eq!(write_compact(12_345.0, Letters, &locale("de-DE")), "12,3k");
}

#[test]
fn numbers() {
    let us = locale("en-US");
    assert_eq!(write_number(1234.5, 2, &us), "1,234.50");
    assert_eq!(write_number(-0.001, 2, &us), "0.00");
    assert_eq!(write_number(1234.5, 2, &locale("sv-SE")), "1\u{a0}234,50");
    assert_eq!(write_number(-1234.5, 0, &locale("sv-SE")), "−1\u{a0}234");
    assert_eq!(write_significant(1234.0, 2, &us), "1,200");
    assert_eq!(write_significant(0.01234, 2, &us), "0.012");
    assert_eq!(write_significant(1.04, 2, &us), "1");
    assert_eq!(write_significant(9.96, 2, &us), "10");
    assert_eq!(write_significant(0.0, 2, &us), "0");
    assert_eq!(write_exact(0.1 + 0.2, &us), "0.30000000000000004");
    assert_eq!(
        write_exact(1e15, &locale("en-IN")),
        "1,00,00,00,00,00,00,000"
    );
    let mut spain = locale("de-DE");
    spain.grouping.from_digits = 5;
    assert_eq!(write_number(1234.0, 0, &spain), "1234");
    assert_eq!(write_number(12345.0, 0, &spain), "12.345");
}

#[test]
fn rounding_to_what_an_error_supports() {
    assert_eq!(round_to_error(1_234_567.0, 38_000.0), 1_230_000.0);
    assert_eq!(round_to_error(1_234_567.0, 12_000.0), 1_235_000.0);
    assert_eq!(round_to_error(0.34123, 0.004), 0.341);
    assert_eq!(round_to_error(5.0, 700.0), 0.0);
    assert_eq!(round_to_error(5.25, 0.0), 5.25);
    assert_eq!(round_to_error(5.25, f64::NAN), 5.25);
    assert_eq!(place_of_error(38_000.0), Some(4));
    assert_eq!(place_of_error(0.012), Some(-3));
    assert_eq!(place_of_error(0.0), None);
    assert_eq!(round_to_place(-12.5, 1), -10.0);
    assert!(round_to_place(-0.4, 0).is_sign_positive());
}

#[test]
fn percent_and_chances() {
    let us = locale("en-US");
    assert_eq!(write_percent(0.345, 1, &us), "34.5%");
    assert_eq!(write_percent(0.34, 0, &locale("de-DE")), "34\u{a0}%");
    assert_eq!(write_percent(-0.02, 0, &locale("sv-SE")), "−2\u{a0}%");
    assert_eq!(write_percent(1.07, 0, &us), "107%");
    assert_eq!(write_percent(f64::NAN, 0, &us), "–");
    let mut turkey = locale("en-US");
    turkey.percent.before = true;
    assert_eq!(write_percent(-0.34, 0, &turkey), "-%34");
    for (chance, expected) in [
        (0.0, "under 1%"),
        (0.0099, "under 1%"),
        (0.01, "1%"),
        (0.336, "34%"),
        (0.99, "99%"),
        (0.991, "over 99%"),
        (1.0, "over 99%"),
        (f64::NAN, "–"),
    ] {
        assert_eq!(write_probability(chance, &us), expected);
    }
}

#[test]
fn durations() {
    let us = locale("en-US");
    for (days, expected) in [
        (0.0, "0 days"),
        (1.0, "1 day"),
        (2.5, "2.5 days"),
        (84.2, "84 days"),
        (243.5, "8 months"),
        (365.25, "12 months"),
        (913.125, "2.5 years"),
        (f64::NAN, "–"),
    ] {
        assert_eq!(write_days(days, &us), expected);
    }
    for (hours, expected) in [
        (0.0, "0 hours"),
        (1.0, "1 hour"),
        (1.0 / 3.0, "20 minutes"),
        (1.5, "1.5 hours"),
        (120.0, "120 hours"),
    ] {
        assert_eq!(write_hours(hours, &us), expected);
    }
    // In one unit, that of the upper end.
    assert_eq!(write_days_range(11.0, 24.0, &us), "11–24 days");
    assert_eq!(write_days_range(90.0, 160.0, &us), "3–5.3 months");
    assert_eq!(write_hours_range(0.15, 0.25, &us), "9–15 minutes");
    assert_eq!(write_hours_range(0.6, 1.2, &us), "0.6–1.2 hours");
}

#[test]
fn dates() {
    let cases = [
        ("en-US", "3/4/2027", "March 4, 2027"),
        ("en-GB", "04/03/2027", "4 March 2027"),
        ("de-DE", "4.3.2027", "4 March 2027"),
        ("de-CH", "4.3.2027", "4 March 2027"),
        ("fr-FR", "04/03/2027", "4 March 2027"),
        ("en-IN", "4/3/2027", "4 March 2027"),
        ("pt-BR", "04/03/2027", "4 March 2027"),
        ("sv-SE", "2027-03-04", "4 March 2027"),
    ];
    for (tag, short, long) in cases {
        assert_eq!(write_date(day(2027, 3, 4), &locale(tag)), short, "{tag}");
        assert_eq!(
            write_date_long(day(2027, 3, 4), &locale(tag)),
            long,
            "{tag}"
        );
    }
    let us = Locale::default();
    assert_eq!(write_month(day(2027, 3, 4), &us), "March 2027");
    assert_eq!(
        write_months(day(2027, 3, 1), day(2027, 3, 31), &us),
        "March 2027"
    );
    assert_eq!(
        write_months(day(2027, 3, 1), day(2027, 5, 1), &us),
        "March to May 2027"
    );
    assert_eq!(
        write_months(day(2026, 11, 1), day(2027, 2, 1), &us),
        "Nov 2026 to Feb 2027"
    );
}

#[test]
fn what_was_understood_is_shown() {
    let cases = [
        ("en-US", euros(), "€120k", "€120,000"),
        ("en-US", euros(), "about 1.2m", "about €1,200,000"),
        ("en-US", euros(), "19.9", "€19.90"),
        ("en-US", euros(), "0.0012", "€0.0012"),
        ("de-DE", euros(), "5-10k", "5.000\u{a0}€ to 10.000\u{a0}€"),
        ("en-US", Kind::Fraction, "5-10", "5% to 10%"),
        ("en-US", Kind::Fraction, "4 of 10", "4 of 10 (40%)"),
        ("en-US", Kind::Fraction, "1 of 3", "1 of 3 (33.3%)"),
        ("en-US", Kind::Fraction, "14.5", "14.5%"),
        ("en-US", Kind::Count, "7 (5 to 10)", "7 (5 to 10)"),
        ("en-US", Kind::Days, "2 months", "61 days"),
        ("en-US", Kind::Days, "3 weeks", "21 days"),
        ("en-US", Kind::Days, "1", "1 day"),
        ("en-US", Kind::Hours, "90 min", "1.5 hours"),
        ("en-US", Kind::Number, "0.333333333", "0.333333"),
    ];
    for (tag, kind, typed, shown) in cases {
        assert_eq!(
            write_entry(&entry(typed, kind, tag), kind, &locale(tag)),
            shown
        );
    }
}

#[test]
fn what_is_edited_is_what_a_person_would_type() {
    let cases = [
        ("en-US", euros(), "€120k", "120,000"),
        ("de-DE", euros(), "1,5 Mio", "1.500.000"),
        ("en-US", Kind::Fraction, "35", "35%"),
        ("en-US", Kind::Fraction, "about 0.35%", "about 0.35%"),
        ("en-US", Kind::Days, "2 months", "2 months"),
        ("en-US", Kind::Days, "3 weeks", "21 days"),
        ("en-US", Kind::Hours, "20 min", "20 minutes"),
        ("en-US", Kind::Fraction, "4/10", "4 of 10"),
    ];
    for (tag, kind, typed, text) in cases {
        assert_eq!(
            write_for_editing(&entry(typed, kind, tag), kind, &locale(tag)),
            text
        );
    }
}
