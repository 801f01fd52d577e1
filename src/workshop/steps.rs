//! The steps of a workshop: chapter by chapter, one question at a time, and the fields of
//! the plan that answer each. Pure: reads plans, knows no page and no browser.

use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{guide, review, workshop as text};

use crate::chapters::Chapter;

/// A step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// A question to discuss.
    Question(Question),
    /// The decisions taken.
    Decisions,
    /// What has changed since the snapshot.
    BeforeAndAfter,
}

/// A question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Question {
    /// The chapter it belongs to.
    pub chapter: Chapter,
    /// What is asked.
    pub words: &'static str,
    /// The fields that answer it; `*` stands for every item of a list.
    answered_by: &'static [&'static str],
}

/// Fields that answer a question.
type Fields = &'static [&'static str];

/// The questions of figures that come before a chapter's questions for discussion.
const FIGURES: [(Chapter, &str, Fields); 4] = [
    (
        Chapter::Process,
        text::ASK_LEADS,
        &[
            "process/motions/*/lead_sources/*/per_month",
            "process/motions/*/lead_sources/*/activity/per_day",
        ],
    ),
    (
        Chapter::Process,
        text::ASK_DEAL,
        &["process/motions/*/deal_value"],
    ),
    (
        Chapter::Team,
        text::ASK_HOURS,
        &["team/reps/*/hours_per_week"],
    ),
    (
        Chapter::Targets,
        text::ASK_TARGET,
        &["targets/bookings", "targets/goal"],
    ),
];

/// The fields that answer a question for discussion: chapter, its place among them, fields.
const ANSWERED_BY: [(Chapter, usize, Fields); 22] = [
    (Chapter::Foundation, 3, &["foundation/strategy"]),
    (Chapter::Market, 0, &["market/target_markets"]),
    (Chapter::Market, 3, &["market/pass_on"]),
    (Chapter::Offer, 0, &["offer/value_propositions/*/text"]),
    (Chapter::Offer, 1, &["offer/positioning"]),
    (Chapter::Offer, 2, &["offer/differentiators/*/proof"]),
    (Chapter::Offer, 3, &["offer/objections/*/answer"]),
    (
        Chapter::Process,
        0,
        &["process/motions/*/stages/*/milestone"],
    ),
    (
        Chapter::Process,
        1,
        &["process/motions/*/stages/*/conversion"],
    ),
    (
        Chapter::Process,
        2,
        &["process/motions/*/stages/*/time_in_stage"],
    ),
    (Chapter::Process, 3, &["process/motions/*/stages/*/cut_off"]),
    (Chapter::Team, 0, &["team/reps/*/coaching_plan"]),
    (
        Chapter::Team,
        1,
        &["team/reps/*/non_selling/*/hours_per_week"],
    ),
    (Chapter::Team, 2, &["team/vacancy"]),
    (Chapter::Compensation, 0, &["compensation/intent"]),
    (Chapter::Compensation, 1, &["compensation/pay_plans/*/rate"]),
    (
        Chapter::Compensation,
        2,
        &["compensation/pay_plans/*/margin_floor"],
    ),
    (Chapter::Targets, 0, &["targets/last_year_bookings"]),
    (Chapter::Targets, 1, &["targets/basis"]),
    (
        Chapter::Rhythm,
        1,
        &["rhythm/coaching_hours", "rhythm/coaching"],
    ),
    (Chapter::Rhythm, 2, &["rhythm/sharing/*/what"]),
    (Chapter::Scorecard, 0, &["scorecard/key_figures/*/goal"]),
];

/// All steps in their order. The same for every plan, so that no answer moves the room to
/// another place.
#[must_use]
pub(super) fn steps() -> Vec<Step> {
    let questions = Chapter::ALL.into_iter().flat_map(of_chapter);
    questions
        .map(Step::Question)
        .chain([Step::Decisions, Step::BeforeAndAfter])
        .collect()
}

fn of_chapter(chapter: Chapter) -> impl Iterator<Item = Question> {
    let figures = FIGURES.iter().filter(move |(of, ..)| *of == chapter);
    let figures = figures.map(|(_, words, fields)| (*words, *fields));
    let discussed = guide::PROMPTS[chapter.place()].iter().enumerate();
    let discussed = discussed.map(move |(place, words)| (*words, answers(chapter, place)));
    let usual = match chapter {
        Chapter::Review => &review::USUAL_QUESTIONS[..],
        _ => &[],
    };
    let usual = usual.iter().map(|words| (*words, &[][..]));
    let all = figures.chain(discussed).chain(usual);
    all.map(move |(words, answered_by)| Question {
        chapter,
        words,
        answered_by,
    })
}

fn answers(chapter: Chapter, place: usize) -> Fields {
    let mut known = ANSWERED_BY.iter();
    let found = known.find(|(of, at, _)| *of == chapter && *at == place);
    found.map_or(&[], |(.., fields)| fields)
}

impl Step {
    /// The chapter it belongs to: decisions and what they changed stand in the last.
    #[must_use]
    pub(super) fn chapter(self) -> Chapter {
        match self {
            Self::Question(question) => question.chapter,
            Self::Decisions | Self::BeforeAndAfter => Chapter::Review,
        }
    }

    /// Its heading.
    #[must_use]
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Question(question) => question.words,
            Self::Decisions => text::ASK_DECISIONS,
            Self::BeforeAndAfter => text::BEFORE_AND_AFTER,
        }
    }
}

impl Question {
    /// The fields of a plan that answer it, in the plan's order.
    #[must_use]
    pub(super) fn fields(self, plan: &Plan) -> Vec<FieldPath> {
        let patterns = self.answered_by.iter();
        let all = patterns.flat_map(|pattern| {
            let steps: Vec<&str> = pattern.split('/').collect();
            items(plan, FieldPath::root(), &steps)
        });
        all.filter(|path| matters(plan, path)).collect()
    }
}

/// The paths that a pattern stands for in a plan.
fn items(plan: &Plan, so_far: FieldPath, pattern: &[&str]) -> Vec<FieldPath> {
    match pattern.split_first() {
        None => vec![so_far],
        Some((&"*", rest)) => {
            let list = plan.field(&so_far).ok();
            let list = list.as_ref().and_then(|list| list.as_array());
            let ids = list
                .into_iter()
                .flatten()
                .filter_map(|item| item.get("id")?.as_str());
            ids.flat_map(|id| items(plan, so_far.child(id), rest))
                .collect()
        }
        Some((step, rest)) => items(plan, so_far.child(step), rest),
    }
}

/// Whether a field has a say: what happens after the win does not win, and leads come in by
/// themselves or out of activities.
fn matters(plan: &Plan, path: &FieldPath) -> bool {
    let steps: Vec<&str> = path.steps().collect();
    let ["process", "motions", motion, list, item, field, ..] = steps.as_slice() else {
        return true;
    };
    let Some(motion) = plan
        .process
        .motions
        .iter()
        .find(|one| one.id.as_str() == *motion)
    else {
        return false;
    };
    if *list == "stages" {
        let place = motion
            .stages
            .iter()
            .position(|stage| stage.id.as_str() == *item);
        return place
            .zip(motion.win_place())
            .is_some_and(|(place, win)| place <= win);
    }
    let source = motion
        .lead_sources
        .iter()
        .find(|source| source.id.as_str() == *item);
    source.is_some_and(|source| source.from_activity == (*field == "activity"))
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start;

    use super::*;

    fn sample() -> Plan {
        start::sample("2026-11-21".parse().unwrap())
    }

    fn questions() -> Vec<Question> {
        let all = steps().into_iter();
        all.filter_map(|step| match step {
            Step::Question(question) => Some(question),
            Step::Decisions | Step::BeforeAndAfter => None,
        })
        .collect()
    }

    #[test]
    fn every_chapter_is_asked_about_in_the_order_of_the_plan_and_the_end_compares() {
        let chapters: Vec<Chapter> = questions()
            .iter()
            .map(|question| question.chapter)
            .collect();
        assert!(chapters.is_sorted());
        for chapter in Chapter::ALL {
            let asked = chapters.iter().filter(|of| **of == chapter).count();
            assert!(
                asked >= guide::PROMPTS[chapter.place()].len(),
                "{chapter:?}"
            );
        }
        assert_eq!(steps().last(), Some(&Step::BeforeAndAfter));
        let mut words: Vec<&str> = questions().iter().map(|question| question.words).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(
            words.len(),
            questions().len(),
            "a question is a note's name: each once"
        );
    }

    #[test]
    fn every_field_asked_for_is_a_field_of_the_plan() {
        let plan = sample();
        for question in questions() {
            let fields = question.fields(&plan);
            assert_eq!(
                fields.is_empty(),
                question.answered_by.is_empty(),
                "{question:?}"
            );
            for path in fields {
                assert!(plan.field(&path).is_ok(), "{path}");
            }
        }
        let known = ANSWERED_BY
            .iter()
            .filter(|(chapter, place, _)| *place < guide::PROMPTS[chapter.place()].len());
        assert_eq!(known.count(), ANSWERED_BY.len());
    }

    #[test]
    fn only_what_has_a_say_is_asked_for() {
        let plan = sample();
        let paths: Vec<String> = questions()
            .iter()
            .flat_map(|question| question.fields(&plan))
            .map(|path| path.to_string())
            .collect();
        for motion in &plan.process.motions {
            for (place, stage) in motion.stages.iter().enumerate() {
                let path = format!(
                    "process/motions/{}/stages/{}/conversion",
                    motion.id, stage.id
                );
                let before_the_win = Some(place) <= motion.win_place();
                assert_eq!(paths.contains(&path), before_the_win, "{path}");
            }
            for source in &motion.lead_sources {
                let path = format!(
                    "process/motions/{}/lead_sources/{}/per_month",
                    motion.id, source.id
                );
                assert_eq!(paths.contains(&path), !source.from_activity, "{path}");
            }
        }
    }
}
