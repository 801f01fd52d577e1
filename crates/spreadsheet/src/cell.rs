//! A cell's value as the text that the deals' reader understands whatever the locale: days
//! as ISO dates, numbers with a decimal point. Decides nothing about columns.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime, XlsxFormulaMetadata};

/// A cell's text, and whether it is a formula without a result. `is_1904` says from which
/// year the file counts its days.
pub(crate) fn text<'a>(
    value: &'a DataRef<'_>,
    formula: Option<&XlsxFormulaMetadata>,
    is_1904: bool,
) -> (Cow<'a, str>, bool) {
    let text: Cow<'a, str> = match value {
        DataRef::Empty => {
            return match formula {
                Some(formula) => (Cow::Owned(formula_text(formula)), true),
                None => (Cow::Borrowed(""), false),
            };
        }
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cow::Borrowed(text)
        }
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Int(number) => Cow::Owned(number.to_string()),
        DataRef::Float(value) => Cow::Owned(number(*value)),
        DataRef::Bool(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
        DataRef::DateTime(moment) => Cow::Owned(day(moment, is_1904)),
    };
    (text, false)
}

/// The formula as a spreadsheet shows it; of one that repeats another, only that it is one.
fn formula_text(formula: &XlsxFormulaMetadata) -> String {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            format!("={}", formula.chars().take(60).collect::<String>())
        }
        _ => "=\u{2026}".to_owned(),
    }
}

/// A number with a decimal point. Three decimals get a fourth: 1.234 alone could be read as
/// over a thousand, 1.2340 cannot.
fn number(value: f64) -> String {
    let mut text = value.to_string();
    if let Some((_, decimals)) = text.split_once('.')
        && decimals.len() == 3
    {
        text.push('0');
    }
    text
}

/// The calendar of files of 1904 begins so many days later.
const TO_1904: f64 = 1_462.0;

/// A day as an ISO date, with the time where there is one. What is no day of our time stays
/// the number it is.
fn day(moment: &ExcelDateTime, is_1904: bool) -> String {
    let days = moment.as_f64();
    // The calendar's own days, from 1900-03-01 to 9999-12-31 counted from 1900.
    let from_1900 = if is_1904 { days + TO_1904 } else { days };
    if !moment.is_datetime() || !(61.0..2_958_466.0).contains(&from_1900) {
        return number(days);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}
