//! Runs the keeping of the open plan on the page: timers, saves, and the state
//! shown.
//!
//! When to save is decided in [`rhythm`](super::rhythm), how in
//! [`versions`](super::versions); this only carries it out.

use std::{cell::RefCell, rc::Rc};

use chrono::{DateTime, FixedOffset};
use yew::Callback;

use super::{
    desk::Kept,
    record::Header,
    rhythm::{Event, Rhythm},
    sentinel::{SENTINEL_KEY, Sentinel},
    state::{NotSavedBecause, SaveState},
    undo,
    versions::Draft,
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

/// The plan as it is now, to be called when it is needed.
#[derive(Clone)]
pub struct Newest {
    /// The plan as bytes.
    pub draft: Rc<dyn Fn() -> Draft>,
    /// What can be undone in it, as bytes.
    pub history: Rc<dyn Fn() -> Vec<u8>>,
}

/// Whom a keeper tells.
#[derive(Clone)]
pub struct Tell {
    /// Of every change of the state.
    pub state: Callback<SaveState>,
    /// That a version was saved.
    pub saved: Callback<()>,
}

struct Inner {
    storage: Rc<dyn Storage>,
    kept: RefCell<Option<Kept>>,
    rhythm: RefCell<Rhythm>,
    newest: RefCell<Option<Newest>>,
    timer: RefCell<Option<Timer>>,
    tell: Tell,
}

impl Keeper {
    /// Keeps a plan that was opened, last saved at the given time. It opens
    /// again at the next start.
    #[must_use]
    pub fn of_opened(
        storage: Rc<dyn Storage>,
        kept: Kept,
        saved_at: DateTime<FixedOffset>,
        tell: Tell,
    ) -> Self {
        let (desk, known) = (Rc::clone(&storage), kept.clone());
        tasks::spawn(async move {
            // Should it fail, the first save does it again and tells.
            let _ = known.remember(&*desk).await;
        });
        Self::new(storage, Some(kept), Rhythm::saved(saved_at), tell)
    }

    /// Keeps a new plan. It is first saved after the first
    /// [`edited`](Keeper::edited), which may be called at once.
    #[must_use]
    pub fn of_new(storage: Rc<dyn Storage>, kept: Kept, tell: Tell) -> Self {
        Self::new(storage, Some(kept), Rhythm::fresh(), tell)
    }

    /// Keeps nothing, and says so: the storage could not be opened.
    #[must_use]
    pub fn of_memory_only(storage: Rc<dyn Storage>, why: StorageError, tell: Tell) -> Self {
        Self::new(storage, None, Rhythm::memory_only(why), tell)
    }

    fn new(storage: Rc<dyn Storage>, kept: Option<Kept>, rhythm: Rhythm, tell: Tell) -> Self {
        tell.state.emit(rhythm.state().clone());
        let inner = Rc::new(Inner {
            storage,
            kept: RefCell::new(kept),
            rhythm: RefCell::new(rhythm),
            newest: RefCell::default(),
            timer: RefCell::default(),
            tell,
        });
        let (hidden, closing) = (Rc::downgrade(&inner), Rc::downgrade(&inner));
        let on_hidden = page_events::on_hidden(move || {
            if let Some(inner) = hidden.upgrade() {
                inner.hide();
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

    /// The plan's id in this browser, when it is kept.
    #[must_use]
    pub fn plan(&self) -> Option<String> {
        self.inner.kept.borrow().as_ref().map(Kept::plan)
    }

    /// The plan has changed. What is handed over is called when a save begins, for the
    /// newest change only.
    pub fn edited(&self, newest: Newest) {
        *self.inner.newest.borrow_mut() = Some(newest);
        self.inner.take(Event::Edited);
    }

    /// The plan, as it is now, was saved to a file by the user.
    pub fn saved_to_file(&self) {
        self.inner.take(Event::SavedToFile);
    }

    /// Begins no save until [`release`](Keeper::release): it is not known yet, or not so,
    /// that this tab is the one that saves the plan.
    pub fn hold(&self) {
        self.inner.take(Event::Held);
    }

    /// The plan is this tab's to save.
    pub fn release(&self) {
        self.inner.take(Event::Released);
    }

    /// Saves a version besides those the keeper saves by itself, such as one with a name.
    ///
    /// # Errors
    /// Why it is not saved.
    pub async fn save_aside(&self, draft: Draft) -> Result<(), NotSavedBecause> {
        let kept = self.inner.kept.borrow().clone();
        let Some(kept) = kept else {
            return Err(StorageError::Unavailable.into());
        };
        let saved = kept.save(&*self.inner.storage, &draft, clock::now()).await;
        saved.map(drop)
    }

    /// Saves at once what is unsaved, and ends when it is saved or has failed.
    pub async fn flush(&self) {
        self.inner.flush().await;
    }

    /// Goes on from a version that another tab has saved.
    pub fn go_on_from(&self, kept: Kept, saved_at: DateTime<FixedOffset>) {
        *self.inner.kept.borrow_mut() = Some(kept);
        *self.inner.newest.borrow_mut() = None;
        *self.inner.rhythm.borrow_mut() = Rhythm::saved(saved_at);
        let state = self.inner.rhythm.borrow().state().clone();
        self.inner.tell.state.emit(state);
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.inner.hide();
    }
}

impl Inner {
    /// The page may be gone after this turn: what is unsaved sets out now, and with it
    /// what can be undone.
    fn hide(self: &Rc<Self>) {
        self.take(Event::PageHidden);
        let newest = self.newest.borrow().clone();
        let plan = self.kept.borrow().as_ref().map(Kept::plan);
        if let (Some(newest), Some(plan)) = (newest, plan) {
            let storage = Rc::clone(&self.storage);
            tasks::spawn(async move {
                let (document, history) = ((newest.draft)().document, (newest.history)());
                // Without it the plan is there as ever, and nothing in it can be undone.
                let _ = undo::keep(&*storage, &plan, &document, &history).await;
            });
        }
    }

    fn take(self: &Rc<Self>, event: Event) {
        if let Some(number) = self.apply(event) {
            tasks::spawn(Rc::clone(self).save(number));
        }
    }

    /// Takes an event; returns the number of the save to begin.
    fn apply(self: &Rc<Self>, event: Event) -> Option<u64> {
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
        if let Some(state) = changed {
            self.tell.state.emit(state);
        }
        commands.save
    }

    fn set_timer(self: &Rc<Self>, milliseconds: u32) {
        let weak = Rc::downgrade(self);
        *self.timer.borrow_mut() = Some(Timer::after(milliseconds, move || {
            if let Some(inner) = weak.upgrade() {
                inner.take(Event::TimerEnded);
            }
        }));
    }

    async fn flush(self: &Rc<Self>) {
        if let Some(number) = self.apply(Event::PageHidden) {
            Rc::clone(self).save(number).await;
        }
    }

    async fn save(self: Rc<Self>, number: u64) {
        let newest = self.newest.borrow().clone();
        let kept = self.kept.borrow().clone();
        let (Some(newest), Some(kept)) = (newest, kept) else {
            let why = NotSavedBecause::Storage(StorageError::Unavailable);
            return self.take(Event::SaveEnded(number, Err(why)));
        };
        let draft = (newest.draft)();
        let saved = kept.save(&*self.storage, &draft, clock::now()).await;
        if self.kept.borrow().as_ref() != Some(&kept) {
            // The plan was taken over meanwhile, and its saves are counted anew.
            return;
        }
        let saved_well = saved.is_ok();
        self.take(Event::SaveEnded(number, saved.map(leave_sentinel)));
        if saved_well {
            self.tell.saved.emit(());
            // What is not thinned out now is the next time.
            let _ = kept.thin(&*self.storage).await;
        }
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
