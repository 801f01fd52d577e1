//! The guidance at the head of a chapter: why it is there, what is still needed before a
//! rep could act on it, with links, and questions that help to write it.

use plumbline_plan::FieldPath;
use plumbline_wording::texts::{guide as text, labels};
use yew::prelude::*;

use super::{
    Chapter,
    progress::{needs, problems_of},
};
use crate::{forecasting::use_forecast, shell::field_address, workbook::access::use_plan};

/// Properties of [`Guide`].
#[derive(Properties, PartialEq)]
pub(super) struct GuideProps {
    /// The chapter.
    pub chapter: Chapter,
}

/// The guidance.
#[component]
pub(super) fn Guide(props: &GuideProps) -> Html {
    let place = props.chapter.place();
    html! {
        <div class="guide">
            <p>{ text::PARAGRAPHS[place] }</p>
            <div>
                if props.chapter != Chapter::RealityCheck {
                    <StillNeeded chapter={props.chapter} />
                }
            </div>
            <details class="depth">
                <summary>{ text::HELP }</summary>
                <ul>
                    { for text::PROMPTS[place].iter().map(|question| html! { <li key={*question}>{ *question }</li> }) }
                </ul>
            </details>
        </div>
    }
}

/// What is still needed, figures for the verdict first.
#[component]
fn StillNeeded(props: &GuideProps) -> Html {
    let plan = use_plan();
    let forecast = use_forecast();
    let missing = problems_of(props.chapter, forecast.problems())
        .map(|problem| (problem.path.clone(), text::FOR_A_VERDICT));
    let needed = needs(props.chapter, &plan).into_iter();
    let points: Vec<(FieldPath, &'static str)> = missing
        .chain(needed.map(|need| (need.path, need.what)))
        .collect();
    if points.is_empty() {
        return html! { <p class="nothing-needed">{ text::NOTHING_NEEDED }</p> };
    }
    html! {
        <details class="depth">
            <summary>{ text::still_needed(points.len()) }</summary>
            <ul>
                { for points.iter().map(|(path, what)| html! {
                    <li key={format!("{path} {what}")}>
                        <a href={field_address(path)}>{ labels::of(&plan, path) }</a>
                        { format!(": {what}") }
                    </li>
                }) }
            </ul>
        </details>
    }
}
