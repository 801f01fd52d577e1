//! Chapter 12: what a good coach would say, what was set aside, what was discussed and
//! decided.

use plumbline_review::{Ranked, say, say_effect, say_severity};
use plumbline_wording::texts::{findings as f, review as r};

use super::{Playbook, named};
use crate::document::{Advice, Block, Question, Section, Table};

impl Playbook<'_> {
    /// Chapter 12.
    pub(super) fn review(&self) -> Vec<Section> {
        let mut findings = Section::new(r::FINDINGS);
        for advice in self.all_advice() {
            findings = findings.block(Block::Advice(advice));
        }
        if findings.blocks.is_empty() {
            findings = findings.paragraph(r::NO_FINDINGS);
        }
        let mut discussed = Section::new(r::QUESTIONS);
        for (place, answer) in self.plan.review.answers.iter().enumerate() {
            discussed = discussed.block(Block::Question(Question {
                question: named(&answer.question, place, r::unnamed_question),
                answer: answer.answer.trim().to_owned(),
            }));
        }
        let mut decisions =
            Table::new(&[r::DECISION, r::REASON, r::DECIDED_BY, r::DECIDED_ON], &[]);
        for (place, decision) in self.plan.review.decisions.iter().enumerate() {
            decisions.row([
                named(&decision.what, place, r::unnamed_decision),
                decision.why.clone(),
                decision.who.clone(),
                self.short_day(decision.on),
            ]);
        }
        vec![
            findings,
            Section::new(r::SET_ASIDE).table(self.set_aside()),
            discussed,
            Section::new(r::DECISIONS).table(decisions),
            self.questions(),
        ]
    }

    /// The findings that nobody set aside, the most valuable first.
    pub(super) fn open_findings(&self) -> impl Iterator<Item = &Ranked> {
        let all = self.findings.iter();
        all.filter(|ranked| ranked.finding.dismissed.is_none())
    }

    /// The same, each rule once: three reps with one trouble are one thing to change.
    pub(super) fn different_findings(&self) -> impl Iterator<Item = &Ranked> {
        let mut seen = Vec::new();
        self.open_findings().filter(move |ranked| {
            let is_new = !seen.contains(&ranked.finding.code);
            seen.push(ranked.finding.code);
            is_new
        })
    }

    /// All open findings in words: those of one rule after each other, and what all of them
    /// say, such as what to do, with the first alone.
    fn all_advice(&self) -> Vec<Advice> {
        let mut rules: Vec<(&str, Vec<Advice>)> = Vec::new();
        for ranked in self.open_findings() {
            let mut advice = self.advice(ranked);
            let code = ranked.finding.code;
            match rules.iter_mut().find(|(known, _)| *known == code) {
                Some((_, before)) => {
                    let said = |more: &String| before.iter().any(|one| one.more.contains(more));
                    advice.more.retain(|more| !said(more));
                    before.push(advice);
                }
                None => rules.push((code, vec![advice])),
            }
        }
        rules.into_iter().flat_map(|(_, advice)| advice).collect()
    }

    /// A finding in words.
    pub(super) fn advice(&self, ranked: &Ranked) -> Advice {
        let finding = &ranked.finding;
        let said = say(finding, self.plan, self.figures);
        let change = finding.change.as_ref().zip(ranked.effect);
        let effect = change.map(|(change, effect)| {
            f::change_with_effect(&said.change, &say_effect(change, &effect, self.figures))
        });
        let published = match said.published {
            "" => None,
            figure => Some(f::published(figure)),
        };
        let more = [Some(f::to_do(&said.advice)), effect, published];
        Advice {
            title: said.title,
            mark: format!("{} · {}", finding.code, say_severity(finding.severity)),
            message: said.message,
            more: more.into_iter().flatten().collect(),
        }
    }

    fn set_aside(&self) -> Table {
        let mut table = Table::new(&[r::RULE, r::BECAUSE, r::SET_ASIDE_ON], &[]);
        for ranked in self.findings {
            if let Some(dismissed) = &ranked.finding.dismissed {
                table.row([
                    say(&ranked.finding, self.plan, self.figures).title,
                    dismissed.because.clone(),
                    self.short_day(dismissed.on),
                ]);
            }
        }
        table
    }
}
