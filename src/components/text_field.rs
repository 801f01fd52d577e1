//! Fields for words, with an example to insert while they are empty.

use plumbline_plan::{Edit, FieldPath, prose};
use plumbline_wording::texts::guide;
use yew::prelude::*;

use super::field::{Field, Layout, described_by, field_id, field_properties, refusal};
use super::prose::Prose;
use crate::{
    browser::input,
    workbook::{Action, access::use_changes},
};

field_properties! {
    /// Properties of [`TextField`] and [`TextArea`].
    TextFieldProps {
        /// The field.
        pub path: FieldPath,
        /// The words in force.
        pub value: AttrValue,
        /// What is shown while the field is empty.
        #[prop_or_default]
        pub example: Option<AttrValue>,
        /// Called with the words when the field is left, in place of setting them at every
        /// keystroke.
        #[prop_or_default]
        pub oncommit: Option<Callback<String>>,
        /// Why the words last typed are not taken.
        #[prop_or_default]
        pub refused: Option<AttrValue>,
    }
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
        <Field id={id.clone()} caption={props.caption()} below={refusal(props.refused.as_deref())}>
            <input type="text" id={id.clone()} dir="auto" autocomplete="off"
                value={props.value.clone()} placeholder={props.example.clone()}
                aria-invalid={props.refused.is_some().then_some("true")}
                aria-describedby={described_by(&id)} {oninput} {onchange} {onblur} />
        </Field>
    }
}

/// A field for several lines of words. Lists and bold words in it are shown as such while
/// it is not written in.
#[component]
pub fn TextArea(props: &TextFieldProps) -> Html {
    let Handlers {
        oninput,
        onchange,
        onblur,
    } = use_handlers(&props.path, props.oncommit.clone());
    let id = field_id(&props.path);
    let caption = props.caption();
    let formatted = prose::is_formatted(&props.value);
    let insertable = caption.layout == Layout::Block && props.oncommit.is_none();
    let example = props
        .example
        .clone()
        .filter(|_| insertable && props.value.trim().is_empty());
    html! {
        <Field id={id.clone()} caption={caption.clone()} below={refusal(props.refused.as_deref())}>
            <div class={classes!("prose-field", formatted.then_some("prose-formatted"))}>
                <textarea key="text" id={id.clone()} dir="auto" rows="2" value={props.value.clone()}
                    placeholder={props.example.clone()} aria-describedby={described_by(&id)}
                    aria-invalid={props.refused.is_some().then_some("true")}
                    {oninput} {onchange} {onblur} />
                <Prose key="prose" text={if formatted { props.value.clone() } else { AttrValue::default() }} />
            </div>
            if let Some(example) = example {
                <UseExample path={props.path.clone()} {example} label={caption.in_full()} />
            }
        </Field>
    }
}

#[derive(Properties, PartialEq)]
struct UseExampleProps {
    path: FieldPath,
    example: AttrValue,
    label: AttrValue,
}

/// Puts the example into the empty field. What stands there by the time it is pressed is
/// never written over: the button is gone then.
#[component]
fn UseExample(props: &UseExampleProps) -> Html {
    let changes = use_changes();
    let onclick = {
        let (path, example) = (props.path.clone(), props.example.clone());
        Callback::from(move |_: MouseEvent| {
            let edit = Edit::set(&path, example.as_str());
            changes.make_and_say(edit, guide::INSERTED.to_owned());
        })
    };
    html! {
        <button type="button" class="use-example quiet" aria-label={guide::insert_into(&props.label)} {onclick}>
            { guide::INSERT }
        </button>
    }
}
