//! The state of saving, and the part this tab has in it, in words.

use plumbline_wording::{
    locale::Locale,
    texts::{library, saving},
    writing::write_time,
};

use crate::{
    browser::storage::StorageError,
    workbook::{
        keeping::state::{NotSavedBecause, SaveState},
        tabs::role::Role,
    },
};

/// What is said of a tab that is not the one that saves; `None` for one that is.
pub(in crate::shell) fn follows(role: Role) -> Option<&'static str> {
    match role {
        Role::Follower { answered: true } => Some(library::FOLLOWS),
        Role::Follower { answered: false } => Some(library::FOLLOWS_SILENT),
        Role::TakingOver => Some(library::TAKING_OVER),
        Role::Joining | Role::Writer | Role::Alone => None,
    }
}

/// The state of saving in words.
pub(in crate::shell) fn words(state: &SaveState, locale: &Locale) -> String {
    match state {
        SaveState::Saved { at } => saving::saved_at(&write_time(at.time(), locale)),
        SaveState::Saving => saving::SAVING.to_owned(),
        SaveState::NotSaved { why } => saving::not_saved(not_saved(why)),
        SaveState::MemoryOnly { why } => saving::memory_only(storage(why)),
    }
}

/// Why a plan was not saved.
pub(in crate::shell) fn not_saved(why: &NotSavedBecause) -> &str {
    match why {
        NotSavedBecause::Storage(error) => storage(error),
        NotSavedBecause::ReadBackDiffers => saving::READ_BACK_DIFFERS,
        NotSavedBecause::ChangedInAnotherTab => saving::CHANGED_IN_ANOTHER_TAB,
        NotSavedBecause::TakenOver => saving::TAKEN_OVER,
        NotSavedBecause::SavedByNewerVersion => saving::SAVED_BY_NEWER_VERSION,
    }
}

/// What is wrong with the browser's storage.
pub(in crate::shell) fn storage(error: &StorageError) -> &str {
    match error {
        StorageError::Unavailable => saving::UNAVAILABLE,
        StorageError::Full => saving::FULL,
        StorageError::Unwritable => saving::UNWRITABLE,
        StorageError::Hung => saving::HUNG,
        StorageError::Corrupt => saving::CORRUPT,
        StorageError::Blocked => saving::BLOCKED,
        StorageError::Outdated => saving::OUTDATED,
        StorageError::Stopped => saving::STOPPED,
        StorageError::Other(words) => words,
    }
}
