//! Whether the plan is saved: what the page always shows, and always truly.

use chrono::{DateTime, FixedOffset};

use crate::browser::storage::StorageError;

/// Whether what is on the screen is also on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// The whole plan, as it is now, was written and read back.
    Saved {
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// There are changes, and they will be saved in a moment.
    Saving,
    /// There are changes, and they could not be saved. The version saved
    /// before is untouched. Unless the reason is [final](NotSavedBecause::is_final),
    /// it is tried again by itself and with the next change.
    NotSaved {
        /// Why not.
        why: NotSavedBecause,
    },
    /// Nothing can be kept here: the plan lives in this page alone until it is
    /// saved as a file.
    MemoryOnly {
        /// Why not.
        why: StorageError,
    },
}

/// Why a plan could not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSavedBecause {
    /// The browser's storage did not do as asked.
    Storage(StorageError),
    /// What was read back was not what had been written.
    ReadBackDiffers,
    /// Another tab has saved this plan since it was opened here. To go on:
    /// reload to see that version, or keep this one as a copy.
    ChangedInAnotherTab,
    /// Another tab has taken this plan over, and is the one that saves it. What was
    /// changed here is kept among the plan's earlier versions.
    TakenOver,
    /// A newer version of Plumbline has saved this plan: reload the page.
    SavedByNewerVersion,
}

impl NotSavedBecause {
    /// Whether trying again without the user's doing is pointless.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Storage(why) => {
                matches!(why, StorageError::Outdated | StorageError::Stopped)
            }
            Self::ReadBackDiffers => false,
            Self::ChangedInAnotherTab | Self::TakenOver | Self::SavedByNewerVersion => true,
        }
    }
}

impl From<StorageError> for NotSavedBecause {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
