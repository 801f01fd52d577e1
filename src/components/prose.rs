//! A text with its lists and bold words, as nodes: nothing in it is ever taken for HTML.

use plumbline_plan::prose::{Block, Span, read};
use yew::prelude::*;

/// Properties of [`Prose`].
#[derive(Properties, PartialEq)]
pub(super) struct ProseProps {
    /// The text, with its marks.
    pub text: AttrValue,
}

/// The text as it is meant. The field that holds it says it to who cannot see, so this does
/// not say it again.
#[component]
pub(super) fn Prose(props: &ProseProps) -> Html {
    html! {
        <div class="prose" dir="auto" aria-hidden="true">
            { for read(&props.text).iter().map(block) }
        </div>
    }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Paragraph(words) => html! { <p>{ spans(words) }</p> },
        Block::List { numbered, items } => {
            let items = items.iter().map(|item| html! { <li>{ spans(item) }</li> });
            match numbered {
                Some(first) => html! { <ol start={first.to_string()}>{ for items }</ol> },
                None => html! { <ul>{ for items }</ul> },
            }
        }
    }
}

fn spans(words: &[Span]) -> Html {
    let words = words.iter().map(|span| {
        if span.bold {
            html! { <strong>{ span.text.clone() }</strong> }
        } else {
            html! { <span>{ span.text.clone() }</span> }
        }
    });
    html! { <>{ for words }</> }
}
