//! Questions for a management meeting, drawn from the plan's own figures and findings.

use plumbline_forecast::{Outcome, Verdict, model::Evidence};
use plumbline_review::{Severity, say};
use plumbline_wording::texts::{labels, playbook as text, review as r};

use super::Playbook;
use crate::document::{Block, Question, Section};

/// So many findings make questions: more than that no meeting settles.
const FINDINGS: usize = 4;
/// So many guesses.
const GUESSES: usize = 2;
/// A guess that carries less than this is not worth a meeting's time.
const WORTH_COUNTING: f64 = 0.05;

impl Playbook<'_> {
    /// The questions, those of the figures first.
    pub(super) fn questions(&self) -> Section {
        let mut questions = Vec::new();
        if let Some((outcome, verdict)) = self.answer {
            questions.extend(self.about_the_answer(outcome, verdict));
        }
        questions.extend(self.about_findings());
        questions.extend(self.about_promises());
        let asked = |question: &&&str| {
            let mut answers = self.plan.review.answers.iter();
            answers.any(|answer| answer.question.trim() == **question)
        };
        let usual = r::USUAL_QUESTIONS.iter();
        questions.extend(
            usual
                .filter(|question| !asked(question))
                .map(|question| (*question).to_owned()),
        );
        let section = Section::new(text::QUESTIONS_FROM_PLAN).paragraph(text::QUESTIONS_WHY);
        questions.into_iter().fold(section, |section, question| {
            section.block(Block::Question(Question {
                question,
                answer: String::new(),
            }))
        })
    }

    fn about_the_answer(&self, outcome: &Outcome, verdict: &Verdict) -> Vec<String> {
        let figures = self.figures;
        let judgement = &verdict.judgement;
        let chance = figures.probability(judgement.probability);
        let target = figures.about_money(outcome.target);
        let mut questions = vec![if judgement.below_goal {
            text::ask_below_goal(&chance, &target, &figures.percent(judgement.goal))
        } else {
            text::ask_meets_goal(&chance, &target)
        }];
        if verdict.not_yet_created > 0.25 {
            questions.push(text::ask_not_yet_created(
                &figures.percent(verdict.not_yet_created),
            ));
        }
        let guesses = verdict.influences.iter().filter(|influence| {
            let is_counted = influence.evidence == Evidence::OwnHistory;
            !is_counted && influence.share >= WORTH_COUNTING
        });
        questions.extend(guesses.take(GUESSES).map(|influence| {
            text::ask_guess(
                &labels::of(self.plan, &influence.path),
                &figures.percent(influence.share),
            )
        }));
        if let Some(month) = verdict.capacity.first_over {
            questions.push(text::ask_hours(&figures.month(month)));
        }
        questions
    }

    fn about_findings(&self) -> Vec<String> {
        let pressing = self
            .different_findings()
            .filter(|ranked| ranked.finding.severity <= Severity::WorthALook);
        let open = pressing.take(FINDINGS).map(|ranked| {
            let said = say(&ranked.finding, self.plan, self.figures);
            text::ask_finding(&said.message, &said.advice)
        });
        let set_aside = self.findings.iter().filter_map(|ranked| {
            let dismissed = ranked.finding.dismissed.as_ref()?;
            let title = say(&ranked.finding, self.plan, self.figures).title;
            let because = dismissed.because.trim();
            (!because.is_empty()).then(|| text::ask_set_aside(&title, &as_sentence(because)))
        });
        open.chain(set_aside).collect()
    }

    fn about_promises(&self) -> Option<String> {
        let promises = self.plan.scorecard.commitments.iter();
        let overdue = promises
            .filter(|promise| !promise.done && promise.due.is_some_and(|due| due < self.made_on))
            .count();
        (overdue > 0).then(|| text::ask_overdue(overdue))
    }
}

/// The text with a full stop at its end, unless it ends as a sentence already.
fn as_sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
