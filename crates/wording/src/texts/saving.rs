//! The state of saving: always visible, always true.

/// Saved, with the time of day.
#[must_use]
pub fn saved_at(time: &str) -> String {
    format!("Saved {time}")
}
/// Under way.
pub const SAVING: &str = "Saving";
/// Changes not yet written.
pub const UNSAVED: &str = "Not yet saved";
/// Did not work.
#[must_use]
pub fn not_saved(why: &str) -> String {
    format!("Not saved: {why}")
}
/// Kept in memory only.
#[must_use]
pub fn memory_only(why: &str) -> String {
    format!("This plan is only in this tab: {why} Save a file before you close it.")
}
/// Nothing to save yet.
pub const NOTHING: &str = "";
/// Tries again.
pub const RETRY: &str = "Try again";
/// The last plan was damaged and its previous version came back.
pub const EARLIER_VERSION: &str = "The last saved version was damaged. This is the one before it; \
    the damaged one is kept and can be downloaded from the recovery page.";
/// The browser removed the plan.
pub const EVICTED: &str = "A plan was saved here before, but this browser has removed it. If you \
    have a plan file, open it.";

/// Saving failed: what was read back differs.
pub const READ_BACK_DIFFERS: &str =
    "what this browser wrote is not what it was given. It is being tried again.";
/// Another tab has saved this plan.
pub const CHANGED_IN_ANOTHER_TAB: &str = "another tab has saved this plan since it was opened here. \
    Reload to see that version, or keep this one as a copy.";
/// Another tab has taken this plan over.
pub const TAKEN_OVER: &str = "another tab has taken this plan over. Your last change here is kept \
    among its earlier versions.";
/// A newer program has saved this plan.
pub const SAVED_BY_NEWER_VERSION: &str =
    "a newer version of Plumbline has saved this plan. Save a file, then reload.";
/// No storage.
pub const UNAVAILABLE: &str =
    "this browser keeps nothing for this page (a private window, or site data switched off).";
/// Full.
pub const FULL: &str = "the space this browser grants is full. Save a file, then free some space.";
/// The browser could not write, and does not say why.
pub const UNWRITABLE: &str = "this browser could not write to the disk, which may be full. Save a \
    file, then free some space.";
/// No answer.
pub const HUNG: &str = "this browser's storage does not answer. Save a file to be safe.";
/// Damaged.
pub const CORRUPT: &str = "this browser's storage can't be opened: it is damaged, or the disk is \
    full. Save a file to be safe.";
/// Blocked.
pub const BLOCKED: &str = "another tab holds an older version open. Close that tab.";
/// Outdated.
pub const OUTDATED: &str = "a newer version of Plumbline is in use. Save a file, then reload.";
/// Stopped.
pub const STOPPED: &str = "the program has failed. Reload the page.";
/// Keeps the plan beside the other one.
pub const KEEP_AS_COPY: &str = "Keep as a copy";
/// Reloads the page.
pub const RELOAD: &str = "Reload";

/// A newer program is on the machine.
pub const NEW_VERSION: &str = "A new version of Plumbline is ready. Your plan is saved first; \
    nothing in it changes.";
/// Uses it.
pub const USE_NEW_VERSION: &str = "Use the new version";
/// Leaves it for another time.
pub const LATER: &str = "Later";
