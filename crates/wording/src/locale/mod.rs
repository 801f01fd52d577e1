//! How people of one place write numbers, money and dates, as plain data.
//!
//! The browser fills a [`Locale`] from what its `Intl` says ([`Locale::from_intl`]), the
//! command line takes the default. Nothing here asks a browser or the system, and nothing
//! here reads or writes a value: that is `reading` and `writing`.

mod currency;
mod intl;
mod ready;
mod words;

use chrono::Weekday;

pub use currency::CurrencyCode;
pub use intl::{IntlPart, IntlSamples};
pub use words::{ENGLISH, Noun, ScaleWord, Words};

/// The conventions of one place, and the words figures are written with.
#[derive(Debug, Clone, PartialEq)]
pub struct Locale {
    /// The language tag, for instance `de-CH`.
    pub tag: String,
    /// Decimal and grouping separators of numbers.
    pub number: Separators,
    /// Decimal and grouping separators of amounts of money; a few places (Austria, French
    /// Switzerland) write money differently.
    pub money: Separators,
    /// How digits are put in groups.
    pub grouping: Grouping,
    /// The sign of a negative number.
    pub minus: char,
    /// Where the currency stands.
    pub currency: CurrencyPlace,
    /// Where the percent sign stands.
    pub percent: PercentPlace,
    /// How a date is written in digits.
    pub date: DateStyle,
    /// The day a week starts with.
    pub first_day_of_week: Weekday,
    /// The words of the language the product speaks; not always that of the tag.
    pub words: &'static Words,
}

/// The two separators inside a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separators {
    /// Between whole number and fraction.
    pub decimal: char,
    /// Between groups of digits.
    pub group: char,
}

/// How the digits of a whole number are put in groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouping {
    /// The last three digits, then twos: `12,34,567`, as in India. Otherwise threes.
    pub indian: bool,
    /// From how many digits on separators are written: 4 in most places, 5 where `1234`
    /// stays whole, as in Spain.
    pub from_digits: u8,
}

/// Where the currency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyPlace {
    /// Before the amount.
    pub before: bool,
    /// What stands between currency and amount, if anything.
    pub space: Option<char>,
    /// The minus stands between currency and amount (`CHF-5`), not in front of both.
    pub minus_inside: bool,
}

/// Where the percent sign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentPlace {
    /// Before the number, as in Turkey.
    pub before: bool,
    /// What stands between number and sign, if anything.
    pub space: Option<char>,
}

/// How a date is written in digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateStyle {
    /// The order of its parts.
    pub order: DateOrder,
    /// Between the parts: `/`, `.`, `-`, `. `.
    pub separator: String,
    /// After the last part: empty nearly everywhere.
    pub suffix: String,
    /// `04`, not `4`, for the day.
    pub day_in_two_digits: bool,
    /// `03`, not `3`, for the month.
    pub month_in_two_digits: bool,
}

/// The order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2027
    DayMonthYear,
    /// 12/31/2027
    MonthDayYear,
    /// 2027-12-31
    YearMonthDay,
}

impl Locale {
    /// The tag's language, for instance `de`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.tag.split(['-', '_']).next().unwrap_or_default()
    }

    /// The tag's region, for instance `CH`; empty when the tag names none.
    #[must_use]
    pub fn region(&self) -> &str {
        let mut parts = self.tag.split(['-', '_']).skip(1);
        parts.find(|part| part.len() == 2).unwrap_or_default()
    }
}
