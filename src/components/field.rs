//! The frame of a field: label, hint, and what is said below it.

use plumbline_plan::FieldPath;
use yew::prelude::*;

/// How a field stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// On a line of its own, label above.
    #[default]
    Block,
    /// In a cell of a table with its label in the column's head; on narrow screens, where
    /// there is no head, the label stands above.
    Cell,
}

/// Properties of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The identifier of the control inside.
    pub id: AttrValue,
    /// The visible label.
    pub label: AttrValue,
    /// What it belongs to, said before the label to who cannot see the table around it.
    #[prop_or_default]
    pub of: Option<AttrValue>,
    /// A sentence about it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How it stands among others.
    #[prop_or_default]
    pub layout: Layout,
    /// The control.
    pub children: Html,
    /// What is said below the control: what was understood, or what is wrong.
    #[prop_or_default]
    pub below: Html,
}

/// A labelled field. The control inside names `{id}-hint` and `{id}-said` as its
/// description.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let class = match props.layout {
        Layout::Block => "field",
        Layout::Cell => "field field-cell",
    };
    html! {
        <div {class}>
            <label for={props.id.clone()}>
                if let Some(of) = &props.of {
                    <span class="unseen">{ format!("{of}: ") }</span>
                }
                { props.label.clone() }
            </label>
            <div class="field-control">{ props.children.clone() }</div>
            <div class="field-said" id={format!("{}-said", props.id)}>{ props.below.clone() }</div>
            <p class="field-hint" id={format!("{}-hint", props.id)}>
                { props.hint.clone().unwrap_or_default() }
            </p>
        </div>
    }
}

/// The identifier of the control of a field: links to a field end in it.
#[must_use]
pub fn field_id(path: &FieldPath) -> String {
    let mut id = String::from("field");
    for step in path.steps() {
        id.push('.');
        id.push_str(step);
    }
    id
}

/// What describes the control of a field.
pub(super) fn described_by(id: &str) -> String {
    format!("{id}-said {id}-hint")
}
