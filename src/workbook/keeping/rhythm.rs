//! When to save: events in, commands out.
//!
//! There is no queue. However many edits come while a save runs, one save of
//! the newest version follows it; an edit is never left unsaved while saving
//! works. Only a page about to go does not wait for a running save: what is
//! unsaved sets out at once. Nothing here knows a clock, a timer or a storage.

use chrono::{DateTime, FixedOffset};

use super::state::{NotSavedBecause, SaveState};
use crate::browser::storage::StorageError;

/// A save begins at most this long after an edit, unless one is running.
pub const SAVE_WITHIN_MILLISECONDS: u32 = 300;

/// After a pause the first edit is saved sooner, so that hardly anything is
/// lost to a reload right after it; the screen is drawn first.
pub const FIRST_SAVE_AFTER_MILLISECONDS: u32 = 30;

/// After a failure without a new edit: the first wait before trying again.
/// It doubles each time up to [`RETRY_AT_MOST_MILLISECONDS`].
pub const RETRY_AFTER_MILLISECONDS: u32 = 2_000;

/// The longest wait before trying again.
pub const RETRY_AT_MOST_MILLISECONDS: u32 = 60_000;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The plan has changed.
    Edited,
    /// The timer asked for by [`Commands::set_timer`] has run out.
    TimerEnded,
    /// The page is hidden or being closed: save at once what there is.
    PageHidden,
    /// The save of this number, asked for by [`Commands::save`], has ended, at the given
    /// time or with a reason.
    SaveEnded(u64, Result<DateTime<FixedOffset>, NotSavedBecause>),
    /// Whose the plan is, is not known, or it is another tab's: begin no save, unless the
    /// page is about to go.
    Held,
    /// The plan is this tab's to save.
    Released,
    /// The user has saved the plan, as it is now, to a file.
    SavedToFile,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Commands {
    /// Send [`Event::TimerEnded`] after so many milliseconds. Replaces a timer
    /// that is running.
    pub set_timer: Option<u32>,
    /// Save the plan as it is now and answer with [`Event::SaveEnded`] and this number.
    pub save: Option<u64>,
}

/// Where things stand between edits and the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    state: SaveState,
    /// There are changes that no running save carries.
    unsaved: bool,
    /// There are changes since the plan was last saved to a file or the disk.
    nowhere: bool,
    /// How many saves run.
    running: u32,
    /// The number of the latest save.
    latest: u64,
    /// The highest number of a save that succeeded.
    succeeded: u64,
    /// Save again as soon as the running save ends.
    due: bool,
    held: bool,
    timer: Timer,
    failures: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Timer {
    None,
    /// Runs since an edit, or since the last save began: ends with a save if
    /// there is something unsaved.
    Pace,
    /// Runs since a failure, without an edit since.
    Retry,
}

impl Rhythm {
    /// The plan on the screen is the one on the disk since `at`.
    #[must_use]
    pub fn saved(at: DateTime<FixedOffset>) -> Self {
        Self::new(SaveState::Saved { at })
    }

    /// The plan is new. Send [`Event::Edited`] to have it saved.
    #[must_use]
    pub fn fresh() -> Self {
        Self::new(SaveState::Saving)
    }

    /// Nothing can be kept. No command ever comes.
    #[must_use]
    pub fn memory_only(why: StorageError) -> Self {
        Self::new(SaveState::MemoryOnly { why })
    }

    fn new(state: SaveState) -> Self {
        Self {
            state,
            unsaved: false,
            nowhere: false,
            running: 0,
            latest: 0,
            succeeded: 0,
            due: false,
            held: false,
            timer: Timer::None,
            failures: 0,
        }
    }

    /// What to tell the user.
    #[must_use]
    pub fn state(&self) -> &SaveState {
        &self.state
    }

    /// Whether closing the page now would lose changes that will not be saved
    /// by themselves in a moment: the browser should ask first.
    #[must_use]
    pub fn would_lose_changes(&self) -> bool {
        let saves = matches!(self.state, SaveState::Saved { .. } | SaveState::Saving);
        self.nowhere && !saves
    }

    /// Takes an event and says what to do.
    pub fn on(&mut self, event: Event) -> Commands {
        match event {
            Event::Edited => self.edited(),
            Event::TimerEnded => {
                self.timer = Timer::None;
                self.save_if_free()
            }
            Event::PageHidden => self.save_now(),
            Event::SaveEnded(number, Ok(at)) => self.save_succeeded(number, at),
            Event::SaveEnded(number, Err(why)) => self.save_failed(number, why),
            Event::SavedToFile => {
                self.nowhere = false;
                Commands::default()
            }
            Event::Held => {
                self.held = true;
                Commands::default()
            }
            Event::Released => {
                self.held = false;
                self.save_if_free()
            }
        }
    }

    fn is_over(&self) -> bool {
        match &self.state {
            SaveState::MemoryOnly { .. } => true,
            SaveState::NotSaved { why } => why.is_final(),
            SaveState::Saved { .. } | SaveState::Saving => false,
        }
    }

    fn edited(&mut self) -> Commands {
        self.unsaved = true;
        self.nowhere = true;
        if matches!(self.state, SaveState::Saved { .. }) {
            self.state = SaveState::Saving;
        }
        if self.is_over() || self.timer == Timer::Pace {
            return Commands::default();
        }
        if self.running > 0 {
            self.due = true;
            return Commands::default();
        }
        self.set_timer(Timer::Pace, FIRST_SAVE_AFTER_MILLISECONDS)
    }

    fn save_if_free(&mut self) -> Commands {
        if self.held {
            return Commands::default();
        }
        if self.running > 0 {
            self.due = self.unsaved;
            return Commands::default();
        }
        self.save_now()
    }

    fn save_now(&mut self) -> Commands {
        if !self.unsaved || self.is_over() {
            return Commands::default();
        }
        self.unsaved = false;
        self.due = false;
        self.running += 1;
        self.latest += 1;
        Commands {
            save: Some(self.latest),
            ..self.set_timer(Timer::Pace, SAVE_WITHIN_MILLISECONDS)
        }
    }

    fn save_succeeded(&mut self, number: u64, at: DateTime<FixedOffset>) -> Commands {
        self.running = self.running.saturating_sub(1);
        self.failures = 0;
        self.succeeded = self.succeeded.max(number);
        if self.unsaved || self.succeeded < self.latest {
            self.state = SaveState::Saving;
        } else {
            self.nowhere = false;
            self.state = SaveState::Saved { at };
        }
        self.save_if_due()
    }

    fn save_failed(&mut self, number: u64, why: NotSavedBecause) -> Commands {
        self.running = self.running.saturating_sub(1);
        // A later save carries all that this one did, and speaks for both.
        if number < self.latest && !why.is_final() {
            return self.save_if_due();
        }
        let edited_since = std::mem::replace(&mut self.unsaved, true);
        self.state = SaveState::NotSaved { why };
        if self.is_over() || edited_since {
            return self.save_if_due();
        }
        let wait = RETRY_AFTER_MILLISECONDS << self.failures.min(5);
        self.failures += 1;
        self.set_timer(Timer::Retry, wait.min(RETRY_AT_MOST_MILLISECONDS))
    }

    fn save_if_due(&mut self) -> Commands {
        if self.due {
            self.save_if_free()
        } else {
            Commands::default()
        }
    }

    fn set_timer(&mut self, timer: Timer, milliseconds: u32) -> Commands {
        self.timer = timer;
        Commands {
            set_timer: Some(milliseconds),
            save: None,
        }
    }
}

#[cfg(test)]
mod tests;
