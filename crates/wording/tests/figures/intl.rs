//! Locales from what a browser's `Intl` says. The samples are what ICU 78 gave.

use chrono::Weekday;
use plumbline_wording::locale::{DateOrder, IntlPart, IntlSamples, Locale};
use plumbline_wording::reading::{Kind, read_entry};
use plumbline_wording::writing::{write_date, write_money, write_number};

use crate::read::locale;

/// Parts written as `kind:text|kind:text`.
fn parts(text: &str) -> Vec<IntlPart> {
    text.split('|')
        .filter_map(|part| part.split_once(':'))
        .map(|(kind, text)| IntlPart {
            kind: kind.to_owned(),
            text: text.to_owned(),
        })
        .collect()
}

fn from_intl(
    tag: &str,
    number: &str,
    four_digits: &str,
    money: &str,
    percent: &str,
    date: &str,
    first_day: u8,
) -> Locale {
    Locale::from_intl(&IntlSamples {
        tag: tag.to_owned(),
        number: parts(number),
        four_digits: parts(four_digits),
        money: parts(money),
        percent: parts(percent),
        date: parts(date),
        first_day,
    })
}

/// The samples of a tag.
#[rustfmt::skip]
fn sampled(tag: &str) -> Locale {
    match tag {
        "en-US" => from_intl(
            tag,
            "minusSign:-|integer:1|group:,|integer:234|group:,|integer:567|decimal:.|fraction:8",
            "integer:1|group:,|integer:234",
            "minusSign:-|currency:€|integer:1|group:,|integer:234|group:,|integer:567|decimal:.|fraction:80",
            "minusSign:-|integer:34|percentSign:%",
            "month:3|literal:/|day:4|literal:/|year:2027",
            7,
        ),
        "en-GB" => from_intl(
            tag,
            "minusSign:-|integer:1|group:,|integer:234|group:,|integer:567|decimal:.|fraction:8",
            "integer:1|group:,|integer:234",
            "minusSign:-|currency:€|integer:1|group:,|integer:234|group:,|integer:567|decimal:.|fraction:80",
            "minusSign:-|integer:34|percentSign:%",
            "day:04|literal:/|month:03|literal:/|year:2027",
            1,
        ),
        "de-DE" => from_intl(
            tag,
            "minusSign:-|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:8",
            "integer:1|group:.|integer:234",
            "minusSign:-|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:80|literal:\u{a0}|currency:€",
            "minusSign:-|integer:34|literal:\u{a0}|percentSign:%",
            "day:4|literal:.|month:3|literal:.|year:2027",
            1,
        ),
        "de-CH" => from_intl(
            tag,
            "minusSign:-|integer:1|group:'|integer:234|group:'|integer:567|decimal:.|fraction:8",
            "integer:1|group:'|integer:234",
            "currency:EUR|minusSign:-|integer:1|group:'|integer:234|group:'|integer:567|decimal:.|fraction:80",
            "minusSign:-|integer:34|percentSign:%",
            "day:4|literal:.|month:3|literal:.|year:2027",
            1,
        ),
        "fr-FR" => from_intl(
            tag,
            "minusSign:-|integer:1|group:\u{202f}|integer:234|group:\u{202f}|integer:567|decimal:,|fraction:8",
            "integer:1|group:\u{202f}|integer:234",
            "minusSign:-|integer:1|group:\u{202f}|integer:234|group:\u{202f}|integer:567|decimal:,|fraction:80|literal:\u{a0}|currency:€",
            "minusSign:-|integer:34|literal:\u{a0}|percentSign:%",
            "day:04|literal:/|month:03|literal:/|year:2027",
            1,
        ),
        "en-IN" => from_intl(
            tag,
            "minusSign:-|integer:12|group:,|integer:34|group:,|integer:567|decimal:.|fraction:8",
            "integer:1|group:,|integer:234",
            "minusSign:-|currency:€|integer:12|group:,|integer:34|group:,|integer:567|decimal:.|fraction:80",
            "minusSign:-|integer:34|percentSign:%",
            "day:4|literal:/|month:3|literal:/|year:2027",
            7,
        ),
        "pt-BR" => from_intl(
            tag,
            "minusSign:-|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:8",
            "integer:1|group:.|integer:234",
            "minusSign:-|currency:€|literal:\u{a0}|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:80",
            "minusSign:-|integer:34|percentSign:%",
            "day:04|literal:/|month:03|literal:/|year:2027",
            7,
        ),
        "sv-SE" => from_intl(
            tag,
            "minusSign:−|integer:1|group:\u{a0}|integer:234|group:\u{a0}|integer:567|decimal:,|fraction:8",
            "integer:1|group:\u{a0}|integer:234",
            "minusSign:−|integer:1|group:\u{a0}|integer:234|group:\u{a0}|integer:567|decimal:,|fraction:80|literal:\u{a0}|currency:€",
            "minusSign:−|integer:34|literal:\u{a0}|percentSign:%",
            "year:2027|literal:-|month:03|literal:-|day:04",
            1,
        ),
        "es-ES" => from_intl(
            tag,
            "minusSign:-|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:8",
            "integer:1234",
            "minusSign:-|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:80|literal:\u{a0}|currency:€",
            "minusSign:-|integer:34|literal:\u{a0}|percentSign:%",
            "day:4|literal:/|month:3|literal:/|year:2027",
            1,
        ),
        "tr-TR" => from_intl(
            tag,
            "minusSign:-|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:8",
            "integer:1|group:.|integer:234",
            "minusSign:-|currency:€|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:80",
            "minusSign:-|percentSign:%|integer:34",
            "day:04|literal:.|month:03|literal:.|year:2027",
            1,
        ),
        "fr-CH" => from_intl(
            tag,
            "minusSign:-|integer:1|group:\u{202f}|integer:234|group:\u{202f}|integer:567|decimal:,|fraction:8",
            "integer:1|group:\u{202f}|integer:234",
            "minusSign:-|integer:1|group:\u{202f}|integer:234|group:\u{202f}|integer:567|decimal:.|fraction:80|literal:\u{a0}|currency:€",
            "minusSign:-|integer:34|percentSign:%",
            "day:04|literal:.|month:03|literal:.|year:2027",
            1,
        ),
        "hu-HU" => from_intl(
            tag,
            "minusSign:-|integer:1|group:\u{a0}|integer:234|group:\u{a0}|integer:567|decimal:,|fraction:8",
            "integer:1234",
            "minusSign:-|integer:1|group:\u{a0}|integer:234|group:\u{a0}|integer:567|decimal:,|fraction:80|literal:\u{a0}|currency:€",
            "minusSign:-|integer:34|percentSign:%",
            "year:2027|literal:. |month:03|literal:. |day:04|literal:.",
            1,
        ),
        "he-IL" => from_intl(
            tag,
            "literal:\u{200e}|minusSign:-|integer:1|group:,|integer:234|group:,|integer:567|decimal:.|fraction:8",
            "integer:1|group:,|integer:234",
            "literal:\u{200f}\u{200e}|minusSign:-|integer:1|group:,|integer:234|group:,|integer:567|decimal:.|fraction:80|literal:\u{a0}\u{200f}|currency:€",
            "literal:\u{200e}|minusSign:-|integer:34|percentSign:%",
            "day:4|literal:.|month:3|literal:.|year:2027",
            7,
        ),
        "de-AT" => from_intl(
            tag,
            "minusSign:-|integer:1|group:\u{a0}|integer:234|group:\u{a0}|integer:567|decimal:,|fraction:8",
            "integer:1|group:\u{a0}|integer:234",
            "minusSign:-|currency:€|literal:\u{a0}|integer:1|group:.|integer:234|group:.|integer:567|decimal:,|fraction:80",
            "minusSign:-|integer:34|literal:\u{a0}|percentSign:%",
            "day:4|literal:.|month:3|literal:.|year:2027",
            1,
        ),
        _ => panic!("no samples of {tag}"),
    }
}

#[test]
fn ready_locales_are_what_a_browser_says() {
    for tag in Locale::READY {
        let mut sampled = sampled(tag);
        if tag == "de-CH" {
            // Which apostrophe it is depends on the browser's age; euros have no sign there.
            assert_eq!(sampled.number.group, '\'');
            sampled.number.group = '’';
            sampled.money.group = '’';
        }
        assert_eq!(sampled, locale(tag), "{tag}");
    }
}

#[test]
fn places_that_differ_in_one_thing() {
    let spain = sampled("es-ES");
    assert_eq!(write_number(1234.0, 0, &spain), "1234");
    let turkey = sampled("tr-TR");
    assert!(turkey.percent.before);
    let hungary = sampled("hu-HU");
    assert_eq!(hungary.date.order, DateOrder::YearMonthDay);
    let date = chrono::NaiveDate::from_ymd_opt(2027, 3, 4).unwrap();
    assert_eq!(write_date(date, &hungary), "2027. 03. 04.");
    assert_eq!(
        plumbline_wording::reading::read_date("2027. 03. 04.", &hungary),
        Ok(date)
    );
    let israel = sampled("he-IL");
    assert_eq!(israel.minus, '-');
    assert_eq!(israel.first_day_of_week, Weekday::Sun);
    assert_eq!(write_date(date, &israel), "4.3.2027");
}

#[test]
fn money_has_its_own_separators_where_a_place_says_so() {
    let value = |text, kind, locale: &Locale| {
        read_entry(text, kind, locale)
            .ok()
            .and_then(|entry| entry.usual())
    };
    let geneva = sampled("fr-CH");
    assert_eq!(value("1 234,5", Kind::Number, &geneva), Some(1234.5));
    assert_eq!(
        value("1 234.50", crate::read::euros(), &geneva),
        Some(1234.5)
    );
    let vienna = sampled("de-AT");
    assert_eq!(value("1.234", crate::read::euros(), &vienna), Some(1234.0));
    assert!(read_entry("1.234", Kind::Number, &vienna).is_err());
    let euro = plumbline_wording::locale::CurrencyCode::of("EUR");
    assert_eq!(write_money(-1234.0, euro, &vienna), "-€\u{a0}1.234");
}

#[test]
fn samples_that_say_nothing_leave_the_default() {
    let silent = Locale::from_intl(&IntlSamples::default());
    assert_eq!(
        silent,
        Locale {
            tag: String::new(),
            ..Locale::default()
        }
    );
    let odd = from_intl(
        "xx",
        "decimal:,|group:,",
        "",
        "currency:?",
        "percentSign:%",
        "day:x",
        9,
    );
    assert_eq!(
        odd,
        Locale {
            tag: "xx".to_owned(),
            ..Locale::default()
        }
    );
}
