//! What is said of text that could not be read as a number or a date.

use crate::reading::Problem;

/// What is wrong with a part of the text, as typed: one or two plain sentences.
#[must_use]
pub fn sentence(problem: &Problem, part: &str) -> String {
    let fixed = match problem {
        Problem::Empty => "There is nothing here yet.",
        Problem::TooLong => "This is too long for a number or a date.",
        Problem::NoNumber => "There is no number here.",
        Problem::BreaksOff => "Something is missing at the end.",
        Problem::CountsNotHere => "Counts such as 4 of 10 fit only where a share is asked for.",
        Problem::NotAShare => "The first count can't be above the second, nor the second zero.",
        Problem::NotWhole => "This has to be a whole number.",
        Problem::Negative => "This can't be below zero.",
        Problem::AboveAll => "This can't be above 100%.",
        Problem::TooLarge => "This number is too large to calculate with.",
        Problem::TooSmall => "This number is too close to zero to calculate with.",
        Problem::RangeReversed => "The first number has to be the lower one.",
        Problem::UsualOutsideRange => "The usual value has to lie within its range.",
        Problem::NoYear => "The year is missing.",
        Problem::NoDay => "The day is missing.",
        Problem::YearOutOfRange => "The year has to be from 1900 to 2199.",
        Problem::UnknownWord => return format!("“{part}” is not a word this field knows."),
        Problem::OutOfPlace => return format!("“{part}” does not belong here."),
        Problem::Separators => {
            return format!("The separators in “{part}” can't be read for certain.");
        }
        Problem::ShareOrPercent => return format!("“{part}” could be a share or a percentage."),
        Problem::UnitNotHere => return format!("“{part}” is not a unit for this field."),
        Problem::OtherCurrency { expected } => {
            return format!("This plan is in {expected}, not in {part}.");
        }
        Problem::NotADate => return format!("“{part}” is not a date this field knows."),
        Problem::DateOrder => return format!("“{part}” could be read as two different days."),
        Problem::ShortYear => return format!("“{part}” needs its year in four digits."),
        Problem::NoSuchMonth { month } => return format!("There is no month {month}."),
        Problem::NoSuchDay { last } => {
            return format!("“{part}” does not exist: that month has {last} days.");
        }
    };
    fixed.to_owned()
}

/// Asks which of these was meant; there is at least one.
#[must_use]
pub fn did_you_mean(texts: &[String]) -> String {
    match texts {
        [first, second, rest @ ..] if !rest.is_empty() => {
            format!("Did you mean {first}, {second} or {}?", rest.join(" or "))
        }
        texts => format!("Did you mean {}?", texts.join(" or ")),
    }
}
