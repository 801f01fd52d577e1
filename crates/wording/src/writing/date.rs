//! Dates and months.

use chrono::{Datelike, NaiveDate};

use crate::locale::{DateOrder, Locale};

/// A day in digits, with its year in four: `04/03/2027`, `3/4/2027`, `2027-03-04`.
#[must_use]
pub fn write_date(date: NaiveDate, locale: &Locale) -> String {
    let style = &locale.date;
    let year = format!("{:04}", date.year());
    let month = two_digits(date.month(), style.month_in_two_digits);
    let day = two_digits(date.day(), style.day_in_two_digits);
    let parts = match style.order {
        DateOrder::DayMonthYear => [day, month, year],
        DateOrder::MonthDayYear => [month, day, year],
        DateOrder::YearMonthDay => [year, month, day],
    };
    parts.join(&style.separator) + &style.suffix
}

/// A day with its month's name: `4 March 2027`, or `March 4, 2027` where the month comes
/// first.
#[must_use]
pub fn write_date_long(date: NaiveDate, locale: &Locale) -> String {
    let (day, month, year) = (date.day(), name(&locale.words.months, date), date.year());
    match locale.date.order {
        DateOrder::MonthDayYear => format!("{month} {day}, {year}"),
        DateOrder::DayMonthYear | DateOrder::YearMonthDay => format!("{day} {month} {year}"),
    }
}

/// The month a day lies in: `March 2027`.
#[must_use]
pub fn write_month(date: NaiveDate, locale: &Locale) -> String {
    format!("{} {}", name(&locale.words.months, date), date.year())
}

/// The months from one day's to another's: `March 2027`, `March to May 2027`,
/// `Nov 2026 to Feb 2027`.
#[must_use]
pub fn write_months(first: NaiveDate, last: NaiveDate, locale: &Locale) -> String {
    let words = locale.words;
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return write_month(first, locale);
    }
    if first.year() == last.year() {
        return format!(
            "{} {} {}",
            name(&words.months, first),
            words.to,
            write_month(last, locale)
        );
    }
    let short = |date: NaiveDate| format!("{} {}", name(&words.months_short, date), date.year());
    format!("{} {} {}", short(first), words.to, short(last))
}

fn two_digits(number: u32, pad: bool) -> String {
    if pad {
        format!("{number:02}")
    } else {
        number.to_string()
    }
}

fn name(names: &[&'static str; 12], date: NaiveDate) -> &'static str {
    names
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default()
}
