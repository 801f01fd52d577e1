//! What holds for every text and every value.

use chrono::NaiveDate;
use plumbline_wording::locale::{CurrencyCode, Locale};
use plumbline_wording::reading::{Entry, Figures, Kind, read_date, read_entry, read_month};
use plumbline_wording::writing::{
    write_date, write_date_long, write_entry, write_for_editing, write_month,
};
use proptest::prelude::*;

fn locales() -> impl Strategy<Value = Locale> {
    (0..Locale::READY.len()).prop_map(|at| Locale::ready(Locale::READY[at]).unwrap_or_default())
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::Fraction),
        Just(Kind::Percentage),
        prop_oneof![
            Just("EUR"),
            Just("USD"),
            Just("CHF"),
            Just("JPY"),
            Just("XYZ")
        ]
        .prop_map(|code| Kind::Money(CurrencyCode::of(code))),
        Just(Kind::Count),
        Just(Kind::Whole),
        Just(Kind::Days),
        Just(Kind::Hours),
        Just(Kind::Number),
    ]
}

/// Numbers of every size a field takes, round ones among them.
fn numbers() -> impl Strategy<Value = f64> {
    let float = (-12.0..15.0f64, 1.0..10.0f64)
        .prop_map(|(power, digits)| format!("{digits}e{}", power.floor()).parse().unwrap_or(1.0));
    prop_oneof![
        float,
        (0u32..2_000_000).prop_map(f64::from),
        (0u32..2_000_000).prop_map(|number| f64::from(number) / 100.0),
        (0u32..100).prop_map(|months| f64::from(months) * 30.4375),
        (0u32..100).prop_map(|minutes| f64::from(minutes) / 60.0),
        Just(0.0),
        Just(1e15),
    ]
}

/// A value the kind can hold.
fn fitted(value: f64, negative: bool, kind: Kind) -> f64 {
    let signed = if negative { -value + 0.0 } else { value };
    match kind {
        Kind::Fraction if value > 1.0 => value / 1e16,
        Kind::Fraction | Kind::Count | Kind::Days | Kind::Hours => value,
        Kind::Whole => value.floor(),
        Kind::Money(_) | Kind::Number | Kind::Percentage => signed,
    }
}

prop_compose! {
    fn entries()(
        kind in kinds(),
        locale in locales(),
        values in prop::collection::vec((numbers(), any::<bool>()), 3),
        counts in (0u64..1_000_000, 0u64..1_000_000),
        form in 0..4,
        approximate in any::<bool>(),
    ) -> (Entry, Kind, Locale) {
        let mut values: Vec<f64> =
            values.iter().map(|(value, negative)| fitted(*value, *negative, kind)).collect();
        values.retain(|value| *value == 0.0 || value.abs() >= 1e-12);
        values.resize(3, 0.0);
        values.sort_by(f64::total_cmp);
        let figures = match form {
            1 => Figures::Range { low: values[0], high: values[2] },
            2 => Figures::UsualInRange { usual: values[1], low: values[0], high: values[2] },
            3 if kind == Kind::Fraction => Figures::Counts {
                part: counts.0.min(counts.1),
                whole: counts.0.max(counts.1).max(1),
            },
            _ => Figures::One(values[1]),
        };
        (Entry { figures, approximate }, kind, locale)
    }
}

/// Pieces people's input is made of, to be thrown together.
fn rubble() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "1",
        "12",
        "000",
        "1,234",
        "1.234,5",
        "0.35",
        "9999999999999999",
        ".",
        ",",
        "'",
        " ",
        "\u{a0}",
        "\u{202f}",
        "-",
        "–",
        "−",
        "+",
        "/",
        "±",
        "~",
        "(",
        ")",
        "%",
        "€",
        "$",
        "kr",
        "k",
        "m",
        "bn",
        "million",
        "to",
        "and",
        "between",
        "from",
        "of",
        "out",
        "about",
        "ca.",
        "weeks",
        "months",
        "h",
        "working",
        "days",
        ":",
        "..",
        "…",
        "TEUR",
        "per",
        "cent",
        "März",
        "March",
        "2027",
        "e308",
        "NaN",
        "\u{202e}",
        "\0",
        "ß",
        "İ",
        "１",
        "٣",
        "🙂",
        "Mrd.",
    ]);
    prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
}

fn is_sound(entry: &Entry, kind: Kind) -> bool {
    let fits = |value: f64| match kind {
        Kind::Fraction => (0.0..=1.0).contains(&value),
        Kind::Whole => value >= 0.0 && value.fract() == 0.0 && value <= 1e15,
        Kind::Count | Kind::Days | Kind::Hours => (0.0..=1e15).contains(&value),
        Kind::Money(_) | Kind::Number | Kind::Percentage => (-1e15..=1e15).contains(&value),
    };
    match entry.figures {
        Figures::One(value) => fits(value),
        Figures::Range { low, high } => fits(low) && fits(high) && low <= high,
        Figures::UsualInRange { usual, low, high } => {
            fits(low) && fits(usual) && fits(high) && low <= usual && usual <= high
        }
        Figures::Counts { part, whole } => part <= whole && whole >= 1 && kind == Kind::Fraction,
    }
}

/// Reads without panic; what is understood is within its bounds, survives editing, and
/// every offer can be read.
fn check_reading(text: &str, kind: Kind, locale: &Locale) -> Result<(), TestCaseError> {
    match read_entry(text, kind, locale) {
        Ok(entry) => {
            prop_assert!(is_sound(&entry, kind), "{text:?} as {kind:?}: {entry:?}");
            prop_assert!(!write_entry(&entry, kind, locale).is_empty());
            let edited = write_for_editing(&entry, kind, locale);
            prop_assert_eq!(
                read_entry(&edited, kind, locale),
                Ok(entry),
                "{:?} {:?}",
                text,
                edited
            );
        }
        Err(error) => {
            prop_assert!(!error.to_string().is_empty());
            prop_assert!(
                text.get(error.at.clone()).is_some(),
                "{text:?} {:?}",
                error.at
            );
            for offer in &error.could_mean {
                prop_assert!(
                    read_entry(offer, kind, locale).is_ok(),
                    "{text:?} offers {offer:?}"
                );
            }
        }
    }
    let dates = [read_date(text, locale), read_month(text, locale)];
    for error in dates.into_iter().filter_map(Result::err) {
        prop_assert!(
            text.get(error.at.clone()).is_some(),
            "{text:?} {:?}",
            error.at
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_for_editing_reads_back_to_the_same_entry((entry, kind, locale) in entries()) {
        let text = write_for_editing(&entry, kind, &locale);
        prop_assert_eq!(read_entry(&text, kind, &locale), Ok(entry), "{} {:?} {:?}", locale.tag, kind, text);
    }

    #[test]
    fn a_locale_switch_changes_no_value((entry, kind, from) in entries(), to in locales()) {
        let typed = read_entry(&write_for_editing(&entry, kind, &from), kind, &from);
        let again = typed.clone().and_then(|entry| {
            read_entry(&write_for_editing(&entry, kind, &to), kind, &to)
        });
        prop_assert_eq!(typed, again);
    }

    #[test]
    fn no_text_of_pieces_is_misread(text in rubble(), kind in kinds(), locale in locales()) {
        check_reading(&text, kind, &locale)?;
    }

    #[test]
    fn no_text_at_all_is_misread(text in "\\PC{0,40}", kind in kinds(), locale in locales()) {
        check_reading(&text, kind, &locale)?;
    }

    #[test]
    fn good_text_with_one_byte_changed_is_not_misread(
        (entry, kind, locale) in entries(), at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = write_for_editing(&entry, kind, &locale).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        check_reading(&String::from_utf8_lossy(&bytes), kind, &locale)?;
    }

    #[test]
    fn dates_read_back_in_every_locale(days in 693_596i32..803_168, locale in locales()) {
        let date = NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default();
        prop_assert_eq!(read_date(&write_date(date, &locale), &locale), Ok(date));
        prop_assert_eq!(read_date(&write_date_long(date, &locale), &locale), Ok(date));
        prop_assert_eq!(read_date(&date.to_string(), &locale), Ok(date));
        let month = read_month(&write_month(date, &locale), &locale);
        prop_assert_eq!(month.ok().map(|first| first.format("%Y-%m").to_string()), Some(date.format("%Y-%m").to_string()));
    }

    #[test]
    fn writing_never_fails(value in any::<f64>(), locale in locales(), kind in kinds()) {
        let text = write_entry(&Entry::one(value), kind, &locale);
        prop_assert!(!text.is_empty());
        prop_assert!(!text.contains("NaN") && !text.contains("inf"));
    }
}
