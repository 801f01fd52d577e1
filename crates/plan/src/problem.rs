//! What is wrong with a plan, and where.

use chrono::NaiveDate;

use crate::FieldPath;

/// One thing that is wrong or missing in a plan. The sentence for people is made from it
/// in the catalogue of texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The field it is about.
    pub path: FieldPath,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// How far a problem reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// No verdict until this is entered; normal in a draft.
    Incomplete,
    /// The value contradicts another one: no verdict until it is put right.
    Contradiction,
    /// The document itself does not hold together: such a file is not opened.
    Broken,
}

/// The kinds of problem.
#[derive(Debug, Clone, PartialEq)]
pub enum ProblemKind {
    /// Nothing was entered and the verdict needs it.
    Missing,
    /// A list needs at least one item.
    Empty,
    /// The period has no months or more than sixty.
    PeriodLength {
        /// The months asked for.
        months: u8,
    },
    /// The period lies wholly before the as-of date.
    PeriodOver {
        /// The last day of the period.
        ended: NaiveDate,
    },
    /// Low, average and high are not in this order.
    RangeOrder,
    /// More successes than trials, or no trials.
    Counts {
        /// Successes.
        events: u64,
        /// Trials.
        of: u64,
    },
    /// The slow deals (one in ten takes longer) are faster than the middle one.
    SlowBelowTypical,
    /// The amounts by month do not add up to the target.
    SplitDoesNotAddUp {
        /// Sum of the months, plan's currency.
        sum: f64,
        /// The target, plan's currency.
        target: f64,
    },
    /// A date lies after one that must follow it.
    DateOrder {
        /// The date that should come first.
        first: NaiveDate,
        /// The date that should come second.
        second: NaiveDate,
    },
    /// More work that is not selling than hours in the week.
    MoreThanTheWeek {
        /// Hours of work that is not selling.
        asked: f64,
        /// Working hours.
        available: f64,
    },
    /// Two items of one list share an identifier.
    DuplicateId {
        /// The identifier.
        id: String,
    },
    /// Something refers to an item that is not there.
    UnknownReference {
        /// The identifier or path referred to.
        to: String,
    },
    /// An assumption stands for itself in a circle.
    CircularReference,
}

impl Problem {
    /// A problem with the field at `path`.
    #[must_use]
    pub fn new(path: FieldPath, kind: ProblemKind) -> Self {
        Self { path, kind }
    }

    /// How far it reaches.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self.kind {
            ProblemKind::Missing | ProblemKind::Empty | ProblemKind::PeriodOver { .. } => {
                Severity::Incomplete
            }
            ProblemKind::PeriodLength { .. }
            | ProblemKind::RangeOrder
            | ProblemKind::Counts { .. }
            | ProblemKind::SlowBelowTypical
            | ProblemKind::SplitDoesNotAddUp { .. }
            | ProblemKind::DateOrder { .. }
            | ProblemKind::MoreThanTheWeek { .. } => Severity::Contradiction,
            ProblemKind::DuplicateId { .. }
            | ProblemKind::UnknownReference { .. }
            | ProblemKind::CircularReference => Severity::Broken,
        }
    }
}
