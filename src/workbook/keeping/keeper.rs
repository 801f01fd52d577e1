//! Runs the keeping of the open plan on the page: timers, saves, and the state
//! shown.
//!
//! When to save is decided in [`rhythm`](super::rhythm), how in
//! [`slots`](super::slots); this only carries it out.

use std::{cell::RefCell, rc::Rc};

use chrono::{DateTime, FixedOffset};
use yew::Callback;

use super::{
    desk::{Kept, remember},
    record::Header,
    rhythm::{Event, Rhythm},
    sentinel::{SENTINEL_KEY, Sentinel},
    slots::Draft,
    state::{NotSavedBecause, SaveState},
};
use crate::browser::{
    clock, local_storage,
    page_events::{self, Listeners},
    storage::{Storage, StorageError},
    tasks::{self, Timer},
};

/// Keeps one plan. Dropping it saves what is still unsaved.
///
/// It saves what it was last handed by [`edited`](Keeper::edited), never
/// another plan's content: opening another plan means another keeper.
pub struct Keeper {
    inner: Rc<Inner>,
    _listeners: [Listeners; 2],
}

struct Inner {
    storage: Rc<dyn Storage>,
    kept: RefCell<Option<Kept>>,
    rhythm: RefCell<Rhythm>,
    newest: RefCell<Option<Rc<dyn Fn() -> Draft>>>,
    timer: RefCell<Option<Timer>>,
    on_state: Callback<SaveState>,
}

impl Keeper {
    /// Keeps a plan that was opened, last saved at the given time. It opens
    /// again at the next start.
    #[must_use]
    pub fn of_opened(
        storage: Rc<dyn Storage>,
        kept: Kept,
        saved_at: DateTime<FixedOffset>,
        on_state: Callback<SaveState>,
    ) -> Self {
        let (desk, plan) = (Rc::clone(&storage), kept.plan().to_owned());
        tasks::spawn(async move {
            // Should it fail, the first save does it again and tells.
            let _ = remember(&*desk, &plan).await;
        });
        Self::new(storage, Some(kept), Rhythm::saved(saved_at), on_state)
    }

    /// Keeps a new plan. It is first saved after the first
    /// [`edited`](Keeper::edited), which may be called at once.
    #[must_use]
    pub fn of_new(storage: Rc<dyn Storage>, kept: Kept, on_state: Callback<SaveState>) -> Self {
        Self::new(storage, Some(kept), Rhythm::fresh(), on_state)
    }

    /// Keeps nothing, and says so: the storage could not be opened.
    #[must_use]
    pub fn of_memory_only(
        storage: Rc<dyn Storage>,
        why: StorageError,
        on_state: Callback<SaveState>,
    ) -> Self {
        Self::new(storage, None, Rhythm::memory_only(why), on_state)
    }

    fn new(
        storage: Rc<dyn Storage>,
        kept: Option<Kept>,
        rhythm: Rhythm,
        on_state: Callback<SaveState>,
    ) -> Self {
        on_state.emit(rhythm.state().clone());
        let inner = Rc::new(Inner {
            storage,
            kept: RefCell::new(kept),
            rhythm: RefCell::new(rhythm),
            newest: RefCell::default(),
            timer: RefCell::default(),
            on_state,
        });
        let (hidden, closing) = (Rc::downgrade(&inner), Rc::downgrade(&inner));
        let on_hidden = page_events::on_hidden(move || {
            if let Some(inner) = hidden.upgrade() {
                inner.take(Event::PageHidden);
            }
        });
        let on_closing = page_events::on_closing(move || {
            closing
                .upgrade()
                .is_some_and(|inner| inner.rhythm.borrow().would_lose_changes())
        });
        Self {
            inner,
            _listeners: [on_hidden, on_closing],
        }
    }

    /// The plan has changed. `newest` gives it as bytes; it is called when a
    /// save begins, for the newest change only.
    pub fn edited(&self, newest: impl Fn() -> Draft + 'static) {
        *self.inner.newest.borrow_mut() = Some(Rc::new(newest));
        self.inner.take(Event::Edited);
    }

    /// The plan, as it is now, was saved to a file by the user.
    pub fn saved_to_file(&self) {
        self.inner.take(Event::SavedToFile);
    }

    /// Whether the plan is saved.
    #[must_use]
    pub fn state(&self) -> SaveState {
        self.inner.rhythm.borrow().state().clone()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.inner.take(Event::PageHidden);
    }
}

impl Inner {
    fn take(self: &Rc<Self>, event: Event) {
        let (commands, changed) = {
            let mut rhythm = self.rhythm.borrow_mut();
            let before = rhythm.state().clone();
            let commands = rhythm.on(event);
            let changed = (*rhythm.state() != before).then(|| rhythm.state().clone());
            (commands, changed)
        };
        if let Some(milliseconds) = commands.set_timer {
            self.set_timer(milliseconds);
        }
        if commands.save {
            tasks::spawn(Rc::clone(self).save());
        }
        if let Some(state) = changed {
            self.on_state.emit(state);
        }
    }

    fn set_timer(self: &Rc<Self>, milliseconds: u32) {
        let weak = Rc::downgrade(self);
        *self.timer.borrow_mut() = Some(Timer::after(milliseconds, move || {
            if let Some(inner) = weak.upgrade() {
                inner.take(Event::TimerEnded);
            }
        }));
    }

    async fn save(self: Rc<Self>) {
        let newest = self.newest.borrow().clone();
        // One save runs at a time: the plan's place is taken while it does.
        let kept = self.kept.borrow_mut().take();
        let (Some(newest), Some(mut kept)) = (newest, kept) else {
            let why = NotSavedBecause::Storage(StorageError::Unavailable);
            return self.take(Event::SaveEnded(Err(why)));
        };
        let saved = kept.save(&*self.storage, &newest(), clock::now()).await;
        *self.kept.borrow_mut() = Some(kept);
        let ended = saved.map(leave_sentinel);
        self.take(Event::SaveEnded(ended));
    }
}

/// Leaves the mark by which a later start notices that the browser has thrown
/// the plan away. Gives back when the plan was saved.
fn leave_sentinel(saved: Header) -> DateTime<FixedOffset> {
    let saved_at = saved.saved_at;
    let mark = Sentinel {
        title: saved.title,
        saved_at,
    };
    // Without the mark an eviction goes unnoticed; the plan itself is saved.
    let _ = local_storage::set(SENTINEL_KEY, &mark.to_text());
    saved_at
}

/// The mark left by the last save in this browser.
#[must_use]
pub fn sentinel() -> Option<Sentinel> {
    Sentinel::from_text(&local_storage::get(SENTINEL_KEY)?)
}

/// Takes the mark away, once the user knows that the plans are gone.
pub fn clear_sentinel() {
    local_storage::remove(SENTINEL_KEY);
}
