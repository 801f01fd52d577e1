//! The open plan and everything that can be done to it, as a reducer.
//!
//! Pure: saving, files and the clock are watched over by others, who look at
//! [`Workbook::revision`] and dispatch [`Action`]s.

use std::{fmt, rc::Rc};

use plumbline_plan::{Edit, EditError, FieldPath, Plan};
use plumbline_wording::texts::{library, shell};
use yew::Reducible;

use super::{history::History, shared_plan::SharedPlan};

/// The open plan with its history.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// The plan.
    pub plan: SharedPlan,
    /// What can be undone and redone.
    pub history: History,
    /// Grows with every change of the plan; 0 while it is as it was opened.
    pub revision: u64,
    /// Grows when another plan is opened.
    pub opening: u64,
    /// What was just done, said once.
    pub notice: Option<Notice>,
    /// Whether another tab has the plan, so that nothing can be changed here.
    pub read_only: bool,
}

/// A change that depends on the plan, so that whoever offers it need not look at the plan
/// before it is wanted. Pure.
#[derive(Clone)]
pub struct EditOfPlan(Rc<dyn Fn(&Plan) -> Edit>);

impl EditOfPlan {
    /// The change that this makes of a plan.
    #[must_use]
    pub fn new(make: impl Fn(&Plan) -> Edit + 'static) -> Self {
        Self(Rc::new(make))
    }
}

impl PartialEq for EditOfPlan {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for EditOfPlan {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct(stringify!(EditOfPlan))
            .finish_non_exhaustive()
    }
}

/// Something to tell the user that needs no answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether undo is offered beside it.
    pub offers_undo: bool,
    /// The plan to which the way back is offered: the one that was open before, by its id
    /// in storage.
    pub back_to: Option<String>,
}

/// Everything that can be done to a workbook.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Change the plan.
    Change {
        /// The change.
        edit: Edit,
        /// The field, when the change is one of several keystrokes there.
        typing: Option<FieldPath>,
        /// What is said about it, with undo beside it.
        notice: Option<String>,
    },
    /// Make the change that follows from the plan as it is by then.
    ChangeOfPlan {
        /// The change.
        edit: EditOfPlan,
        /// What is said about it, with undo beside it.
        notice: String,
    },
    /// The typing into a field has ended.
    EndTyping,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Work on another plan.
    Open {
        /// The plan.
        plan: SharedPlan,
        /// What can be undone in it.
        history: History,
        /// What is said about it.
        notice: Option<String>,
        /// The plan to which the way back is offered, by its id in storage.
        back_to: Option<String>,
    },
    /// Show what another tab has made of the plan.
    Follow(SharedPlan),
    /// Whether another tab has the plan, so that nothing can be changed here.
    ReadOnly(bool),
    /// Tell the user something.
    Say(String),
    /// Send the notice away.
    Dismiss,
}

impl Workbook {
    /// A workbook with this plan open.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self::with_history(plan, History::default())
    }

    /// A workbook with this plan open, and what was done in it before.
    #[must_use]
    pub fn with_history(plan: Plan, history: History) -> Self {
        Self {
            plan: SharedPlan::new(plan),
            history,
            revision: 0,
            opening: 0,
            notice: None,
            read_only: false,
        }
    }

    fn says(&self, text: String) -> Self {
        Self {
            notice: Some(Notice {
                text,
                offers_undo: false,
                back_to: None,
            }),
            ..self.clone()
        }
    }

    fn changed(
        &self,
        change: impl FnOnce(&mut History, &mut Plan) -> Result<(), EditError>,
        notice: Option<Notice>,
    ) -> Self {
        let mut next = self.clone();
        let mut plan = Plan::clone(&self.plan);
        next.notice = match change(&mut next.history, &mut plan) {
            Ok(()) => {
                next.plan = SharedPlan::new(plan);
                next.revision += 1;
                notice
            }
            Err(error) => Some(Notice {
                text: shell::refused(&error.to_string()),
                offers_undo: false,
                back_to: None,
            }),
        };
        next
    }
}

impl Reducible for Workbook {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Change { .. } | Action::ChangeOfPlan { .. } | Action::Undo | Action::Redo
                if self.read_only =>
            {
                self.says(library::READ_ONLY.to_owned()).into()
            }
            Action::Change {
                edit,
                typing,
                notice,
            } => {
                let notice = notice.map(|text| Notice {
                    text,
                    offers_undo: true,
                    back_to: None,
                });
                let make = |history: &mut History, plan: &mut Plan| {
                    history.make(plan, &edit, typing.as_ref())
                };
                self.changed(make, notice).into()
            }
            Action::ChangeOfPlan { edit, notice } => {
                let edit = (edit.0)(&self.plan);
                self.reduce(Action::Change {
                    edit,
                    typing: None,
                    notice: Some(notice),
                })
            }
            Action::EndTyping => {
                let mut next = (*self).clone();
                next.history.end_typing();
                if next == *self { self } else { next.into() }
            }
            Action::Undo if self.history.can_undo() => self.changed(History::undo, None).into(),
            Action::Redo if self.history.can_redo() => self.changed(History::redo, None).into(),
            Action::Undo | Action::Redo => self,
            Action::Open {
                plan,
                history,
                notice,
                back_to,
            } => Self {
                plan,
                history,
                revision: 0,
                opening: self.opening + 1,
                notice: notice.map(|text| Notice {
                    text,
                    offers_undo: false,
                    back_to,
                }),
                read_only: false,
            }
            .into(),
            Action::Follow(plan) => Self {
                plan,
                history: History::default(),
                revision: 0,
                ..(*self).clone()
            }
            .into(),
            Action::ReadOnly(read_only) if read_only == self.read_only => self,
            Action::ReadOnly(read_only) => Self {
                read_only,
                ..(*self).clone()
            }
            .into(),
            Action::Say(text) => self.says(text).into(),
            Action::Dismiss if self.notice.is_none() => self,
            Action::Dismiss => Self {
                notice: None,
                ..(*self).clone()
            }
            .into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start::blank;

    use super::*;

    fn workbook() -> Rc<Workbook> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        Rc::new(Workbook::new(blank(today)))
    }

    fn change(edit: Edit) -> Action {
        Action::Change {
            edit,
            typing: None,
            notice: None,
        }
    }

    #[test]
    fn a_change_makes_a_new_plan_and_a_new_revision() {
        let before = workbook();
        let after = Rc::clone(&before).reduce(change(Edit::set("about/title", "A")));
        assert_eq!(after.plan.about.title, "A");
        assert_eq!(after.revision, 1);
        assert!(after.plan != before.plan);
    }

    #[test]
    fn a_change_that_does_not_fit_is_said_and_changes_nothing() {
        let before = workbook();
        let after = Rc::clone(&before).reduce(change(Edit::set("targets/goal", 7)));
        assert!(after.plan == before.plan);
        assert!(
            after
                .notice
                .as_ref()
                .unwrap()
                .text
                .contains("nothing was changed")
        );
        assert!(!after.history.can_undo());
    }

    #[test]
    fn nothing_to_undo_renders_nothing() {
        let before = workbook();
        assert!(Rc::ptr_eq(
            &before,
            &Rc::clone(&before).reduce(Action::Undo)
        ));
        assert!(Rc::ptr_eq(
            &before,
            &Rc::clone(&before).reduce(Action::Dismiss)
        ));
    }

    #[test]
    fn opening_another_plan_starts_a_history_of_its_own() {
        let edited = workbook().reduce(change(Edit::set("about/title", "A")));
        let plan = SharedPlan::new(Plan::clone(&workbook().plan));
        let history = History::default();
        let opened = edited.reduce(Action::Open {
            plan,
            history,
            notice: None,
            back_to: None,
        });
        assert!(!opened.history.can_undo());
        assert_eq!((opened.revision, opened.opening), (0, 1));
    }

    /// Case 14: a tab that follows another changes nothing and says why.
    #[test]
    fn a_plan_that_another_tab_has_is_not_changed() {
        let edited = workbook().reduce(change(Edit::set("about/title", "A")));
        let follows = edited.reduce(Action::ReadOnly(true));
        for action in [change(Edit::set("about/title", "B")), Action::Undo] {
            let after = Rc::clone(&follows).reduce(action);
            assert_eq!((&*after.plan.about.title, after.revision), ("A", 1));
            assert_eq!(after.notice.as_ref().unwrap().text, library::READ_ONLY);
        }
        let shown = SharedPlan::new(Plan::clone(&workbook().plan));
        let shows = follows.reduce(Action::Follow(shown.clone()));
        assert!(shows.plan == shown && shows.read_only && !shows.history.can_undo());
    }
}
