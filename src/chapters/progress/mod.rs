//! How far a chapter has come, and what is still needed before a rep could act on it.

mod needs;

use plumbline_plan::{Plan, Problem, start::blank};
use plumbline_wording::texts::chapters;

pub(super) use needs::needs;

use super::Chapter;

/// How far a chapter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was written.
    Empty,
    /// So many figures are missing, or to be put right, before there is a verdict.
    Needs(usize),
    /// So many points are open before a rep could act on it.
    Open(usize),
    /// A rep could act on it.
    Ready,
}

impl Progress {
    /// The progress of a chapter, given what is wrong with the plan.
    #[must_use]
    pub fn of(chapter: Chapter, plan: &Plan, problems: &[Problem]) -> Self {
        if chapter == Chapter::RealityCheck {
            return Self::Ready;
        }
        match problems_of(chapter, problems).count() {
            0 if is_blank(chapter, plan) => Self::Empty,
            0 => match needs(chapter, plan).len() {
                0 => Self::Ready,
                count => Self::Open(count),
            },
            count => Self::Needs(count),
        }
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Empty => chapters::EMPTY.to_owned(),
            Self::Open(count) => chapters::open(count),
            Self::Ready => chapters::READY.to_owned(),
            Self::Needs(count) => chapters::needed(count),
        }
    }
}

/// What is wrong with the plan in a chapter.
pub(super) fn problems_of(
    chapter: Chapter,
    problems: &[Problem],
) -> impl Iterator<Item = &Problem> {
    problems
        .iter()
        .filter(move |problem| Chapter::showing(&problem.path) == Some(chapter))
}

/// Whether the chapter is as it is in a blank plan.
fn is_blank(chapter: Chapter, plan: &Plan) -> bool {
    let day = plan.about.created_on.unwrap_or_default();
    chapter.is_alike(plan, &blank(day))
}

#[cfg(test)]
mod tests {
    use plumbline_plan::{
        Edit,
        start::{Template, sample},
        validate,
    };

    use plumbline_wording::texts::labels;

    use super::*;

    fn today() -> chrono::NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    fn progress(plan: &Plan, chapter: Chapter) -> Progress {
        Progress::of(chapter, plan, &validate(plan, None))
    }

    #[test]
    fn a_blank_plan_needs_figures_in_two_chapters_and_the_rest_is_empty() {
        let mut plan = blank(today());
        assert_eq!(progress(&plan, Chapter::Targets), Progress::Needs(1));
        assert_eq!(progress(&plan, Chapter::Process), Progress::Needs(8));
        assert_eq!(progress(&plan, Chapter::Market), Progress::Empty);
        Edit::set("market/seize", "Asked for us")
            .apply(&mut plan)
            .unwrap();
        assert_eq!(progress(&plan, Chapter::Market), Progress::Open(4));
    }

    #[test]
    fn what_was_named_as_needed_is_not_named_once_it_is_there() {
        let mut plan = blank(today());
        let open = |plan: &Plan| -> Vec<String> {
            let needs = needs(Chapter::Offer, plan).into_iter();
            needs.map(|need| need.path.to_string()).collect()
        };
        assert!(open(&plan).contains(&"offer/positioning".to_owned()));
        Edit::set("offer/positioning", "Nearer")
            .apply(&mut plan)
            .unwrap();
        assert!(!open(&plan).contains(&"offer/positioning".to_owned()));
        Edit::set("offer/positioning", "  ")
            .apply(&mut plan)
            .unwrap();
        assert!(
            open(&plan).contains(&"offer/positioning".to_owned()),
            "blanks are nothing"
        );
    }

    /// Each need names a field or a list that its chapter shows, so that its link arrives.
    #[test]
    fn every_need_leads_to_a_field_of_its_chapter() {
        for plan in [
            blank(today()),
            sample(today()),
            Template::Agency.plan(today()),
        ] {
            for chapter in Chapter::ALL {
                for need in needs(chapter, &plan) {
                    assert!(plan.field(&need.path).is_ok(), "{}", need.path);
                    assert_eq!(Chapter::showing(&need.path), Some(chapter));
                    let label = labels::of(&plan, &need.path);
                    assert!(!label.contains('/'), "{label}");
                }
            }
        }
    }

    #[test]
    fn a_template_is_ready_to_act_on_where_it_can_be() {
        let written = [
            Chapter::Foundation,
            Chapter::Market,
            Chapter::Offer,
            Chapter::Process,
            Chapter::Team,
            Chapter::Compensation,
            Chapter::Targets,
            Chapter::Rhythm,
            Chapter::Scorecard,
        ];
        for template in Template::ALL {
            let plan = template.plan(today());
            for chapter in written {
                let open = needs(chapter, &plan);
                assert!(open.is_empty(), "{template:?} {chapter:?}: {open:?}");
            }
        }
    }
}
