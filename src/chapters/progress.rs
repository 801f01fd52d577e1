//! How far a chapter has come.

use plumbline_plan::{FieldPath, Plan, Problem, start::blank};
use plumbline_wording::texts::{chapters, labels};

use super::Chapter;

/// How far a chapter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was written.
    Empty,
    /// So many figures are missing, or to be put right, before there is a verdict.
    Needs(usize),
    /// Something was written, and nothing is missing for a verdict.
    Begun,
}

impl Progress {
    /// The progress of a chapter, given what is wrong with the plan.
    #[must_use]
    pub fn of(chapter: Chapter, plan: &Plan, problems: &[Problem]) -> Self {
        let here = |problem: &&Problem| labels::chapter_of(&problem.path) == Some(chapter.place());
        match problems.iter().filter(here).count() {
            0 if is_blank(chapter, plan) => Self::Empty,
            0 => Self::Begun,
            count => Self::Needs(count),
        }
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Empty => chapters::EMPTY.to_owned(),
            Self::Begun => chapters::BEGUN.to_owned(),
            Self::Needs(count) => chapters::needed(count),
        }
    }
}

/// Whether the chapter is as it is in a blank plan. The verdict's chapter has nothing to
/// write and is never blank.
fn is_blank(chapter: Chapter, plan: &Plan) -> bool {
    if chapter == Chapter::RealityCheck {
        return false;
    }
    let path = FieldPath::from(chapter.field());
    let day = plan.about.created_on.unwrap_or_default();
    plan.field(&path).ok() == blank(day).field(&path).ok()
}

#[cfg(test)]
mod tests {
    use plumbline_plan::{Edit, validate};

    use super::*;

    #[test]
    fn a_blank_plan_needs_figures_in_two_chapters_and_the_rest_is_empty() {
        let mut plan = blank(chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        let progress = |plan: &Plan, chapter| Progress::of(chapter, plan, &validate(plan, None));
        assert_eq!(progress(&plan, Chapter::Targets), Progress::Needs(1));
        assert_eq!(progress(&plan, Chapter::Process), Progress::Needs(8));
        assert_eq!(progress(&plan, Chapter::Market), Progress::Empty);
        Edit::set("market/seize", "Asked for us")
            .apply(&mut plan)
            .unwrap();
        assert_eq!(progress(&plan, Chapter::Market), Progress::Begun);
    }
}
