//! Dates as nearly all programs export them: 2027-03-31, 31/03/2027, 31 Mar 2027, with a time of
//! day or without. One look at each byte says of them what the way for every form says; its
//! tests hold it against that.

use super::{
    names::may_be_day_or_month,
    written::{LONGEST, Written},
};

/// The beginnings of the months' names in English.
const MONTHS: [&[u8; 3]; 12] = [
    b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec",
];

/// What one look says of a text.
#[derive(Debug, PartialEq)]
pub(super) enum Usual {
    /// It is this date.
    Date(Written),
    /// It is no date in any form.
    NoDate,
    /// It takes the way for every form.
    Unknown,
}

/// What one look says of a text.
pub(super) fn usual(text: &str) -> Usual {
    let bytes = text.as_bytes();
    match bytes {
        [] => Usual::NoDate,
        [b'0'..=b'9', ..] if bytes.len() <= LONGEST => from_number(bytes),
        [a, b, c, ..] if [a, b, c].iter().all(|byte| byte.is_ascii_alphabetic()) => {
            if may_be_day_or_month([*a, *b, *c]) {
                Usual::Unknown
            } else {
                Usual::NoDate
            }
        }
        _ => Usual::Unknown,
    }
}

/// What is said of a text that begins with a digit.
fn from_number(bytes: &[u8]) -> Usual {
    let date = year_first(bytes).or_else(|| day_or_month_first(bytes));
    match date {
        Some(date) => Usual::Date(date),
        None if is_like_an_identifier(bytes) => Usual::NoDate,
        None => Usual::Unknown,
    }
}

/// 2027-03-31, 2027/3/31.
fn year_first(bytes: &[u8]) -> Option<Written> {
    let (year, [mark @ (b'-' | b'/' | b'.'), rest @ ..]) = four_digits(bytes)? else {
        return None;
    };
    let (month, [again, rest @ ..]) = one_or_two_digits(rest)? else {
        return None;
    };
    let (day, rest) = one_or_two_digits(rest)?;
    (again == mark && nothing_or_time(rest)).then_some(Written::Plain {
        year: year as i32,
        month,
        day,
    })
}

/// 31/03/2027, 3/31/2027, 31 Mar 2027.
fn day_or_month_first(bytes: &[u8]) -> Option<Written> {
    let (first, [mark @ (b'-' | b'/' | b'.' | b' '), rest @ ..]) = one_or_two_digits(bytes)? else {
        return None;
    };
    if let [a, b, c, again, rest @ ..] = rest
        && let Some(month) = month([*a, *b, *c].map(|letter| letter.to_ascii_lowercase()))
    {
        let (year, rest) = four_digits(rest)?;
        return (again == mark && nothing_or_time(rest)).then_some(Written::Plain {
            year: year as i32,
            month,
            day: first,
        });
    }
    let (second, [again, rest @ ..]) = one_or_two_digits(rest)? else {
        return None;
    };
    let (year, rest) = four_digits(rest)?;
    (again == mark && *mark != b' ' && nothing_or_time(rest)).then_some(Written::Numbers {
        first,
        second,
        year: year as i32,
        dotted: *mark == b'.',
    })
}

/// Whether a number of more than two digits goes on in a way that no date does.
fn is_like_an_identifier(bytes: &[u8]) -> bool {
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    digits > 2 && matches!(bytes.get(digits), Some(b'!'..=b',' | b':'..=b'~'))
}

/// The month of three small letters in English.
fn month(letters: [u8; 3]) -> Option<u32> {
    let number = MONTHS
        .iter()
        .zip(1..)
        .find(|(month, _)| ***month == letters);
    number.map(|(_, number)| number)
}

/// The number of one or two digits that a text begins with, and what follows.
fn one_or_two_digits(text: &[u8]) -> Option<(u32, &[u8])> {
    match text {
        [a @ b'0'..=b'9', b @ b'0'..=b'9', rest @ ..] => Some((10 * digit(*a) + digit(*b), rest)),
        [a @ b'0'..=b'9', rest @ ..] => Some((digit(*a), rest)),
        _ => None,
    }
}

/// The number of the four digits that a text begins with, and what follows.
fn four_digits(text: &[u8]) -> Option<(u32, &[u8])> {
    let [
        a @ b'0'..=b'9',
        b @ b'0'..=b'9',
        c @ b'0'..=b'9',
        d @ b'0'..=b'9',
        rest @ ..,
    ] = text
    else {
        return None;
    };
    let number = 100 * (10 * digit(*a) + digit(*b)) + 10 * digit(*c) + digit(*d);
    Some((number, rest))
}

fn digit(byte: u8) -> u32 {
    u32::from(byte - b'0')
}

/// Whether what follows a date is nothing, or the hours and minutes of a time of day.
fn nothing_or_time(rest: &[u8]) -> bool {
    matches!(
        rest,
        [] | [b' ' | b'T', b'0'..=b'9', b':', ..]
            | [b' ' | b'T', b'0'..=b'9', b'0'..=b'9', b':', ..]
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::written::any_form, *};

    /// Texts like dates, most of which are some.
    fn texts() -> impl Strategy<Value = String> {
        let number = prop_oneof!["[0-9]{1,2}", "[0-9]{4}", "(19|20)[0-9]{2}", "[0-9]{1,9}"];
        let month = prop_oneof![
            "(Jan|feb|MAR|Apr|May|jun|Jul|aug|Sep|oct|Nov|Dec)",
            "(Mrz|Jui|Okt|Sept|March|Novx|\u{e4}pr|[a-z]{3})",
        ];
        let mark = "(-|/|\\.|\\. | |, )";
        let time = prop_oneof![
            Just(String::new()),
            "( |T|t|, |\\.|)[0-9]{0,2}:[0-9]{2}(:[0-9]{2})?(Z| PM)?",
            "[ -~]{0,4}",
        ];
        let middle = prop_oneof![number.clone().boxed(), month.boxed()];
        (number.clone(), mark, middle, mark, number, time).prop_map(
            |(first, mark, middle, again, last, time)| {
                format!("{first}{mark}{middle}{again}{last}{time}")
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn what_is_read_so_means_what_it_means_in_every_form(text in texts()) {
            match usual(&text) {
                Usual::Date(date) => prop_assert_eq!(Some(date), any_form(&text), "{}", text),
                Usual::NoDate => prop_assert_eq!(None, any_form(&text), "{}", text),
                Usual::Unknown => {}
            }
        }
    }

    /// So that the property above speaks of something.
    #[test]
    fn the_usual_forms_are_read_so() {
        for text in [
            "2021-04-15",
            "2021-04-15T23:59:59Z",
            "2021-04-15 9:02",
            "15/04/2021",
            "4/15/2021 9:15 AM",
            "2021/4/15",
            "15 Apr 2021 00:02:00",
            "15-apr-2021",
        ] {
            assert!(matches!(usual(text), Usual::Date(_)), "{text}");
        }
        for text in ["", "0062X0000000007", "Works 7 extension 7", "1234,5"] {
            assert_eq!(usual(text), Usual::NoDate, "{text}");
        }
        for text in [
            "2021",
            "44301",
            "15 Apr 2021 soon",
            "Thu, 15 Apr 2021",
            " 15/04/2021",
        ] {
            assert_eq!(usual(text), Usual::Unknown, "{text}");
        }
    }
}
