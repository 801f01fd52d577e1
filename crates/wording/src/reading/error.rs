//! Why a text could not be read, for programs and for people.

use std::fmt;
use std::ops::Range;

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
        self.problem.explain(&self.part, f)?;
        match &self.could_mean[..] {
            [] => Ok(()),
            [one] => write!(f, " Did you mean {one}?"),
            [one, two] => write!(f, " Did you mean {one} or {two}?"),
            [one, two, rest @ ..] => {
                write!(f, " Did you mean {one}, {two}")?;
                rest.iter().try_for_each(|more| write!(f, " or {more}"))?;
                f.write_str("?")
            }
        }
    }
}

impl std::error::Error for ReadError {}

impl Problem {
    /// One or two plain sentences.
    fn explain(&self, part: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "There is nothing here yet.",
            Self::TooLong => "This is too long for a number or a date.",
            Self::NoNumber => "There is no number here.",
            Self::BreaksOff => "Something is missing at the end.",
            Self::UnknownWord => return write!(f, "“{part}” is not a word this field knows."),
            Self::OutOfPlace => return write!(f, "“{part}” does not belong here."),
            Self::Separators => {
                return write!(f, "The separators in “{part}” can't be read for certain.");
            }
            Self::ShareOrPercent => {
                return write!(f, "“{part}” could be a share or a percentage.");
            }
            Self::UnitNotHere => return write!(f, "“{part}” is not a unit for this field."),
            Self::OtherCurrency { expected } => {
                return write!(f, "This plan is in {expected}, not in {part}.");
            }
            Self::CountsNotHere => "Counts such as 4 of 10 fit only where a share is asked for.",
            Self::NotAShare => "The first count can't be above the second, nor the second zero.",
            Self::NotWhole => "This has to be a whole number.",
            Self::Negative => "This can't be below zero.",
            Self::AboveAll => "This can't be above 100%.",
            Self::TooLarge => "This number is too large to calculate with.",
            Self::TooSmall => "This number is too close to zero to calculate with.",
            Self::RangeReversed => "The first number has to be the lower one.",
            Self::UsualOutsideRange => "The usual value has to lie within its range.",
            Self::NotADate => return write!(f, "“{part}” is not a date this field knows."),
            Self::DateOrder => return write!(f, "“{part}” could be read as two different days."),
            Self::NoYear => "The year is missing.",
            Self::NoDay => "The day is missing.",
            Self::ShortYear => return write!(f, "“{part}” needs its year in four digits."),
            Self::YearOutOfRange => "The year has to be from 1900 to 2199.",
            Self::NoSuchMonth { month } => return write!(f, "There is no month {month}."),
            Self::NoSuchDay { last } => {
                return write!(f, "“{part}” does not exist: that month has {last} days.");
            }
        })
    }

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
