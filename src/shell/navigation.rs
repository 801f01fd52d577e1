//! The twelve chapters, each with how far it has come.

use plumbline_wording::texts::{chapters, shell, starts};
use yew::prelude::*;

use super::route::{chapter_address, questions_address};
use crate::{
    chapters::{Chapter, Progress},
    forecasting::use_forecast,
    interview::open_questions,
    workbook::access::use_plan,
};

/// Properties of [`Navigation`].
#[derive(Properties, PartialEq)]
pub(super) struct NavigationProps {
    /// The chapter shown.
    pub current: Chapter,
    /// Whether the ten questions are shown in its place.
    pub questions: bool,
}

/// Links to the chapters. On a narrow screen they fold away.
#[component]
pub(super) fn Navigation(props: &NavigationProps) -> Html {
    let plan = use_plan();
    let forecast = use_forecast();
    let open = use_state(|| false);
    let shown = if props.questions {
        starts::QUESTIONS
    } else {
        props.current.title()
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let fold = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    html! {
        <nav class={classes!("chapters", open.then_some("chapters-open"))} aria-label={chapters::NAVIGATION}>
            <button type="button" class="chapters-toggle quiet" aria-expanded={open.to_string()} onclick={toggle}>
                { format!("{}: {}", shell::CHAPTERS_MENU, shown) }
            </button>
            <div>
                if let Some(count) = open_questions(&plan) {
                    <p class="chapters-questions">
                        <a href={questions_address()} onclick={fold.clone()}
                            aria-current={props.questions.then_some("page")}>{ starts::questions_open(count) }</a>
                    </p>
                }
            </div>
            <ol>
                { for Chapter::ALL.into_iter().map(|chapter| {
                    let progress = Progress::of(chapter, &plan, forecast.problems());
                    html! {
                        <li key={chapter.place()}>
                            <a href={chapter_address(chapter)} onclick={fold.clone()}
                                aria-current={(chapter == props.current && !props.questions).then_some("page")}>
                                <span class="chapter-title">{ chapter.title() }</span>
                                { mark(progress) }
                            </a>
                        </li>
                    }
                }) }
            </ol>
        </nav>
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
