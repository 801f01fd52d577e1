//! The twelve chapters by name, in their order. Their titles are in the catalogue, their
//! pages in the app; both go by this list.

use crate::{FieldPath, Plan};

/// A chapter of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chapter {
    /// Chapter 1.
    Foundation,
    /// Chapter 2.
    Market,
    /// Chapter 3.
    Offer,
    /// Chapter 4.
    Process,
    /// Chapter 5.
    Team,
    /// Chapter 6.
    Compensation,
    /// Chapter 7.
    Targets,
    /// Chapter 8.
    Pipeline,
    /// Chapter 9.
    Rhythm,
    /// Chapter 10.
    Scorecard,
    /// Chapter 11.
    RealityCheck,
    /// Chapter 12.
    Review,
}

impl Chapter {
    /// All chapters in order.
    pub const ALL: [Self; 12] = [
        Self::Foundation,
        Self::Market,
        Self::Offer,
        Self::Process,
        Self::Team,
        Self::Compensation,
        Self::Targets,
        Self::Pipeline,
        Self::Rhythm,
        Self::Scorecard,
        Self::RealityCheck,
        Self::Review,
    ];

    /// Its place in the plan, from 0.
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }

    /// The chapter after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }

    /// The name of its field in the plan: the first step of the path of whatever it holds.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Foundation => "foundation",
            Self::Market => "market",
            Self::Offer => "offer",
            Self::Process => "process",
            Self::Team => "team",
            Self::Compensation => "compensation",
            Self::Targets => "targets",
            Self::Pipeline => "pipeline",
            Self::Rhythm => "rhythm",
            Self::Scorecard => "scorecard",
            Self::RealityCheck => "reality_check",
            Self::Review => "review",
        }
    }

    /// The chapter whose field has this name.
    #[must_use]
    pub fn named(field: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|chapter| chapter.field() == field)
    }

    /// Whether it says the same in two plans.
    #[must_use]
    pub fn is_alike(self, one: &Plan, other: &Plan) -> bool {
        match self {
            Self::Foundation => one.foundation == other.foundation,
            Self::Market => one.market == other.market,
            Self::Offer => one.offer == other.offer,
            Self::Process => one.process == other.process,
            Self::Team => one.team == other.team,
            Self::Compensation => one.compensation == other.compensation,
            Self::Targets => one.targets == other.targets,
            Self::Pipeline => one.pipeline == other.pipeline,
            Self::Rhythm => one.rhythm == other.rhythm,
            Self::Scorecard => one.scorecard == other.scorecard,
            Self::RealityCheck => one.reality_check == other.reality_check,
            Self::Review => one.review == other.review,
        }
    }

    /// The chapter that a person looks for a field in; nothing for the title, which stands
    /// above all of them, and for what no chapter has.
    #[must_use]
    pub fn showing(path: &FieldPath) -> Option<Self> {
        let steps: Vec<&str> = path.steps().collect();
        match steps.as_slice() {
            // The settings of the forecast stand beside the targets they judge.
            ["reality_check", ..] | ["about", "currency"] => Some(Self::Targets),
            // Scenarios are judged there.
            ["scenarios", ..] => Some(Self::RealityCheck),
            // The cover has no chapter of its own.
            [
                "about",
                "client" | "prepared_by" | "created_on" | "brand" | "brand_logo",
            ] => Some(Self::Foundation),
            // Who is paid by which plan stands beside the pay plans.
            ["team", "reps", _, "pay_plan"] => Some(Self::Compensation),
            [first, ..] => Self::named(first),
            [] => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_is_a_field_of_the_plan() {
        let plan = crate::start::blank("2026-11-21".parse().unwrap());
        for (place, chapter) in Chapter::ALL.into_iter().enumerate() {
            assert_eq!(chapter.place(), place);
            assert_eq!(Chapter::named(chapter.field()), Some(chapter));
            assert!(plan.field(&chapter.field().into()).is_ok(), "{chapter:?}");
        }
    }
}
