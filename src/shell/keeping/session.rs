//! The open plan between storage and the other tabs: saves while this tab is the one that
//! writes, and shows what the other saves while it is not.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use plumbline_plan::file;
use plumbline_wording::texts::shell;
use yew::Callback;

use super::Place;
use crate::{
    browser::{identity::fresh_id, session_storage, storage_space, tasks},
    shell::starting::{self, Opened, PLAN_OF_THIS_TAB, StartUp},
    workbook::{
        Action, History, SharedPlan,
        access::Changes,
        keeping::{
            desk::Kept,
            keeper::{Keeper, Newest, Tell},
            state::{NotSavedBecause, SaveState},
            versions::{self, Draft},
        },
        tabs::{
            member::{Member, Task},
            role::Role,
        },
    },
};

/// Whom a session tells.
#[derive(Clone)]
pub(super) struct Told {
    /// Of every change of the state of saving.
    pub state: Callback<SaveState>,
    /// Of every change of this tab's part.
    pub role: Callback<Role>,
    /// The way to change the workbook.
    pub changes: Changes,
}

/// One open plan. Dropping it saves what is unsaved, and then lets other tabs have it.
pub(super) struct Session {
    start: Rc<StartUp>,
    keeper: Keeper,
    member: RefCell<Option<Member>>,
    told: Told,
    /// Whether the user has changed something: then there is something to lose.
    worked_on: Cell<bool>,
    role: Cell<Role>,
}

impl Session {
    /// Keeps a plan: in its place in storage, or as a new one.
    pub(super) fn open(
        start: &Rc<StartUp>,
        place: Option<Place>,
        told: Told,
        plan: &SharedPlan,
    ) -> Rc<Self> {
        let is_known = place.is_some();
        let session = Rc::new_cyclic(|this: &std::rc::Weak<Self>| {
            let this = this.clone();
            let saved = Callback::from(move |()| {
                if let Some(session) = this.upgrade() {
                    session.saved();
                }
            });
            let tell = Tell {
                state: told.state.clone(),
                saved,
            };
            Self {
                start: Rc::clone(start),
                keeper: keeper(start, place, tell),
                member: RefCell::default(),
                told,
                worked_on: Cell::default(),
                role: Cell::new(Role::Joining),
            }
        });
        session.join(is_known);
        if !is_known {
            let nothing = History::default();
            session.keeper.edited(newest(plan, &nothing));
        }
        session
    }

    /// The user has changed the plan.
    pub(super) fn edited(&self, plan: &SharedPlan, history: &History) {
        self.worked_on.set(true);
        self.keeper.edited(newest(plan, history));
    }

    /// The plan, as it is now, was saved to a file by the user.
    pub(super) fn saved_to_file(&self) {
        self.keeper.saved_to_file();
    }

    /// The plan's id in storage.
    pub(super) fn plan(&self) -> Option<String> {
        self.keeper.plan()
    }

    /// Makes this tab the one that writes.
    pub(super) fn take_over(&self) {
        if let Some(member) = &*self.member.borrow() {
            member.take_over();
        }
    }

    /// Saves the plan as it is now as a version with a name.
    pub(super) async fn keep_version(
        &self,
        plan: &SharedPlan,
        name: String,
    ) -> Result<(), NotSavedBecause> {
        let draft = Draft {
            name: Some(name),
            ..draft(plan)
        };
        self.keeper.save_aside(draft).await
    }

    /// Saves at once what is unsaved.
    pub(super) async fn flush(&self) {
        self.keeper.flush().await;
    }

    fn join(self: &Rc<Self>, is_known: bool) {
        let Some(plan) = self.keeper.plan() else {
            return;
        };
        session_storage::set(PLAN_OF_THIS_TAB, &plan);
        self.keeper.hold();
        // No other tab knows a new plan.
        if is_known {
            self.told.changes.act(Action::ReadOnly(true));
        }
        let this = Rc::downgrade(self);
        let tasks = Callback::from(move |task| {
            if let Some(session) = this.upgrade() {
                session.carry_out(task);
            }
        });
        *self.member.borrow_mut() = Some(Member::join(&plan, tasks));
    }

    fn saved(&self) {
        if let Some(member) = &*self.member.borrow() {
            member.saved();
        }
        if self.worked_on.get() && !self.start.asked_for_safety.replace(true) {
            tasks::spawn(storage_space::ask_for_safety());
        }
    }

    fn carry_out(self: &Rc<Self>, task: Task) {
        let session = Rc::clone(self);
        match task {
            Task::Role(role) => self.play(role),
            Task::Flush => tasks::spawn(async move {
                session.keeper.flush().await;
                if let Some(member) = &*session.member.borrow() {
                    member.flushed();
                }
            }),
            Task::Follow => tasks::spawn(async move { session.follow().await }),
            Task::Begin => tasks::spawn(async move { session.begin().await }),
        }
    }

    fn play(&self, role: Role) {
        let before = self.role.replace(role);
        self.told.role.emit(role);
        match role {
            Role::Follower { .. } | Role::TakingOver | Role::Joining => {
                self.keeper.hold();
                self.told.changes.act(Action::ReadOnly(true));
            }
            // Not yet after following: first what the other tab saved last is shown.
            Role::Writer | Role::Alone if before == Role::Joining => self.write(),
            Role::Writer | Role::Alone => {}
        }
    }

    fn write(&self) {
        self.told.changes.act(Action::ReadOnly(false));
        self.keeper.release();
    }

    /// Shows what the other tab has saved. What can't be read now is shown with its next
    /// save.
    async fn follow(&self) {
        let Some((opened, _)) = self.newest().await else {
            return;
        };
        if self.is_writer() {
            return;
        }
        let plan = SharedPlan::new(opened.plan);
        self.told.changes.act(Action::Follow(plan));
    }

    /// Goes on from what was saved last. The first save begins an epoch, which shuts the
    /// tab out that had the plan before.
    async fn begin(&self) {
        if let Some((opened, kept)) = self.newest().await {
            let plan = SharedPlan::new(opened.plan);
            self.told.changes.act(Action::Follow(plan.clone()));
            kept.take_over();
            self.keeper.go_on_from(kept, opened.saved_at);
            self.keeper.edited(newest(&plan, &History::default()));
        }
        if self.is_writer() {
            self.write();
        }
    }

    async fn newest(&self) -> Option<(Opened, Kept)> {
        let plan = self.keeper.plan()?;
        let loaded = versions::load(&*self.start.storage, &plan).await.ok()?;
        let (opened, _) = starting::open(loaded).ok()?;
        let opened = opened?;
        let kept = opened.kept();
        Some((opened, kept))
    }

    fn is_writer(&self) -> bool {
        let member = self.member.borrow();
        member
            .as_ref()
            .is_some_and(|member| member.role() == Role::Writer)
    }
}

fn keeper(start: &StartUp, place: Option<Place>, tell: Tell) -> Keeper {
    let storage = Rc::clone(&start.storage);
    if let Some(why) = &start.memory_only {
        return Keeper::of_memory_only(storage, why.clone(), tell);
    }
    match place {
        Some((kept, saved_at)) => Keeper::of_opened(storage, kept, saved_at, tell),
        None => Keeper::of_new(storage, Kept::new_plan(&fresh_id()), tell),
    }
}

fn newest(plan: &SharedPlan, history: &History) -> Newest {
    let (plan, history) = (plan.clone(), history.clone());
    Newest {
        draft: Rc::new(move || draft(&plan)),
        history: Rc::new(move || history.to_bytes()),
    }
}

/// The plan as a version to be saved.
pub(in crate::shell) fn draft(plan: &plumbline_plan::Plan) -> Draft {
    let title = plan.about.title.trim();
    Draft {
        schema: file::NEWEST_VERSION as u32,
        title: if title.is_empty() {
            shell::UNTITLED.to_owned()
        } else {
            title.to_owned()
        },
        name: None,
        document: file::write(plan).into_bytes(),
    }
}
