//! Calendar months and the plan's period.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// One calendar month, for instance March 2027; written `2027-03`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    year: i32,
    month: u32,
}

/// A text or number that names no month between 1900-01 and 2199-12.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a month such as 2027-03, from 1900 to 2199")]
pub struct InvalidMonth(pub String);

impl Month {
    const FIRST_YEAR: i32 = 1900;
    const LAST_YEAR: i32 = 2199;

    /// A month by its year (1900 to 2199) and number (1 to 12).
    ///
    /// # Errors
    /// [`InvalidMonth`] outside those bounds.
    pub fn new(year: i32, month: u32) -> Result<Self, InvalidMonth> {
        if (Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&year) && (1..=12).contains(&month) {
            Ok(Self { year, month })
        } else {
            Err(InvalidMonth(format!("{year}-{month}")))
        }
    }

    /// The month a date lies in; dates outside 1900 to 2199 give the nearest such month.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        if date.year() < Self::FIRST_YEAR {
            Self {
                year: Self::FIRST_YEAR,
                month: 1,
            }
        } else if date.year() > Self::LAST_YEAR {
            Self {
                year: Self::LAST_YEAR,
                month: 12,
            }
        } else {
            Self {
                year: date.year(),
                month: date.month(),
            }
        }
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The number in the year, 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.month
    }

    /// The month so many months later, or earlier when negative; stops at the ends of
    /// 1900 to 2199.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let ordinal = self.ordinal().saturating_add(months);
        let ordinal = ordinal.clamp(Self::FIRST_YEAR * 12, Self::LAST_YEAR * 12 + 11);
        Self {
            year: ordinal.div_euclid(12),
            month: ordinal.rem_euclid(12).unsigned_abs() + 1,
        }
    }

    /// How many months this one lies after `earlier`; negative when before.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.ordinal() - earlier.ordinal()
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        // Year and month were checked when this month was made.
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.first_day() + Days::new(u64::from(self.days()) - 1)
    }

    /// How many days it has, 28 to 31.
    #[must_use]
    pub fn days(self) -> u32 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if NaiveDate::from_ymd_opt(self.year, 2, 29).is_some() => 29,
            2 => 28,
            _ => 31,
        }
    }

    fn ordinal(self) -> i32 {
        self.year * 12 + self.month as i32 - 1
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = InvalidMonth;

    fn from_str(text: &str) -> Result<Self, InvalidMonth> {
        let invalid = || InvalidMonth(text.to_owned());
        let (year, month) = text.split_once('-').ok_or_else(invalid)?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !digits(year) || !digits(month) {
            return Err(invalid());
        }
        let year = year.parse().map_err(|_| invalid())?;
        let month = month.parse().map_err(|_| invalid())?;
        Self::new(year, month).map_err(|_| invalid())
    }
}

impl TryFrom<String> for Month {
    type Error = InvalidMonth;

    fn try_from(text: String) -> Result<Self, InvalidMonth> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

/// The plan's period: consecutive calendar months from any start month
/// (maths.md, Terms).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Period {
    /// The first month.
    pub start: Month,
    /// How many months, 1 to 60; 12 unless the user says otherwise.
    pub months: u8,
}

crate::reach::fields!(Period { start, months });

impl Period {
    /// The longest period a plan may have, in months.
    pub const LONGEST: u8 = 60;

    /// The last month.
    #[must_use]
    pub fn last(self) -> Month {
        self.start.plus(i32::from(self.months.max(1)) - 1)
    }

    /// Its months in order.
    pub fn iter(self) -> impl Iterator<Item = Month> {
        (0..i32::from(self.months)).map(move |k| self.start.plus(k))
    }

    /// Whether the month belongs to the period.
    #[must_use]
    pub fn contains(self, month: Month) -> bool {
        (0..i32::from(self.months)).contains(&month.since(self.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn reads_and_writes_iso_months() {
        assert_eq!(month("2027-03").to_string(), "2027-03");
        for bad in [
            "2027",
            "2027-13",
            "2027-0",
            "27-03",
            "2027-3",
            "1899-12",
            "abcd-ef",
            "２０２７-03",
            "+027-03",
            "2027-+3",
        ] {
            assert!(bad.parse::<Month>().is_err(), "{bad}");
        }
    }

    #[test]
    fn adds_across_years_and_back() {
        assert_eq!(month("2027-11").plus(3), month("2028-02"));
        assert_eq!(month("2027-01").plus(-1), month("2026-12"));
        assert_eq!(month("2028-02").since(month("2027-11")), 3);
    }

    /// Case 80.
    #[test]
    fn knows_leap_years() {
        assert_eq!(month("2028-02").days(), 29);
        assert_eq!(month("2027-02").days(), 28);
        assert_eq!(month("2100-02").days(), 28);
        assert_eq!(month("2028-02").last_day().to_string(), "2028-02-29");
    }

    /// Case 80.
    #[test]
    fn a_period_may_start_in_any_month() {
        let period = Period {
            start: month("2027-04"),
            months: 12,
        };
        assert_eq!(period.last(), month("2028-03"));
        assert_eq!(period.iter().count(), 12);
        assert!(period.contains(month("2028-03")));
        assert!(!period.contains(month("2028-04")));
    }
}
