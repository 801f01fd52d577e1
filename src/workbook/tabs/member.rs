//! Runs the protocol of [`role`](super::role) on the page.

use std::{cell::RefCell, rc::Rc};

use yew::Callback;

use super::role::{ASK_EVERY_MILLISECONDS, Command, Event, Message, Part, Role};
use crate::browser::{
    channel::Channel,
    locks::{Answer, Lock, Wish},
    page_events::{self, Listeners},
    tasks::Timer,
};

/// What a member asks of the one who keeps the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// The role is now this one.
    Role(Role),
    /// Save what is unsaved, then call [`Member::flushed`].
    Flush,
    /// Show the newest version saved.
    Follow,
    /// Go on from the newest version saved, as the one that writes.
    Begin,
}

/// The name of the lock that the tab holds which writes a plan.
#[must_use]
pub fn lock_name(plan: &str) -> String {
    format!("plumbline/{plan}")
}

/// This tab among those that have a plan open. Dropping it, and all clones, lets go of
/// the plan.
#[derive(Clone)]
pub struct Member(Rc<Inner>);

struct Inner {
    part: RefCell<Part>,
    name: String,
    lock: RefCell<Option<Lock>>,
    channel: RefCell<Option<Channel>>,
    timer: RefCell<Option<Timer>>,
    listeners: RefCell<Option<Listeners>>,
    tasks: Callback<Task>,
}

impl Member {
    /// Joins the tabs that have this plan open. `tasks` is first called with a role that
    /// is not [`Role::Joining`], once the browser has answered.
    #[must_use]
    pub fn join(plan: &str, tasks: Callback<Task>) -> Self {
        let inner = Rc::new(Inner {
            part: RefCell::new(Part::new(page_events::is_seen())),
            name: lock_name(plan),
            lock: RefCell::default(),
            channel: RefCell::default(),
            timer: RefCell::default(),
            listeners: RefCell::default(),
            tasks,
        });
        let heard = Rc::downgrade(&inner);
        *inner.channel.borrow_mut() = Channel::open(&inner.name, move |text| {
            if let (Some(inner), Some(message)) = (heard.upgrade(), Message::from_text(&text)) {
                inner.take(Event::Heard(message));
            }
        });
        let looked_at = Rc::downgrade(&inner);
        *inner.listeners.borrow_mut() = Some(page_events::on_seen_or_hidden(move |seen| {
            if let Some(inner) = looked_at.upgrade() {
                inner.take(if seen { Event::Seen } else { Event::Hidden });
            }
        }));
        inner.ask(Wish::IfFree);
        Self(inner)
    }

    /// What this tab is to the plan.
    #[must_use]
    pub fn role(&self) -> Role {
        self.0.part.borrow().role()
    }

    /// The user wants to write here.
    pub fn take_over(&self) {
        self.0.take(Event::TakeOver);
    }

    /// What was unsaved is saved, or could not be.
    pub fn flushed(&self) {
        self.0.take(Event::Flushed);
    }

    /// Tells the other tabs that a version was saved.
    pub fn saved(&self) {
        self.0.carry_out(Command::Say(Message::Saved));
    }
}

impl Inner {
    fn take(self: &Rc<Self>, event: Event) {
        let (commands, role) = {
            let mut part = self.part.borrow_mut();
            let before = part.role();
            let commands = part.on(event);
            let role = part.role();
            (commands, (role != before).then_some(role))
        };
        if let Some(role) = role {
            self.tasks.emit(Task::Role(role));
        }
        for command in commands {
            self.carry_out(command);
        }
    }

    fn carry_out(self: &Rc<Self>, command: Command) {
        match command {
            Command::Wait => self.ask(Wish::InTurn),
            Command::StopWaiting => drop(self.lock.borrow_mut().take()),
            Command::Steal => self.ask(Wish::AtOnce),
            Command::Say(message) => {
                if let Some(channel) = &*self.channel.borrow() {
                    channel.say(message.to_text());
                }
            }
            Command::Timer => self.set_timer(),
            Command::Flush => self.tasks.emit(Task::Flush),
            Command::Follow => self.tasks.emit(Task::Follow),
            Command::Begin => self.tasks.emit(Task::Begin),
        }
    }

    fn set_timer(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let timer = Timer::after(ASK_EVERY_MILLISECONDS, move || {
            if let Some(inner) = weak.upgrade() {
                inner.take(Event::TimerEnded);
            }
        });
        *self.timer.borrow_mut() = Some(timer);
    }

    fn ask(self: &Rc<Self>, wish: Wish) {
        // What was waited for before is waited for no longer.
        drop(self.lock.borrow_mut().take());
        let weak = Rc::downgrade(self);
        let lock = Lock::ask(&self.name, wish, move |answer| {
            let Some(inner) = weak.upgrade() else {
                return;
            };
            inner.take(match (answer, wish) {
                (Answer::Came, Wish::IfFree) => Event::LockFree,
                (Answer::Came, _) => Event::LockCame,
                (Answer::NotFree, _) => Event::LockTaken,
                (Answer::Lost, _) => Event::LockLost,
                (Answer::NoLocks, _) => Event::NoLocks,
            });
        });
        *self.lock.borrow_mut() = Some(lock);
    }
}
