//! The frame of a field: label, hint, and what is said below it; and the properties that
//! every field has because of it.

use plumbline_plan::FieldPath;
use plumbline_wording::texts::workshop;
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

/// How a field is labelled.
#[derive(Debug, Clone, PartialEq)]
pub struct Caption {
    /// The visible label.
    pub label: AttrValue,
    /// What it belongs to, said before the label to who cannot see the table around it.
    pub of: Option<AttrValue>,
    /// A sentence about it.
    pub hint: Option<AttrValue>,
    /// How it stands among others.
    pub layout: Layout,
}

impl Caption {
    /// The label for who cannot see around it: with what the field belongs to.
    #[must_use]
    pub fn in_full(&self) -> AttrValue {
        match &self.of {
            Some(of) => format!("{of}: {}", self.label).into(),
            None => self.label.clone(),
        }
    }

    /// The label as it is drawn: what it belongs to is only said.
    pub(super) fn drawn(&self) -> Html {
        html! {
            <>
                if let Some(of) = &self.of {
                    <span class="unseen">{ format!("{of}: ") }</span>
                }
                { self.label.clone() }
            </>
        }
    }
}

/// Declares the properties of a field: its own, and those of its [`Caption`], which every
/// field has and hands on whole.
macro_rules! field_properties {
    ($(#[$doc:meta])* $name:ident { $($own:tt)* }) => {
        $(#[$doc])*
        #[derive(yew::Properties, PartialEq, Clone)]
        pub struct $name {
            /// The visible label.
            pub label: yew::AttrValue,
            /// What it belongs to, for who cannot see the table around it.
            #[prop_or_default]
            pub of: Option<yew::AttrValue>,
            /// A sentence about it.
            #[prop_or_default]
            pub hint: Option<yew::AttrValue>,
            /// How it stands among others.
            #[prop_or_default]
            pub layout: $crate::components::Layout,
            $($own)*
        }

        impl $name {
            /// How the field is labelled.
            fn caption(&self) -> $crate::components::field::Caption {
                $crate::components::field::Caption {
                    label: self.label.clone(),
                    of: self.of.clone(),
                    hint: self.hint.clone(),
                    layout: self.layout,
                }
            }
        }
    };
}
pub(super) use field_properties;

/// Properties of [`Field`].
#[derive(Properties, PartialEq)]
pub struct FieldProps {
    /// The identifier of the control inside.
    pub id: AttrValue,
    /// How it is labelled.
    pub caption: Caption,
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
    let class = match props.caption.layout {
        Layout::Block => "field",
        Layout::Cell => "field field-cell",
    };
    html! {
        <div {class}>
            <label for={props.id.clone()}>{ props.caption.drawn() }</label>
            <div class="field-control">{ props.children.clone() }</div>
            <div class="field-said" id={format!("{}-said", props.id)}>{ props.below.clone() }</div>
            <p class="field-hint" id={format!("{}-hint", props.id)}>
                { props.caption.hint.clone().unwrap_or_default() }
            </p>
        </div>
    }
}

/// Properties of [`HiddenField`].
#[derive(Properties, PartialEq)]
pub struct HiddenFieldProps {
    /// The identifier of the control.
    pub id: AttrValue,
    /// How it is labelled.
    pub caption: Caption,
    /// What may be seen of it.
    #[prop_or(AttrValue::Static(workshop::MASK))]
    pub shown: AttrValue,
}

/// A field whose content is not to be seen, and so not to be changed either.
#[component]
pub fn HiddenField(props: &HiddenFieldProps) -> Html {
    let id = &props.id;
    let below = html! { <p class="hint">{ workshop::HIDDEN_FIELD }</p> };
    html! {
        <Field id={id.clone()} caption={props.caption.clone()} {below}>
            <input type="text" id={id.clone()} readonly=true value={props.shown.clone()}
                aria-describedby={described_by(id)} />
        </Field>
    }
}

/// What is said below a control whose text cannot be taken.
pub(super) fn refusal(why: Option<&str>) -> Html {
    match why {
        Some(why) => html! { <p class="refused">{ why }</p> },
        None => Html::default(),
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
