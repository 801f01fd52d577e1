//! Typed days and months.

use chrono::NaiveDate;
use plumbline_wording::locale::Locale;
use plumbline_wording::reading::{Problem, read_date, read_month};

use crate::read::locale;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[test]
fn days_in_iso_in_the_locales_order_and_with_names() {
    let cases = [
        ("en-US", "2027-03-04"),
        ("de-DE", "2027-03-04"),
        ("sv-SE", "2027-03-04"),
        ("en-US", "20270304"),
        ("en-US", "2027/03/04"),
        ("en-US", "2027-3-4"),
        ("en-US", " 2027‑03‑04 "),
        ("en-US", "3/4/2027"),
        ("en-US", "03/04/2027"),
        ("en-US", "3-4-2027"),
        ("en-US", "3 4 2027"),
        ("en-US", "March 4, 2027"),
        ("en-US", "Mar 4 2027"),
        ("en-US", "4 March 2027"),
        ("en-US", "March 4th, 2027"),
        ("en-US", "4-Mar-2027"),
        ("en-GB", "4/3/2027"),
        ("en-GB", "04/03/2027"),
        ("en-GB", "4 Mar. 2027"),
        ("en-GB", "2027 March 4"),
        ("de-DE", "4.3.2027"),
        ("de-DE", "04.03.2027"),
        ("de-DE", "4. März 2027"),
        ("de-DE", "4. 3. 2027"),
        ("de-CH", "4.3.2027"),
        ("fr-FR", "04/03/2027"),
        ("fr-FR", "4 mars 2027"),
        ("en-IN", "4/3/2027"),
        ("pt-BR", "4 de março de 2027"),
        ("sv-SE", "4 mars 2027"),
        ("en-GB", "٤/٣/٢٠٢٧"),
    ];
    for (tag, text) in cases {
        assert_eq!(
            read_date(text, &locale(tag)),
            Ok(day(2027, 3, 4)),
            "{tag} {text}"
        );
    }
}

#[test]
fn days_that_can_not_be_are_explained() {
    let cases: [(&str, &str, Problem, &[&str]); 23] = [
        (
            "en-US",
            "25/12/2027",
            Problem::NoSuchMonth { month: 25 },
            &["12/25/2027"],
        ),
        (
            "en-GB",
            "12/25/2027",
            Problem::NoSuchMonth { month: 25 },
            &["25/12/2027"],
        ),
        (
            "en-US",
            "30/30/2027",
            Problem::NoSuchMonth { month: 30 },
            &[],
        ),
        ("en-US", "2/30/2027", Problem::NoSuchDay { last: 28 }, &[]),
        ("en-US", "2100-02-29", Problem::NoSuchDay { last: 28 }, &[]),
        (
            "en-US",
            "2027-00-10",
            Problem::NoSuchMonth { month: 0 },
            &[],
        ),
        ("en-US", "2027-04-31", Problem::NoSuchDay { last: 30 }, &[]),
        ("en-US", "3/4/27", Problem::ShortYear, &["3/4/2027"]),
        ("en-GB", "3/4/27", Problem::ShortYear, &["03/04/2027"]),
        ("sv-SE", "27-03-04", Problem::ShortYear, &["2027-03-04"]),
        ("en-US", "25/12/27", Problem::ShortYear, &["12/25/2027"]),
        ("de-DE", "4. März 27", Problem::ShortYear, &["4.3.2027"]),
        (
            "sv-SE",
            "3/4/2027",
            Problem::DateOrder,
            &["2027-04-03", "2027-03-04"],
        ),
        ("en-US", "1/1/1899", Problem::YearOutOfRange, &[]),
        ("en-US", "9999-01-01", Problem::YearOutOfRange, &[]),
        ("en-US", "March 4", Problem::NoYear, &[]),
        ("en-US", "3/4", Problem::NoYear, &[]),
        ("en-US", "March 2027", Problem::NoDay, &[]),
        ("en-US", "3/4-2027", Problem::NotADate, &[]),
        ("en-US", "3//4/2027", Problem::NotADate, &[]),
        ("en-US", "3/4/202", Problem::NotADate, &[]),
        ("en-US", "46115", Problem::NotADate, &[]),
        ("en-US", "tomorrow", Problem::UnknownWord, &[]),
    ];
    for (tag, text, problem, offers) in cases {
        let error = read_date(text, &locale(tag)).unwrap_err();
        assert_eq!(error.problem, problem, "{tag} {text}");
        assert_eq!(error.could_mean, offers, "{tag} {text}");
    }
    assert_eq!(
        read_date("2/29/2028", &locale("en-US")),
        Ok(day(2028, 2, 29))
    );
}

#[test]
fn months() {
    let cases = [
        ("en-US", "2027-03"),
        ("en-US", "2027/3"),
        ("en-US", "3/2027"),
        ("de-DE", "03.2027"),
        ("en-US", "March 2027"),
        ("en-US", "Mar 2027"),
        ("en-US", "mar. 2027"),
        ("en-US", "March, 2027"),
        ("en-US", "2027 March"),
        ("de-DE", "März 2027"),
        ("fr-FR", "mars 2027"),
        ("pt-BR", "março de 2027"),
    ];
    for (tag, text) in cases {
        assert_eq!(
            read_month(text, &locale(tag)),
            Ok(day(2027, 3, 1)),
            "{tag} {text}"
        );
    }
    let refused = |text: &str| read_month(text, &Locale::default()).unwrap_err();
    assert_eq!(refused("March").problem, Problem::NoYear);
    assert_eq!(refused("March 27").problem, Problem::ShortYear);
    assert_eq!(refused("March 27").could_mean, ["March 2027"]);
    assert_eq!(
        refused("13/2027").problem,
        Problem::NoSuchMonth { month: 13 }
    );
    assert_eq!(refused("Ma 2027").problem, Problem::UnknownWord);
    assert_eq!(refused("").problem, Problem::Empty);
}

#[test]
fn a_shortened_name_that_fits_two_months_is_not_guessed() {
    assert!(read_month("jui 2027", &locale("fr-FR")).is_err());
    assert!(read_month("juin 2027", &locale("fr-FR")).is_ok());
}
