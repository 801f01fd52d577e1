//! When to save: events in, commands out.
//!
//! There is no queue. However many edits come while a save runs, one save of
//! the newest version follows it; an edit is never left unsaved while saving
//! works. Nothing here knows a clock, a timer or a storage.

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
    /// The save asked for by [`Commands::save`] has ended, at the given time or
    /// with a reason.
    SaveEnded(Result<DateTime<FixedOffset>, NotSavedBecause>),
    /// The user has saved the plan, as it is now, to a file.
    SavedToFile,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Commands {
    /// Send [`Event::TimerEnded`] after so many milliseconds. Replaces a timer
    /// that is running.
    pub set_timer: Option<u32>,
    /// Save the plan as it is now and answer with [`Event::SaveEnded`].
    pub save: bool,
}

/// Where things stand between edits and the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rhythm {
    state: SaveState,
    /// There are changes that no running save carries.
    unsaved: bool,
    /// There are changes since the plan was last saved to a file or the disk.
    nowhere: bool,
    saving: bool,
    /// Save again as soon as the running save ends.
    due: bool,
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
            saving: false,
            due: false,
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
                self.save_now()
            }
            Event::PageHidden => self.save_now(),
            Event::SaveEnded(Ok(at)) => self.save_succeeded(at),
            Event::SaveEnded(Err(why)) => self.save_failed(why),
            Event::SavedToFile => {
                self.nowhere = false;
                Commands::default()
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
        if self.saving {
            self.due = true;
            return Commands::default();
        }
        self.set_timer(Timer::Pace, FIRST_SAVE_AFTER_MILLISECONDS)
    }

    fn save_now(&mut self) -> Commands {
        if !self.unsaved || self.is_over() {
            return Commands::default();
        }
        if self.saving {
            self.due = true;
            return Commands::default();
        }
        self.unsaved = false;
        self.saving = true;
        self.due = false;
        Commands {
            save: true,
            ..self.set_timer(Timer::Pace, SAVE_WITHIN_MILLISECONDS)
        }
    }

    fn save_succeeded(&mut self, at: DateTime<FixedOffset>) -> Commands {
        self.saving = false;
        self.failures = 0;
        if self.unsaved {
            self.state = SaveState::Saving;
        } else {
            self.nowhere = false;
            self.state = SaveState::Saved { at };
        }
        self.save_if_due()
    }

    fn save_failed(&mut self, why: NotSavedBecause) -> Commands {
        let edited_since = std::mem::replace(&mut self.unsaved, true);
        self.saving = false;
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
            self.save_now()
        } else {
            Commands::default()
        }
    }

    fn set_timer(&mut self, timer: Timer, milliseconds: u32) -> Commands {
        self.timer = timer;
        Commands {
            set_timer: Some(milliseconds),
            save: false,
        }
    }
}

#[cfg(test)]
mod tests;
