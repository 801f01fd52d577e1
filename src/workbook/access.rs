//! How components reach the workbook: the plan, the way to change it, and what the reader
//! prefers. Three contexts, so that a component is drawn again only for what it uses.

use std::rc::Rc;

use chrono::NaiveDate;
use plumbline_plan::{Edit, FieldPath, Plan};
use plumbline_wording::{locale::Locale, masking::Hidden};
use serde::Serialize;
use yew::prelude::*;

use super::{Action, EditOfPlan, SharedPlan, Workbook};

/// The way to change the workbook. The same for the page's life.
#[derive(Clone, PartialEq)]
pub struct Changes(UseReducerDispatcher<Workbook>);

impl Changes {
    /// Changes through this dispatcher.
    #[must_use]
    pub fn new(dispatcher: UseReducerDispatcher<Workbook>) -> Self {
        Self(dispatcher)
    }

    /// Makes a change.
    pub fn make(&self, edit: Edit) {
        self.0.dispatch(Action::Change {
            edit,
            typing: None,
            notice: None,
        });
    }

    /// Gives a field a value.
    pub fn set(&self, path: &FieldPath, value: impl Serialize) {
        self.make(Edit::set(path, value));
    }

    /// Makes a change that is one of several keystrokes in the field.
    pub fn typed(&self, path: &FieldPath, edit: Edit) {
        self.0.dispatch(Action::Change {
            edit,
            typing: Some(path.clone()),
            notice: None,
        });
    }

    /// Makes a change that is worth a sentence, with undo beside it.
    pub fn make_and_say(&self, edit: Edit, notice: String) {
        self.0.dispatch(Action::Change {
            edit,
            typing: None,
            notice: Some(notice),
        });
    }

    /// Makes a change that depends on the plan as it is by then, with a sentence and undo
    /// beside it.
    pub fn make_of_plan(&self, edit: impl Fn(&Plan) -> Edit + 'static, notice: String) {
        self.0.dispatch(Action::ChangeOfPlan {
            edit: EditOfPlan::new(edit),
            notice,
        });
    }

    /// Does anything else.
    pub fn act(&self, action: Action) {
        self.0.dispatch(action);
    }
}

/// What the reader prefers, and the day it is for them.
#[derive(Clone, PartialEq)]
pub struct Reader {
    /// How numbers, money and dates are written.
    pub locale: Rc<Locale>,
    /// Today.
    pub today: NaiveDate,
    /// What is not to be seen while the page is shown to a room.
    pub hidden: Hidden,
}

/// The open plan.
#[hook]
pub fn use_plan() -> SharedPlan {
    #[expect(
        clippy::expect_used,
        reason = "the app provides it around every chapter"
    )]
    use_context::<SharedPlan>().expect("a plan is open")
}

/// The way to change the workbook.
#[hook]
pub fn use_changes() -> Changes {
    #[expect(clippy::expect_used, reason = "the app provides it around everything")]
    use_context::<Changes>().expect("there is a workbook")
}

/// What the reader prefers.
#[hook]
pub fn use_reader() -> Reader {
    #[expect(clippy::expect_used, reason = "the app provides it around everything")]
    use_context::<Reader>().expect("there is a reader")
}
