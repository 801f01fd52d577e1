//! The chapters of the plan, one module each, and their registry.

mod compensation;
mod foundation;
mod guide;
mod market;
mod offer;
mod parts;
mod pipeline;
mod process;
mod progress;
mod reality_check;
mod review;
mod rhythm;
mod scorecard;
mod targets;
mod team;

use plumbline_wording::texts::chapters;
use yew::prelude::*;

pub use progress::Progress;
pub use reality_check::{Trying, WhatIfs, use_trying};
pub use review::DecisionsSection;

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

    /// Its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        chapters::TITLES[self.place()]
    }

    /// Why it is there, in a sentence.
    #[must_use]
    pub fn why(self) -> &'static str {
        chapters::WHY[self.place()]
    }

    /// The name of its field in the plan.
    #[must_use]
    pub fn field(self) -> &'static str {
        [
            "foundation",
            "market",
            "offer",
            "process",
            "team",
            "compensation",
            "targets",
            "pipeline",
            "rhythm",
            "scorecard",
            "reality_check",
            "review",
        ][self.place()]
    }

    /// Its part of the page's address, after `#/`.
    #[must_use]
    pub fn address(self) -> String {
        self.field().replace('_', "-")
    }

    /// The chapter of an address; nothing for an unknown one.
    #[must_use]
    pub fn at_address(address: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|chapter| chapter.address() == address)
    }
}

/// Properties of [`ChapterPage`].
#[derive(Properties, PartialEq)]
pub struct ChapterPageProps {
    /// The chapter shown.
    pub chapter: Chapter,
}

/// The page of a chapter.
#[component]
pub fn ChapterPage(props: &ChapterPageProps) -> Html {
    let chapter = props.chapter;
    let body = match chapter {
        Chapter::Process => html! { <process::ProcessChapter /> },
        Chapter::Team => html! { <team::TeamChapter /> },
        Chapter::Targets => html! { <targets::TargetsChapter /> },
        Chapter::Pipeline => html! { <pipeline::PipelineChapter /> },
        Chapter::RealityCheck => html! { <reality_check::RealityCheckChapter /> },
        Chapter::Foundation => html! { <foundation::FoundationChapter /> },
        Chapter::Market => html! { <market::MarketChapter /> },
        Chapter::Offer => html! { <offer::OfferChapter /> },
        Chapter::Compensation => html! { <compensation::CompensationChapter /> },
        Chapter::Rhythm => html! { <rhythm::RhythmChapter /> },
        Chapter::Scorecard => html! { <scorecard::ScorecardChapter /> },
        Chapter::Review => html! { <review::ReviewChapter /> },
    };
    html! {
        <article class="chapter" key={chapter.address()}>
            <header class="chapter-head">
                <p class="chapter-number">{ chapter.place() + 1 }</p>
                <h1 tabindex="-1">{ chapter.title() }</h1>
                <p class="chapter-why">{ chapter.why() }</p>
            </header>
            <guide::Guide {chapter} />
            { body }
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_is_found_by_its_address() {
        for chapter in Chapter::ALL {
            assert_eq!(Chapter::at_address(&chapter.address()), Some(chapter));
        }
        assert_eq!(Chapter::at_address("nowhere"), None);
    }

    #[test]
    fn every_chapter_is_a_field_of_the_plan() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let plan = plumbline_plan::start::blank(today);
        for chapter in Chapter::ALL {
            assert!(
                plan.field(&chapter.field().into()).is_ok(),
                "{}",
                chapter.field()
            );
        }
    }
}
