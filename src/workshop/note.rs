//! What was said about a question: kept with it among the answers of the chapter Review.

use plumbline_plan::{Edit, FieldPath, chapter::review::Answer};
use plumbline_wording::texts::workshop as text;
use yew::prelude::*;

use super::{Real, fields::Shield};
use crate::{
    browser::input,
    components::{Caption, Field, Layout, field_id},
    workbook::{Action, access::use_changes, identity::fresh_item_id},
};

/// Properties of [`Note`].
#[derive(Properties, PartialEq)]
pub(super) struct NoteProps {
    /// The question.
    pub question: &'static str,
    /// The real plan.
    pub real: Real,
}

/// The note on a question.
#[component]
pub(super) fn Note(props: &NoteProps) -> Html {
    let changes = use_changes();
    let fresh = use_memo(props.question, |_| fresh_item_id::<Answer>());
    let list = FieldPath::from("review/answers");
    let answers = &props.real.plan.review.answers;
    let answer = answers
        .iter()
        .find(|answer| answer.question.trim() == props.question);
    let id = answer.map_or_else(|| (*fresh).clone(), |answer| answer.id.clone());
    let path = list.child(id.as_str()).child("answer");
    let words = answer
        .map(|answer| answer.answer.clone())
        .unwrap_or_default();
    let oninput = {
        let (changes, path, there) = (changes.clone(), path.clone(), answer.is_some());
        let (question, count) = (props.question, answers.len());
        Callback::from(move |event: InputEvent| {
            let said = input::text_of(&event);
            let edit = if there {
                Edit::set(&path, said)
            } else {
                let answer = Answer {
                    id: id.clone(),
                    question: question.to_owned(),
                    answer: said,
                };
                Edit::insert(&list, count, answer)
            };
            changes.typed(&path, edit);
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| changes.act(Action::EndTyping));
    let id = field_id(&path);
    let caption = Caption {
        label: text::SAID.into(),
        of: None,
        hint: Some(text::SAID_WHY.into()),
        layout: Layout::Block,
    };
    html! {
        <Shield id={id.clone()} label={text::SAID} shown={props.real.masking.text(&words)} words={words.clone()}>
            <Field id={id.clone()} {caption}>
                <textarea {id} dir="auto" rows="2" value={words} {oninput} {onblur} />
            </Field>
        </Shield>
    }
}
