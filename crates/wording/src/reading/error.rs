//! Why a text could not be read. The words for it are in the catalogue.

use std::fmt;
use std::ops::Range;

use crate::texts::reading as texts;

/// A text that could not be read, and what may have been meant.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadError {
    /// What is wrong.
    pub problem: Problem,
    /// The part of the text it is about, as typed; empty when something is missing.
    pub part: String,
    /// Where that part stands in the typed text, in bytes.
    pub at: Range<usize>,
    /// Whole texts to type instead, the likeliest first, each of which can be read. At
    /// most three.
    pub could_mean: Vec<String>,
    /// Typing on could put it right (`5 to`, `12 wee`): a field need not complain before
    /// the person stops.
    pub unfinished: bool,
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// Nothing but spaces.
    Empty,
    /// Longer than anything a field holds.
    TooLong,
    /// No digits in it.
    NoNumber,
    /// It stops in the middle: `5 to`.
    BreaksOff,
    /// A word that means nothing here.
    UnknownWord,
    /// A character or figure that does not belong where it stands.
    OutOfPlace,
    /// Separators that are put where neither thousands nor decimals can be, or that are not
    /// the locale's.
    Separators,
    /// `0.35` where percent are meant: 35% or 0.35%.
    ShareOrPercent,
    /// A unit this field does not take.
    UnitNotHere,
    /// Another currency than the plan's.
    OtherCurrency {
        /// The code of the plan's currency.
        expected: String,
    },
    /// `4 of 10` in a field that holds no share.
    CountsNotHere,
    /// Counts that are no share: of zero, or more than all.
    NotAShare,
    /// A part of a thing where whole ones are counted.
    NotWhole,
    /// Below zero where nothing is.
    Negative,
    /// More than 100% of something.
    AboveAll,
    /// Beyond what can be calculated with (1,000,000,000,000,000 either way).
    TooLarge,
    /// So near to zero that it can't be kept.
    TooSmall,
    /// The low end above the high end.
    RangeReversed,
    /// The usual value outside its own range.
    UsualOutsideRange,
    /// No date at all, or not in a form that is understood.
    NotADate,
    /// A date in digits whose order this locale does not settle.
    DateOrder,
    /// A date without its year.
    NoYear,
    /// A date without its day.
    NoDay,
    /// A year in two digits.
    ShortYear,
    /// A year before 1900 or after 2199.
    YearOutOfRange,
    /// There is no such month.
    NoSuchMonth {
        /// The number given as the month.
        month: u32,
    },
    /// The month has no such day.
    NoSuchDay {
        /// How many days the month has.
        last: u32,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&texts::sentence(&self.problem, &self.part))?;
        if self.could_mean.is_empty() {
            return Ok(());
        }
        write!(f, " {}", texts::did_you_mean(&self.could_mean))
    }
}

impl std::error::Error for ReadError {}

impl Problem {
    /// Whether more text at the end could put it right.
    pub(super) fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::NoNumber
                | Self::BreaksOff
                | Self::UnknownWord
                | Self::OutOfPlace
                | Self::Separators
                | Self::ShareOrPercent
                | Self::UnitNotHere
                | Self::OtherCurrency { .. }
                | Self::NotAShare
                | Self::NotWhole
                | Self::RangeReversed
                | Self::UsualOutsideRange
                | Self::NotADate
                | Self::NoYear
                | Self::NoDay
                | Self::ShortYear
                | Self::YearOutOfRange
        )
    }
}
