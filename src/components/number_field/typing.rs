//! A number field while it is typed into: the draft, and what each key and leaving mean.

use std::{cell::Cell, rc::Rc};

use plumbline_plan::{Edit, FieldPath};
use plumbline_wording::texts::fields;
use yew::prelude::*;

use super::{
    NumberFieldProps,
    question::{Accepted, Question, Reading},
};
use crate::{
    browser::input,
    components::Figures,
    workbook::{
        Action,
        access::{Changes, use_changes},
    },
};

/// A number field at this moment, and what is to happen in it.
pub(super) struct Typing {
    /// What stands in the field.
    pub shown: String,
    /// What that means, while it is a draft.
    pub reading: Option<Reading>,
    /// Whether the field is being typed into.
    pub focused: bool,
    /// The text has changed.
    pub oninput: Callback<InputEvent>,
    /// The field is left.
    pub onblur: Callback<FocusEvent>,
    /// The field is entered.
    pub onfocus: Callback<FocusEvent>,
    /// A key is pressed in it.
    pub onkeydown: Callback<KeyboardEvent>,
}

impl Typing {
    /// Why what stands there is not taken. Half a number is no fault before the field is
    /// left.
    pub(super) fn refused(&self) -> Option<&str> {
        match &self.reading {
            Some(Reading::Refused(why)) => Some(why),
            Some(Reading::Unfinished) if !self.focused => Some(fields::LAST_GOOD),
            _ => None,
        }
    }
}

/// Types into the field of these properties.
#[hook]
pub(super) fn use_typing(props: &NumberFieldProps, figures: &Figures) -> Typing {
    let session = Session {
        path: props.path.clone(),
        question: props.question(),
        value: props.value,
        change: props.change.clone(),
        figures: figures.clone(),
        changes: use_changes(),
        draft: use_state(|| None::<String>),
        focused: use_state(|| false),
        counted: use_memo((), |()| Cell::new(false)),
    };
    let question = session.question;
    Typing {
        shown: match &*session.draft {
            Some(text) => text.clone(),
            None => question.written(props.value, figures),
        },
        reading: session
            .draft
            .as_deref()
            .map(|text| question.read(text, figures)),
        focused: *session.focused,
        oninput: session.on(|session, event: InputEvent| session.typed(input::text_of(&event))),
        onblur: session.on(|session, _| session.left()),
        onfocus: session.on(|session, _| session.entered()),
        onkeydown: session.on(Session::key),
    }
}

#[derive(Clone)]
struct Session {
    path: FieldPath,
    question: Question,
    value: Option<f64>,
    change: Callback<Accepted, Edit>,
    figures: Figures,
    changes: Changes,
    draft: UseStateHandle<Option<String>>,
    focused: UseStateHandle<bool>,
    /// Whether something typed since the field was entered counts already.
    counted: Rc<Cell<bool>>,
}

impl Session {
    fn on<E: 'static>(&self, act: impl Fn(&Self, E) + 'static) -> Callback<E> {
        let session = self.clone();
        Callback::from(move |event| act(&session, event))
    }

    fn entered(&self) {
        self.focused.set(true);
        self.counted.set(false);
    }

    fn typed(&self, text: String) {
        match self.question.read(&text, &self.figures) {
            Reading::Understood(accepted, _) => self.count(accepted),
            // The last good value is the one before the typing, not the half of a number
            // that happened to make sense on the way.
            Reading::Unfinished | Reading::Refused(_) => self.take_back(),
        }
        self.draft.set(Some(text));
    }

    fn left(&self) {
        self.focused.set(false);
        let read = |text| self.question.read(text, &self.figures);
        let refused = |text| !matches!(read(text), Reading::Understood(..));
        if !self.draft.as_deref().is_some_and(refused) {
            self.draft.set(None);
        }
        self.end_typing();
    }

    fn key(&self, event: KeyboardEvent) {
        match event.key().as_str() {
            "Escape" if self.draft.is_some() => {
                event.prevent_default();
                event.stop_propagation();
                self.take_back();
                self.draft.set(None);
            }
            "Enter" => {
                self.draft.set(None);
                self.end_typing();
            }
            key @ ("ArrowUp" | "ArrowDown") => {
                if let Some(value) = self.value {
                    event.prevent_default();
                    let next = self
                        .question
                        .stepped(value, key == "ArrowUp", event.shift_key());
                    self.count(Accepted::One(next));
                    self.draft.set(None);
                }
            }
            _ => {}
        }
    }

    fn count(&self, accepted: Accepted) {
        self.changes.typed(&self.path, self.change.emit(accepted));
        self.counted.set(true);
    }

    fn take_back(&self) {
        if self.counted.replace(false) {
            self.changes.act(Action::Undo);
        }
    }

    fn end_typing(&self) {
        if self.counted.replace(false) {
            self.changes.act(Action::EndTyping);
        }
    }
}
