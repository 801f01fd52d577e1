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
    /// The timer asked for by [`Command::SetTimer`] has run out.
    TimerEnded,
    /// The page is hidden or being closed: save at once what there is.
    PageHidden,
    /// The save asked for by [`Command::Save`] has ended, at the given time or
    /// with a reason.
    SaveEnded(Result<DateTime<FixedOffset>, NotSavedBecause>),
    /// The user has saved the plan, as it is now, to a file.
    SavedToFile,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Send [`Event::TimerEnded`] after so many milliseconds. Replaces a timer
    /// that is running.
    SetTimer(u32),
    /// Save the plan as it is now and answer with [`Event::SaveEnded`].
    Save,
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
    Edit,
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

    /// The plan must not be saved, for a final reason known from the start.
    #[must_use]
    pub fn refused(why: NotSavedBecause) -> Self {
        Self::new(SaveState::NotSaved { why })
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
    pub fn on(&mut self, event: Event) -> Option<Command> {
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
                None
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

    fn edited(&mut self) -> Option<Command> {
        self.unsaved = true;
        self.nowhere = true;
        if self.is_over() {
            return None;
        }
        if matches!(self.state, SaveState::Saved { .. }) {
            self.state = SaveState::Saving;
        }
        if self.timer == Timer::Edit {
            return None;
        }
        self.timer = Timer::Edit;
        Some(Command::SetTimer(SAVE_WITHIN_MILLISECONDS))
    }

    fn save_now(&mut self) -> Option<Command> {
        if !self.unsaved || self.is_over() {
            return None;
        }
        if self.saving {
            self.due = true;
            return None;
        }
        self.unsaved = false;
        self.saving = true;
        self.due = false;
        Some(Command::Save)
    }

    fn save_succeeded(&mut self, at: DateTime<FixedOffset>) -> Option<Command> {
        self.saving = false;
        self.failures = 0;
        if !self.unsaved {
            self.nowhere = false;
            self.state = SaveState::Saved { at };
            return None;
        }
        self.state = SaveState::Saving;
        if self.due { self.save_now() } else { None }
    }

    fn save_failed(&mut self, why: NotSavedBecause) -> Option<Command> {
        self.saving = false;
        self.unsaved = true;
        self.state = SaveState::NotSaved { why };
        if self.is_over() {
            return None;
        }
        if self.due {
            return self.save_now();
        }
        if self.timer == Timer::Edit {
            return None;
        }
        let wait = RETRY_AFTER_MILLISECONDS << self.failures.min(5);
        self.failures += 1;
        self.timer = Timer::Retry;
        Some(Command::SetTimer(wait.min(RETRY_AT_MOST_MILLISECONDS)))
    }
}

#[cfg(test)]
mod tests;
