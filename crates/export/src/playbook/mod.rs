//! From a plan with its answer to a document: which chapter shows what. The dressing is not
//! here, and nothing is computed.

mod charts;
mod findings;
mod people;
mod questions;
mod reality;
mod register;
mod rhythm;
mod scenarios_beside;
mod selling;
mod summary;
mod words;

use chrono::NaiveDate;
use plumbline_deals::Tally;
use plumbline_forecast::{Outcome, Verdict};
use plumbline_plan::{Month, Plan, Quantity};
use plumbline_review::Ranked;
use plumbline_wording::{
    figures::Figures,
    texts::{chapters, playbook as text, scenarios},
    writing,
};

use crate::document::{Chapter, Cover, Document, Section};

/// What a playbook is made of.
#[derive(Debug, Clone, Copy)]
pub struct Playbook<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The day it was calculated from.
    pub as_of: NaiveDate,
    /// The day the document is made.
    pub made_on: NaiveDate,
    /// The answer; nothing where the plan cannot be computed yet.
    pub answer: Option<(&'a Outcome, &'a Verdict)>,
    /// What the rules say, the most valuable first.
    pub findings: &'a [Ranked],
    /// The firm's own closed deals, where there are any.
    pub tally: Option<&'a Tally>,
    /// How figures are written.
    pub figures: &'a Figures,
}

impl Playbook<'_> {
    /// The whole plan: the one page first, then the twelve chapters, then scenarios and the
    /// register, where there are any.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut all = vec![self.on_one_page()];
        let sections: [Vec<Section>; 12] = [
            self.foundation(),
            self.market(),
            self.offer(),
            self.process(),
            self.team(),
            self.compensation(),
            self.targets(),
            self.pipeline(),
            self.rhythm(),
            self.scorecard(),
            self.reality_check(),
            self.review(),
        ];
        for (place, sections) in sections.into_iter().enumerate() {
            all.push(Chapter {
                number: Some(place + 1),
                title: chapters::TITLES[place].to_owned(),
                lead: chapters::WHY[place].to_owned(),
                sections: filled(sections),
            });
        }
        let after = [
            (scenarios::TITLE, text::SCENARIOS_WHY, self.scenarios()),
            (text::REGISTER, text::REGISTER_WHY, vec![self.register()]),
        ];
        for (title, lead, sections) in after {
            let sections = filled(sections);
            if !sections.is_empty() {
                all.push(Chapter {
                    number: None,
                    title: title.to_owned(),
                    lead: lead.to_owned(),
                    sections,
                });
            }
        }
        Document {
            cover: self.cover(),
            one_page: false,
            chapters: all,
        }
    }

    /// The plan on one page, whatever it holds.
    #[must_use]
    pub fn summary(&self) -> Document {
        Document {
            cover: self.cover(),
            one_page: true,
            chapters: vec![self.on_one_page()],
        }
    }

    fn cover(&self) -> Cover {
        let about = &self.plan.about;
        let period = self.plan.targets.period;
        let title = about.title.trim();
        Cover {
            brand: about.brand.trim().to_owned(),
            logo: about.brand_logo.clone(),
            title: if title.is_empty() {
                text::UNTITLED.to_owned()
            } else {
                title.to_owned()
            },
            client: about.client.trim().to_owned(),
            prepared_by: about.prepared_by.trim().to_owned(),
            date: self.figures.day(self.made_on),
            period: text::period(
                &self.figures.months(period.start, period.last()),
                &self.figures.day(self.as_of),
            ),
        }
    }

    /// A quantity as its field shows it, or nothing.
    fn value<Q: Quantity>(&self, value: Option<Q>) -> String {
        value.map_or_else(String::new, |value| {
            self.figures.entered(Q::KIND, value.get())
        })
    }

    /// Hours, or nothing.
    fn hours(&self, value: Option<plumbline_plan::Hours>) -> String {
        value.map_or_else(String::new, |hours| {
            writing::write_hours(hours.get(), &self.figures.locale)
        })
    }

    /// A day as short as it can be, for tables; or nothing.
    fn short_day(&self, day: Option<NaiveDate>) -> String {
        day.map_or_else(String::new, |day| {
            writing::write_date(day, &self.figures.locale)
        })
    }

    /// A month, or nothing.
    fn month(&self, month: Option<Month>) -> String {
        month.map_or_else(String::new, |month| self.figures.month(month))
    }
}

/// The sections in which something stands.
fn filled(sections: Vec<Section>) -> Vec<Section> {
    let mut sections = sections;
    sections.retain(|section| !section.blocks.is_empty());
    sections
}

/// A name, or what is said of an item without one at this place.
fn named(name: &str, place: usize, unnamed: fn(usize) -> String) -> String {
    match name.trim() {
        "" => unnamed(place + 1),
        name => name.to_owned(),
    }
}
