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

pub use plumbline_plan::chapter::Chapter;

pub use progress::Progress;
pub use reality_check::{Trying, WhatIfs, use_trying};
pub use review::DecisionsSection;

/// The part of the page's address that names a chapter, after `#/`.
#[must_use]
pub fn address_of(chapter: Chapter) -> String {
    chapter.field().replace('_', "-")
}

/// The chapter of an address; nothing for an unknown one.
#[must_use]
pub fn chapter_at(address: &str) -> Option<Chapter> {
    let mut chapters = Chapter::ALL.into_iter();
    chapters.find(|chapter| address_of(*chapter) == address)
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
        <article class="chapter" key={chapter.field()}>
            <header class="chapter-head">
                <p class="chapter-number">{ chapter.place() + 1 }</p>
                <h1 tabindex="-1">{ chapters::title(chapter) }</h1>
                <p class="chapter-why">{ chapters::why(chapter) }</p>
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
            assert_eq!(chapter_at(&address_of(chapter)), Some(chapter));
        }
        assert_eq!(chapter_at("nowhere"), None);
    }
}
