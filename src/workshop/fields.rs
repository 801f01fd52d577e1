//! The fields of the plan that answer a question: the usual ones, but for what is not to be
//! seen, which can then not be written over either.

use plumbline_plan::{
    Count, Days, Factor, FieldPath, Fraction, GrowthRate, Hours, Money, Quantity, QuantityKind,
};
use plumbline_wording::{texts::labels, values::kind_of};
use serde_json::Value;
use yew::prelude::*;

use super::{Real, steps::Question};
use crate::{
    components::{
        AssumptionField, AssumptionValue, Caption, HiddenField, Layout, QuantityField, TextArea,
        field_id,
    },
    workbook::access::use_plan,
};

/// Properties of [`Answers`].
#[derive(Properties, PartialEq)]
pub(super) struct AnswersProps {
    /// The question.
    pub question: Question,
    /// The real plan.
    pub real: Real,
}

/// The fields that answer a question; none for one that is only discussed.
#[component]
pub(super) fn Answers(props: &AnswersProps) -> Html {
    let paths = props.question.fields(&props.real.plan);
    html! {
        <div class="columns">
            { for paths.into_iter().map(|path| html! {
                <AnswerField key={path.to_string()} path={path.clone()} real={props.real.clone()} />
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AnswerFieldProps {
    path: FieldPath,
    real: Real,
}

/// One field, of the kind its value asks for.
#[component]
fn AnswerField(props: &AnswerFieldProps) -> Html {
    let plan = use_plan();
    let path = &props.path;
    let Ok(value) = props.real.plan.field(path) else {
        return html! { <div /> };
    };
    let label = labels::of(&plan, path);
    let kind = kind_of(path).unwrap_or(QuantityKind::Count);
    match value {
        Value::String(words) => html! {
            <Shielded path={path.clone()} shown={props.real.masking.text(&words)} {label} {words} />
        },
        Value::Object(_) => match AssumptionValue::in_plan(&props.real.plan, path, kind) {
            Some(value) => html! { <AssumptionField path={path.clone()} {label} {value} /> },
            None => html! { <div /> },
        },
        value => html! {
            <QuantityField path={path.clone()} {label} {kind} bounds={bounds(kind)} value={value.as_f64()} />
        },
    }
}

#[derive(Properties, PartialEq)]
struct ShieldedProps {
    path: FieldPath,
    label: String,
    words: String,
    shown: String,
}

/// A field for words.
#[component]
fn Shielded(props: &ShieldedProps) -> Html {
    let field = html! {
        <TextArea path={props.path.clone()} label={props.label.clone()} value={props.words.clone()} />
    };
    html! {
        <Shield id={field_id(&props.path)} label={props.label.clone()} words={props.words.clone()}
            shown={props.shown.clone()}>{ field }</Shield>
    }
}

/// Properties of [`Shield`].
#[derive(Properties, PartialEq)]
pub(super) struct ShieldProps {
    /// The identifier of the control.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The words in the field.
    pub words: String,
    /// What may be seen of them.
    pub shown: String,
    /// The field itself.
    pub children: Html,
}

/// A field for words; in its place, where something in it is not to be seen, what may be.
/// While somebody writes in it, it stays: they see what they write.
#[component]
pub(super) fn Shield(props: &ShieldProps) -> Html {
    let writing = use_state_eq(|| false);
    let hidden = props.words != props.shown && !*writing;
    let onfocusin = {
        let writing = writing.setter();
        Callback::from(move |_: FocusEvent| writing.set(!hidden))
    };
    let onfocusout = {
        let writing = writing.setter();
        Callback::from(move |_: FocusEvent| writing.set(false))
    };
    let caption = Caption {
        label: props.label.clone().into(),
        of: None,
        hint: None,
        layout: Layout::Block,
    };
    html! {
        <div {onfocusin} {onfocusout}>
            if hidden {
                <HiddenField key="hidden" id={props.id.clone()} {caption} shown={props.shown.clone()} />
            } else {
                <div key="field">{ props.children.clone() }</div>
            }
        </div>
    }
}

/// The least and the most of a kind.
fn bounds(kind: QuantityKind) -> (f64, f64) {
    match kind {
        QuantityKind::Fraction => (Fraction::LEAST, Fraction::MOST),
        QuantityKind::Money => (Money::LEAST, Money::MOST),
        QuantityKind::Count => (Count::LEAST, Count::MOST),
        QuantityKind::Days => (Days::LEAST, Days::MOST),
        // Of a week or of a month of work.
        QuantityKind::Hours => (Hours::LEAST, 168.0),
        QuantityKind::Factor => (Factor::LEAST, Factor::MOST),
        QuantityKind::GrowthRate => (GrowthRate::LEAST, GrowthRate::MOST),
    }
}
