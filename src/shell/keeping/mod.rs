//! Has the open plan kept: hands every change to the session of the plan, and shows what
//! the session says.

mod session;
mod words;

use std::{cell::RefCell, rc::Rc};

use chrono::{DateTime, FixedOffset};
use yew::prelude::*;

use super::starting::StartUp;
use crate::{
    browser::tasks,
    workbook::{
        Action, SharedPlan, Workbook,
        access::Changes,
        keeping::{desk::Kept, state::SaveState},
        tabs::role::Role,
    },
};
use session::{Session, Told};

pub(super) use session::draft;
pub(super) use words::{follows, not_saved, storage, words};

/// The keeping of the open plan.
#[derive(Clone)]
pub(super) struct Keeping {
    /// Whether it is saved.
    pub state: Option<SaveState>,
    /// What this tab is to the plan.
    pub role: Role,
    /// Saves it under a new name in storage, beside what is there.
    pub keep_as_copy: Callback<()>,
    /// Says that it was saved to a file.
    pub saved_to_file: Callback<()>,
    session: Rc<RefCell<Option<Rc<Session>>>>,
}

/// The place in storage of a plan that was taken from there, and when it was saved.
pub(super) type Place = (Kept, DateTime<FixedOffset>);

/// The place of the plan that is opened next, when it comes from storage.
pub(super) type NextPlace = Rc<RefCell<Option<Place>>>;

impl Keeping {
    /// The open plan's id in storage.
    pub(super) fn plan(&self) -> Option<String> {
        self.session.borrow().as_ref()?.plan()
    }

    /// Makes this tab the one that writes.
    pub(super) fn take_over(&self) {
        if let Some(session) = &*self.session.borrow() {
            session.take_over();
        }
    }

    /// Saves the plan as it is now as a version with a name, and calls `then` with
    /// nothing, or with why it could not be saved.
    pub(super) fn keep_version(
        &self,
        plan: SharedPlan,
        name: String,
        then: impl FnOnce(Option<String>) + 'static,
    ) {
        let session = self.session.borrow().clone();
        tasks::spawn(async move {
            if let Some(session) = session {
                let kept = session.keep_version(&plan, name).await;
                then(kept.err().map(|why| not_saved(&why).to_owned()));
            }
        });
    }

    /// Closes the plan: saves what is unsaved, and lets other tabs have it.
    pub(super) async fn close(&self) {
        let session = self.session.borrow_mut().take();
        let_go(session).await;
    }
}

/// Saves what is unsaved, and only then lets other tabs have the plan.
async fn let_go(session: Option<Rc<Session>>) {
    if let Some(session) = session {
        session.flush().await;
    }
}

/// Keeps the open plan while `is_open`. `next` is where the next plan opened came from,
/// when it came from storage.
#[hook]
pub(super) fn use_keeping(
    start: &Rc<StartUp>,
    workbook: &UseReducerHandle<Workbook>,
    is_open: bool,
    next: &NextPlace,
) -> Keeping {
    let session = use_mut_ref(|| None::<Rc<Session>>);
    let state = use_state(|| None::<SaveState>);
    let role = use_state_eq(|| Role::Joining);
    let copies = use_state(|| 0_u32);
    use_effect_with((is_open, workbook.opening, *copies), {
        let (session, start, next) = (session.clone(), Rc::clone(start), next.clone());
        let (state, role) = (state.setter(), role.setter());
        let changes = Changes::new(workbook.dispatcher());
        let plan = workbook.plan.clone();
        move |(is_open, ..)| {
            if *is_open {
                let before = session.borrow_mut().take();
                tasks::spawn(let_go(before));
                changes.act(Action::ReadOnly(false));
                role.set(Role::Joining);
                let told = Told {
                    state: Callback::from(move |now| state.set(Some(now))),
                    role: Callback::from(move |now| role.set(now)),
                    changes,
                };
                let place = next.borrow_mut().take();
                let new = Session::open(&start, place, told, &plan);
                *session.borrow_mut() = Some(new);
            }
        }
    });
    use_effect_with((workbook.opening, workbook.revision), {
        let (session, workbook) = (session.clone(), workbook.clone());
        move |(_, revision)| {
            if let Some(session) = session.borrow().as_ref()
                && *revision > 0
            {
                session.edited(&workbook.plan, &workbook.history);
            }
        }
    });
    let saved = session.clone();
    Keeping {
        state: (*state).clone(),
        role: *role,
        keep_as_copy: {
            let (copies, count) = (copies.setter(), *copies);
            Callback::from(move |()| copies.set(count + 1))
        },
        saved_to_file: Callback::from(move |()| {
            if let Some(session) = saved.borrow().as_ref() {
                session.saved_to_file();
            }
        }),
        session,
    }
}
