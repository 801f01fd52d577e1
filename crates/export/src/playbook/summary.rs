//! The plan on one page: the answer, what to change first, what was decided and promised.
//! Texts are cut and lists kept short, so that whatever the plan holds fits one sheet.

use plumbline_forecast::{Outcome, Verdict};
use plumbline_plan::Quantity;
use plumbline_review::say;
use plumbline_wording::texts::playbook as text;

use super::Playbook;
use crate::{
    clamp::clamp,
    document::{Advice, Block, Chapter, KeyFigure, Section},
};

/// The most characters of a text of the plan.
const LONGEST: usize = 220;
/// The most characters of a line of a list.
const LINE: usize = 130;
/// The most findings, decisions and promises.
const MOST: usize = 3;

impl Playbook<'_> {
    /// The page.
    pub(super) fn on_one_page(&self) -> Chapter {
        let mut sections = vec![match self.answer {
            Some((outcome, verdict)) => self.verdict_in_short(outcome, verdict),
            None => self.without_verdict(),
        }];
        sections.push(self.strategy_in_short());
        sections.push(self.first_to_change());
        sections.push(Section::new(text::DECIDED).list(self.decided()));
        sections.push(Section::new(text::NEXT).list(self.promised()));
        Chapter {
            number: None,
            title: text::SUMMARY.to_owned(),
            lead: String::new(),
            sections: super::filled(sections),
        }
    }

    fn verdict_in_short(&self, outcome: &Outcome, verdict: &Verdict) -> Section {
        let figures = self.figures;
        let figure = |figure: String, label: &str| KeyFigure {
            figure,
            label: label.to_owned(),
        };
        let shares = &verdict.evidence;
        Section::default()
            .block(Block::Figures(vec![
                figure(figures.probability(outcome.probability), text::CHANCE),
                figure(figures.about_money(outcome.target), text::TARGET),
                figure(figures.about_money(outcome.bookings.p50), text::MIDDLE),
                figure(
                    figures.percent(shares.own_history + shares.published),
                    text::EVIDENCE,
                ),
            ]))
            .paragraph(self.sentence(outcome))
            .block(Block::Picture(self.plumb_line(outcome)))
    }

    fn without_verdict(&self) -> Section {
        let target = self.plan.targets.bookings;
        let section = Section::default().paragraph(text::NO_VERDICT);
        match target {
            Some(target) => section.block(Block::Figures(vec![KeyFigure {
                figure: self.figures.about_money(target.get()),
                label: text::TARGET.to_owned(),
            }])),
            None => section,
        }
    }

    /// The strategy, or what comes nearest to one.
    fn strategy_in_short(&self) -> Section {
        let plan = self.plan;
        let proposition = plan.offer.value_propositions.first();
        let proposition = proposition.map_or("", |proposition| proposition.text.as_str());
        let texts = [&plan.foundation.strategy, &plan.offer.positioning];
        let mut said = texts.into_iter().map(String::as_str).chain([proposition]);
        let first = said.find(|text| !text.trim().is_empty()).unwrap_or("");
        Section::new(text::IN_WORDS).paragraph(clamp(first, LONGEST))
    }

    fn first_to_change(&self) -> Section {
        let section = Section::new(text::DO_FIRST);
        self.different_findings()
            .take(MOST)
            .fold(section, |section, ranked| {
                let said = say(&ranked.finding, self.plan, self.figures);
                section.block(Block::Advice(Advice {
                    title: clamp(&said.title, LINE),
                    mark: String::new(),
                    message: clamp(&said.advice, LONGEST),
                    more: Vec::new(),
                }))
            })
    }

    fn decided(&self) -> Vec<String> {
        let decisions = self.plan.review.decisions.iter();
        let said = decisions.filter(|decision| !decision.what.trim().is_empty());
        // The latest were added last.
        said.rev()
            .take(MOST)
            .map(|decision| clamp(&decision.what, LINE))
            .collect()
    }

    fn promised(&self) -> Vec<String> {
        let promises = self.plan.scorecard.commitments.iter();
        let mut open: Vec<_> = promises
            .filter(|promise| !promise.done && !promise.what.trim().is_empty())
            .collect();
        // Those without a day come last.
        open.sort_by_key(|promise| (promise.due.is_none(), promise.due));
        let line = |promise: &&plumbline_plan::chapter::scorecard::Commitment| {
            let due = self.short_day(promise.due);
            let said = text::promise(promise.what.trim(), promise.owner.trim(), &due);
            clamp(&said, LINE)
        };
        open.iter().take(MOST).map(line).collect()
    }
}
