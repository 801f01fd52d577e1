//! What is wrong with a plan, in a sentence for its reader.

use plumbline_plan::{Problem, ProblemKind};

use crate::figures::Figures;

/// The sentence for a problem, without the field's label.
#[must_use]
pub fn sentence(problem: &Problem, figures: &Figures) -> String {
    match &problem.kind {
        ProblemKind::Missing => "is not entered yet.".to_owned(),
        ProblemKind::Empty => "needs at least one entry.".to_owned(),
        ProblemKind::PeriodLength { months } => {
            format!("has {months} months; it takes 1 to 60.")
        }
        ProblemKind::PeriodOver { ended } => format!(
            "ended on {}. Choose a later first month, or fix the day to calculate from.",
            figures.day(*ended)
        ),
        ProblemKind::RangeOrder => {
            "has a low, an average and a high that are not in this order.".to_owned()
        }
        ProblemKind::Counts { events, of } => {
            format!(
                "says {events} of {of}; the first may not exceed the second, nor the second be 0."
            )
        }
        ProblemKind::SlowBelowTypical => {
            "is less than the time of the middle deal; slow deals take longer.".to_owned()
        }
        ProblemKind::SplitDoesNotAddUp { sum, target } => {
            format!(
                "add up to {}, but the target is {}.",
                figures.money(*sum),
                figures.money(*target)
            )
        }
        ProblemKind::DateOrder { first, second } => {
            format!(
                "is {}, before {}, which has to come first.",
                figures.day(*second),
                figures.day(*first)
            )
        }
        ProblemKind::MoreThanTheWeek { asked, available } => {
            format!("takes {asked} hours of a week of {available}.")
        }
        ProblemKind::DuplicateId { id } => format!("uses the identifier \"{id}\" a second time."),
        ProblemKind::UnknownReference { to } => {
            format!("refers to \"{to}\", which is not in the plan.")
        }
        ProblemKind::CircularReference => "refers to itself in a circle.".to_owned(),
    }
}

/// How many problems are not shown.
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}
