//! The plans on this machine, their earlier versions, and one plan in several tabs.

use super::counted;

/// The page with all plans.
pub const TITLE: &str = "Plans on this machine";
/// What it is for.
pub const WHY: &str = "Every plan you have worked on in this browser, with its earlier versions. \
    They are on this machine only: another browser does not see them.";
/// While they are looked for.
pub const LOOKING: &str = "Looking for your plans …";
/// There are none.
pub const NONE: &str = "No plan is kept on this machine yet.";
/// None of them has these words in its title.
pub const NONE_FOUND: &str = "No plan has these words in its title.";
/// Storage could not be read.
#[must_use]
pub fn unreadable(why: &str) -> String {
    format!("The plans kept here can't be read now: {why}")
}
/// Leads back to the open plan.
pub const BACK: &str = "Back to the open plan";
/// Leads back to the three doors.
pub const BACK_TO_START: &str = "Back to the start";

/// Label of the field for looking for a plan.
pub const FIND: &str = "Find a plan by its title";
/// The plan that is open.
pub const OPEN_NOW: &str = "open now";
/// When a plan was saved, and how many versions of it there are.
#[must_use]
pub fn saved_with_versions(when: &str, versions: usize) -> String {
    let versions = counted(versions, "version", "versions");
    format!("saved {when}, {versions}")
}
/// A plan without a whole version.
pub const DAMAGED: &str =
    "can't be opened: damaged, or saved by a newer Plumbline. Open it to see what is left.";
/// What a plan is called that can't be opened.
#[must_use]
pub fn damaged_plan(place: usize) -> String {
    format!("Damaged plan {place}")
}

/// Renames a plan.
#[must_use]
pub fn rename(title: &str) -> String {
    format!("Rename {title}")
}
/// The same where the plan is seen beside it.
pub const RENAME: &str = "Rename";
/// Label of the field for its new title.
#[must_use]
pub fn new_title(title: &str) -> String {
    format!("New title of {title}")
}
/// Keeps the new title.
pub const KEEP_TITLE: &str = "Keep this title";
/// Leaves the title as it is.
pub const LEAVE_TITLE: &str = "Leave it";
/// After a plan was renamed.
#[must_use]
pub fn renamed(title: &str) -> String {
    format!("It is called {title} now.")
}
/// Copies a plan.
#[must_use]
pub fn duplicate(title: &str) -> String {
    format!("Duplicate {title}")
}
/// The same where the plan is seen beside it.
pub const DUPLICATE: &str = "Duplicate";
/// After a plan was copied: what the copy is called.
#[must_use]
pub fn duplicated(copy: &str) -> String {
    format!("{copy} is kept beside it.")
}
/// Puts a plan into the bin.
#[must_use]
pub fn delete(title: &str) -> String {
    format!("Delete {title}")
}
/// The same where the plan is seen beside it.
pub const DELETE: &str = "Delete";
/// After a plan was put into the bin.
#[must_use]
pub fn deleted(title: &str) -> String {
    format!("{title} is in the bin.")
}
/// A change that could not be made.
#[must_use]
pub fn not_done(why: &str) -> String {
    format!("That did not work, and nothing was changed: {why}")
}
/// A plan that another tab has open can be changed only there.
pub const OPEN_ELSEWHERE: &str = "it is open in another tab. Change it there, or close that tab.";

/// The bin.
#[must_use]
pub fn bin(plans: usize) -> String {
    format!("Bin: {}", counted(plans, "plan", "plans"))
}
/// What the bin does.
pub const BIN_WHY: &str = "Plans stay here until you empty the bin.";
/// Takes a plan out of the bin.
#[must_use]
pub fn put_back(title: &str) -> String {
    format!("Put back {title}")
}
/// The same where the plan is seen beside it.
pub const PUT_BACK: &str = "Put back";
/// After a plan was taken out of the bin.
#[must_use]
pub fn is_back(title: &str) -> String {
    format!("{title} is back.")
}
/// Empties the bin.
pub const EMPTY_BIN: &str = "Empty the bin";
/// Asked before.
#[must_use]
pub fn really_empty(plans: usize) -> String {
    let plans = counted(plans, "plan is", "plans are");
    format!("{plans} removed for good, with all versions. This can't be undone.")
}
/// Does it.
pub const REMOVE_FOR_GOOD: &str = "Remove for good";
/// After the bin was emptied.
pub const EMPTIED: &str = "The bin is empty.";

/// How much room the plans take.
#[must_use]
pub fn space(used: &str, granted: &str) -> String {
    format!("Plumbline uses {used} of the {granted} that this browser grants it.")
}
/// Bytes as people read them: "1.2 MB", from a figure already written.
#[must_use]
pub fn megabytes(figure: &str) -> String {
    format!("{figure} MB")
}
/// The same for a thousand times as many: "10 GB".
#[must_use]
pub fn gigabytes(figure: &str) -> String {
    format!("{figure} GB")
}
/// The browser has promised to keep them.
pub const SAFE: &str = "The browser has promised not to remove the plans by itself.";
/// It has not.
pub const UNSAFE: &str = "The browser may remove them when space on this machine gets short, so \
    save a file of every plan that matters.";

/// Opens the list of versions.
pub const VERSIONS: &str = "Earlier versions";
/// What is in it.
pub const VERSIONS_WHY: &str = "A version is kept for each of the last minutes, hours, days and weeks, \
    and so is every one you have named. Going back to one removes none of them and can be undone.";
/// Label of the field for a version's name.
pub const VERSION_NAME: &str = "Name for the plan as it is now";
/// Keeps the version under that name.
pub const KEEP_VERSION: &str = "Keep under this name";
/// After that.
#[must_use]
pub fn version_kept(name: &str) -> String {
    format!("Kept as “{name}”.")
}
/// The plan could not be saved under that name.
#[must_use]
pub fn version_not_kept(why: &str) -> String {
    format!("Not kept under that name: {why}")
}
/// The version that is on the screen.
pub const NEWEST_VERSION: &str = "the newest";
/// A day and a time of day.
#[must_use]
pub fn day_and_time(day: &str, time: &str) -> String {
    format!("{day}, {time}")
}
/// Goes back to a version.
#[must_use]
pub fn restore(when: &str) -> String {
    format!("Go back to {when}")
}
/// The same where the version is seen beside it.
pub const RESTORE: &str = "Go back";
/// After going back.
#[must_use]
pub fn restored(when: &str) -> String {
    format!("This is the plan as of {when}.")
}
/// A version that is gone or damaged.
pub const VERSION_GONE: &str = "This version can't be opened any more. The plan is as it was.";
/// There are none.
pub const NO_VERSIONS: &str = "There is no earlier version yet.";

/// Another tab has the plan and saves it.
pub const FOLLOWS: &str = "This plan is open in another tab. This tab shows what is done there, \
    and can't change the plan.";
/// That tab does not answer.
pub const FOLLOWS_SILENT: &str =
    "This plan is open in another tab, which does not answer. You can take the plan over.";
/// Makes this tab the one that writes.
pub const TAKE_OVER: &str = "Take over";
/// It is about to.
pub const TAKING_OVER: &str = "Taking the plan over …";
/// A change was tried in a tab that follows.
pub const READ_ONLY: &str =
    "Nothing was changed: this plan is open in another tab. Take it over to change it here.";
/// An older tab keeps the storage.
pub const WAITING_FOR_TAB: &str = "Another tab holds an older Plumbline open. Close it, and this \
    one goes on by itself.";
/// Nothing will be kept.
#[must_use]
pub fn nothing_kept(why: &str) -> String {
    format!(
        "What you do here will not be kept: {why} You can work, and save a file before you close the page."
    )
}
