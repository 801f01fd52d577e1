//! The twelve chapters, each with how far it has come.

use plumbline_wording::texts::{chapters, library, shell, starts};
use yew::prelude::*;

use super::route::{Place, chapter_address, page_address};
use crate::{
    chapters::{Chapter, Progress},
    forecasting::use_forecast,
    interview::open_questions,
    pages::PlanPage,
    workbook::access::use_plan,
};

/// Properties of [`Navigation`].
#[derive(Properties, PartialEq)]
pub(super) struct NavigationProps {
    /// What is shown.
    pub current: Place,
}

/// Links to the chapters. On a narrow screen they fold away.
#[component]
pub(super) fn Navigation(props: &NavigationProps) -> Html {
    let plan = use_plan();
    let forecast = use_forecast();
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let fold = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    let current = props.current;
    let here = |place: Place| (place == current).then_some("page");
    html! {
        <nav class={classes!("chapters", open.then_some("chapters-open"))} aria-label={chapters::NAVIGATION}>
            <button type="button" class="chapters-toggle quiet" aria-expanded={open.to_string()} onclick={toggle}>
                { format!("{}: {}", shell::CHAPTERS_MENU, title_of(props.current)) }
            </button>
            <div>
                if let Some(count) = open_questions(&plan) {
                    <p class="chapters-questions">
                        <a href={page_address(PlanPage::Questions)} onclick={fold.clone()}
                            aria-current={here(Place::Page(PlanPage::Questions))}>{ starts::questions_open(count) }</a>
                    </p>
                }
            </div>
            <ol>
                { for Chapter::ALL.into_iter().map(|chapter| {
                    let progress = Progress::of(chapter, &plan, forecast.problems());
                    html! {
                        <li key={chapter.place()}>
                            <a href={chapter_address(chapter)} onclick={fold.clone()}
                                aria-current={here(Place::Chapter(chapter))}>
                                <span class="chapter-title">{ chapters::title(chapter) }</span>
                                { mark(progress) }
                            </a>
                        </li>
                    }
                }) }
            </ol>
            <ul class="chapters-beside">
                { for PlanPage::LISTED.into_iter().map(|page| html! {
                    <li key={page.address()}>
                        <a href={page_address(page)} onclick={fold.clone()} aria-current={here(Place::Page(page))}>
                            <span class="chapter-title">{ page.title() }</span>
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
    }
}

fn title_of(place: Place) -> &'static str {
    match place {
        Place::Chapter(chapter) => chapters::title(chapter),
        Place::Page(page) => page.title(),
        Place::Library => library::TITLE,
    }
}

fn mark(progress: Progress) -> Html {
    let (class, sign) = match progress {
        Progress::Empty => ("progress progress-empty", String::new()),
        Progress::Open(count) => ("progress", count.to_string()),
        Progress::Ready => ("progress progress-begun", String::new()),
        Progress::Needs(count) => ("progress progress-needs", count.to_string()),
    };
    html! {
        <span {class} title={progress.words()}>
            <span aria-hidden="true">{ sign }</span>
            <span class="unseen">{ progress.words() }</span>
        </span>
    }
}
