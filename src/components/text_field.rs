//! Fields for words.

use plumbline_plan::{Edit, FieldPath};
use yew::prelude::*;

use super::field::{Field, Layout, described_by, field_id};
use crate::{
    browser::input,
    workbook::{Action, access::use_changes},
};

/// Properties of [`TextField`] and [`TextArea`].
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// The field.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// What it belongs to, for who cannot see the table around it.
    #[prop_or_default]
    pub of: Option<AttrValue>,
    /// A sentence about it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How it stands among others.
    #[prop_or_default]
    pub layout: Layout,
    /// The words in force.
    pub value: AttrValue,
    /// What is shown while the field is empty.
    #[prop_or_default]
    pub example: Option<AttrValue>,
    /// Called with the words when the field is left, in place of setting them at every
    /// keystroke.
    #[prop_or_default]
    pub oncommit: Option<Callback<String>>,
}

struct Handlers {
    oninput: Callback<InputEvent>,
    onchange: Callback<Event>,
    onblur: Callback<FocusEvent>,
}

#[hook]
fn use_handlers(path: &FieldPath, oncommit: Option<Callback<String>>) -> Handlers {
    let changes = use_changes();
    let at_once = oncommit.is_none();
    let oninput = {
        let (changes, path) = (changes.clone(), path.clone());
        Callback::from(move |event: InputEvent| {
            if at_once {
                changes.typed(&path, Edit::set(&path, input::text_of(&event)));
            }
        })
    };
    let onchange = Callback::from(move |event: Event| {
        if let Some(oncommit) = &oncommit {
            oncommit.emit(input::text_of(&event));
        }
    });
    let onblur = Callback::from(move |_| changes.act(Action::EndTyping));
    Handlers {
        oninput,
        onchange,
        onblur,
    }
}

/// A field for a line of words.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let Handlers {
        oninput,
        onchange,
        onblur,
    } = use_handlers(&props.path, props.oncommit.clone());
    let id = field_id(&props.path);
    html! {
        <Field id={id.clone()} label={props.label.clone()} of={props.of.clone()}
            hint={props.hint.clone()} layout={props.layout}>
            <input type="text" id={id.clone()} dir="auto" autocomplete="off"
                value={props.value.clone()} placeholder={props.example.clone()}
                aria-describedby={described_by(&id)} {oninput} {onchange} {onblur} />
        </Field>
    }
}

/// A field for several lines of words.
#[component]
pub fn TextArea(props: &TextFieldProps) -> Html {
    let Handlers {
        oninput,
        onchange,
        onblur,
    } = use_handlers(&props.path, props.oncommit.clone());
    let id = field_id(&props.path);
    html! {
        <Field id={id.clone()} label={props.label.clone()} of={props.of.clone()}
            hint={props.hint.clone()} layout={props.layout}>
            <textarea id={id.clone()} dir="auto" rows="2" value={props.value.clone()}
                placeholder={props.example.clone()} aria-describedby={described_by(&id)}
                {oninput} {onchange} {onblur} />
        </Field>
    }
}
