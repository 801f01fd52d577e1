//! The pages that stand beside the chapters: what is said about the plan as a whole, and
//! ways into it.

mod playbook;
mod scenarios;

use plumbline_wording::texts::{
    deals_page, playbook as playbook_text, scenarios as scenarios_text, starts, workshop,
};
use yew::prelude::*;

pub use scenarios::{Answered, Comparison, Shown};

use crate::{deals::DealsPage, interview::Interview};

/// A page beside the chapters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanPage {
    /// The ten questions that fill a first plan.
    Questions,
    /// Other ways to reach the target.
    Scenarios,
    /// The plan as a document.
    Playbook,
    /// The firm's own deals.
    Deals,
    /// The plan in front of a room, in a frame of its own.
    Workshop,
}

impl PlanPage {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Questions,
        Self::Scenarios,
        Self::Deals,
        Self::Workshop,
        Self::Playbook,
    ];

    /// Those that the navigation always lists, in its order.
    pub const LISTED: [Self; 4] = [Self::Deals, Self::Scenarios, Self::Workshop, Self::Playbook];

    /// Its title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Questions => starts::QUESTIONS,
            Self::Scenarios => scenarios_text::TITLE,
            Self::Playbook => playbook_text::TITLE,
            Self::Deals => deals_page::TITLE,
            Self::Workshop => workshop::TITLE,
        }
    }

    /// Its part of the page's address, after `#/`.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Scenarios => "scenarios",
            Self::Playbook => "playbook",
            Self::Deals => "deals",
            Self::Workshop => "workshop",
        }
    }

    /// The page of an address; nothing for an unknown one.
    #[must_use]
    pub fn at_address(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.address() == address)
    }
}

/// Properties of [`PlanPageBody`].
#[derive(Properties, PartialEq)]
pub struct PlanPageBodyProps {
    /// The page shown.
    pub page: PlanPage,
}

/// A page beside the chapters.
#[component]
pub fn PlanPageBody(props: &PlanPageBodyProps) -> Html {
    match props.page {
        PlanPage::Questions => html! { <Interview /> },
        PlanPage::Playbook => html! { <playbook::PlaybookPage /> },
        PlanPage::Scenarios => framed(
            props.page,
            scenarios_text::WHY,
            html! { <scenarios::ScenariosPage /> },
        ),
        PlanPage::Deals => framed(props.page, deals_page::WHY, html! { <DealsPage /> }),
        // The page shows it without what stands around these.
        PlanPage::Workshop => html! { <div /> },
    }
}

/// A page with its head: the title, and in a sentence why it is there.
fn framed(page: PlanPage, why: &'static str, body: Html) -> Html {
    html! {
        <article class="chapter" key={page.address()}>
            <header class="chapter-head">
                <h1 tabindex="-1">{ page.title() }</h1>
                <p class="chapter-why">{ why }</p>
            </header>
            { body }
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chapters::chapter_at;

    #[test]
    fn every_page_is_found_by_its_address_which_is_no_chapters() {
        for page in PlanPage::ALL {
            assert_eq!(PlanPage::at_address(page.address()), Some(page));
            assert_eq!(chapter_at(page.address()), None);
        }
    }
}
