//! Amounts of money as people type them.

use plumbline_wording::locale::CurrencyCode;
use plumbline_wording::reading::{Kind, Problem};

use crate::read::{euros, one, refused};

fn in_currency(code: &str) -> Kind {
    Kind::Money(CurrencyCode::of(code))
}

#[test]
fn amounts_with_and_without_currency() {
    let cases = [
        ("en-US", "120k", 120_000.0),
        ("en-US", "€120k", 120_000.0),
        ("en-US", "€ 120k", 120_000.0),
        ("en-US", "120k€", 120_000.0),
        ("en-US", "120 k€", 120_000.0),
        ("en-US", "1.2m", 1_200_000.0),
        ("en-US", "1.2 million euros", 1_200_000.0),
        ("en-US", "2bn", 2e9),
        ("en-US", "EUR 120,000", 120_000.0),
        ("en-US", "120 000 EUR", 120_000.0),
        ("en-US", "120kEUR", 120_000.0),
        ("en-US", "€1.2bn", 1.2e9),
        ("en-US", "1.2 €m", 1_200_000.0),
        ("de-DE", "120.000 €", 120_000.0),
        ("de-DE", "1.234,56 €", 1234.56),
        ("de-DE", "120 TEUR", 120_000.0),
        ("de-DE", "120 T€", 120_000.0),
        ("de-DE", "1,2 Mio. €", 1_200_000.0),
        ("de-DE", "1,2 Mrd. Euro", 1.2e9),
        ("de-DE", "120 Tsd. €", 120_000.0),
        ("de-DE", "120,-", 120.0),
        ("de-DE", "120,– €", 120.0),
        ("de-DE", "120,-- €", 120.0),
        ("fr-FR", "1\u{202f}234,56\u{a0}€", 1234.56),
        ("fr-FR", "1,2 M€", 1_200_000.0),
        ("fr-FR", "3 milliards", 3e9),
        ("de-CH", "1’200.–", 1200.0),
        ("pt-BR", "1,2 milhões", 1_200_000.0),
        ("pt-BR", "120 mil", 120_000.0),
        ("sv-SE", "1,2 miljoner", 1_200_000.0),
    ];
    for (tag, text, value) in cases {
        one(text, euros(), tag, value);
    }
    one("CHF 1'200.–", in_currency("CHF"), "de-CH", 1200.0);
    one("Fr. 120", in_currency("CHF"), "de-CH", 120.0);
    one("R$ 1.234,56", in_currency("BRL"), "pt-BR", 1234.56);
    one("₹12,34,567", in_currency("INR"), "en-IN", 1_234_567.0);
    one("Rs. 12 lakh", in_currency("INR"), "en-IN", 1_200_000.0);
    one("1 234 kr", in_currency("SEK"), "sv-SE", 1234.0);
    one("120 tkr", in_currency("SEK"), "sv-SE", 120_000.0);
    one("1,2 mkr", in_currency("SEK"), "sv-SE", 1_200_000.0);
    one("$120", in_currency("CAD"), "en-US", 120.0);
    one("CA$120", in_currency("CAD"), "en-US", 120.0);
    one("XYZ 5", in_currency("XYZ"), "en-US", 5.0);
}

#[test]
fn negatives_as_banks_and_accounts_write_them() {
    let cases = [
        ("en-US", "-110.7 EUR"),
        ("en-US", "-€110.70"),
        ("en-US", "€-110.70"),
        ("en-US", "€ -110.7"),
        ("en-US", "(110.70)"),
        ("en-US", "(€110.70)"),
        ("en-US", "€(110.70)"),
        ("en-US", "(110.70) €"),
        ("en-US", "110.70-"),
        ("en-US", "110.70- €"),
        ("en-US", "110.70 €-"),
        ("en-US", "−110.70 €"),
        ("de-DE", "-110,70 €"),
        ("sv-SE", "−110,70 €"),
    ];
    for (tag, text) in cases {
        one(text, euros(), tag, -110.7);
    }
}

#[test]
fn another_currency_is_never_taken_for_the_plans() {
    let other = |expected: &str| Problem::OtherCurrency {
        expected: expected.to_owned(),
    };
    refused("$120k", euros(), "en-US", other("EUR"), &[]);
    refused("120 GBP", euros(), "en-US", other("EUR"), &[]);
    refused("120 k$", euros(), "en-US", other("EUR"), &[]);
    refused("€120", in_currency("USD"), "en-US", other("USD"), &[]);
    refused("A$120", in_currency("USD"), "en-US", other("USD"), &[]);
    let error = crate::read::error("120 kr", euros(), "sv-SE");
    assert_eq!(error.to_string(), "This plan is in EUR, not in kr.");
}

#[test]
fn other_units_are_refused_and_named() {
    refused("5%", euros(), "en-US", Problem::UnitNotHere, &[]);
    refused("3 weeks", euros(), "en-US", Problem::UnitNotHere, &[]);
    refused("€5", Kind::Count, "en-US", Problem::UnitNotHere, &[]);
    refused(
        "120 doubloons",
        euros(),
        "en-US",
        Problem::UnknownWord,
        &["120"],
    );
}
