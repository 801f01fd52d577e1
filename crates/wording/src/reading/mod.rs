//! What people type, as values: numbers, money, shares, durations, dates.
//!
//! Reading follows the locale and never guesses in silence: text that could mean two
//! things, or is put together in a way that makes no sense, comes back as a [`ReadError`]
//! that says which part is meant and what it could mean. Nothing here panics, whatever the
//! text, and nothing here knows the bounds of a field beyond its kind.

mod clean;
mod cursor;
mod date;
mod dimension;
mod entry;
mod error;
mod figure;
mod fix;
mod lex;
mod months;
mod shape;
mod value;
mod vocabulary;

pub use date::{read_date, read_month};
pub use entry::read_entry;
pub use error::{Problem, ReadError};

pub(crate) use dimension::{DAYS_A_MONTH, MINUTES_AN_HOUR};

use crate::locale::CurrencyCode;

/// What a field holds; decides what a bare number means and which units may be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A share or a chance from 0 to 1, written in percent: a bare `35` is 35%, so 0.35.
    /// A bare `0.35` may be meant as 35% or 0.35% and is asked back. Counts (`4 of 10`)
    /// are taken here and only here.
    Fraction,
    /// A change or ratio in percent without bounds, such as growth: a bare `35` is 35%,
    /// so 0.35; may be negative.
    Percentage,
    /// An amount in this currency; may be negative.
    Money(CurrencyCode),
    /// How many, zero or more, not necessarily whole: 661.8 leads a month.
    Count,
    /// How many, zero or more, whole: people, months.
    Whole,
    /// Calendar days; a bare number is days. Weeks are 7 days, months 365.25 / 12, five
    /// working days a week.
    Days,
    /// Working hours; a bare number is hours.
    Hours,
    /// Any other number; may be negative.
    Number,
}

/// What was understood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The figures, in the unit of the kind: shares from 0 to 1, money in its currency,
    /// durations in days or hours.
    pub figures: Figures,
    /// Marked as not exact: `about 12`, `~12`.
    pub approximate: bool,
}

/// The figures of an entry. All are finite; -1e15 to 1e15.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Figures {
    /// `12`
    One(f64),
    /// `5 to 10`; low is never above high.
    Range {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// `7 (5 to 10)` or `7 ± 2`; low <= usual <= high.
    UsualInRange {
        /// The usual value.
        usual: f64,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// `4 of 10`; part <= whole, whole >= 1.
    Counts {
        /// How many did.
        part: u64,
        /// Of how many.
        whole: u64,
    },
}

impl Kind {
    /// Whether values below zero make sense.
    fn is_signed(self) -> bool {
        matches!(self, Self::Money(_) | Self::Number | Self::Percentage)
    }
}

impl Entry {
    /// An exact single value.
    #[must_use]
    pub fn one(value: f64) -> Self {
        Self {
            figures: Figures::One(value),
            approximate: false,
        }
    }

    /// The single value, the usual value or the share of the counts; nothing for a range
    /// without a usual value.
    #[must_use]
    pub fn usual(&self) -> Option<f64> {
        match self.figures {
            Figures::One(value) | Figures::UsualInRange { usual: value, .. } => Some(value),
            Figures::Range { .. } => None,
            Figures::Counts { part, whole } => Some(part as f64 / whole as f64),
        }
    }

    /// The two ends, where a range was given.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        match self.figures {
            Figures::Range { low, high } | Figures::UsualInRange { low, high, .. } => {
                Some((low, high))
            }
            Figures::One(_) | Figures::Counts { .. } => None,
        }
    }
}
