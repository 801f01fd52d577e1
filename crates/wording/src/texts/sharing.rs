//! Handing a plan on: as a link, as a locked file, as a workbook of one file; and opening
//! what was handed on.

/// Opens the ways to hand the plan on.
pub const SHARE: &str = "Share";
/// Heading of the ways to hand the plan on.
pub const TITLE: &str = "Share a copy of this plan";
/// What sharing means.
pub const WHY: &str = "Each of these is a copy of the plan as it is now. Nothing is sent from \
    here: you decide whom to give it to.";

/// Heading.
pub const WORKBOOK: &str = "A workbook in one file";
/// What it is.
pub const WORKBOOK_WHY: &str = "One file with the plan and the program in it. It opens in any \
    current browser by a double click, without a network and with nothing installed, and can save \
    itself again. Anyone who has the file can read the plan.";
/// Saves it.
pub const SAVE_WORKBOOK: &str = "Save as workbook";

/// Heading.
pub const LINK: &str = "A link";
/// What it is.
pub const LINK_WHY: &str = "The whole plan stands in the link itself, in the part after # that \
    browsers never send to a server. Anyone who has the link can read the plan, and so can \
    whatever service you send it through. Your own deals are never in a link.";
/// Label of the field that shows it.
pub const LINK_LABEL: &str = "Link to a copy of this plan";
/// Makes it.
pub const MAKE_LINK: &str = "Make a link";
/// Copies it.
pub const COPY_LINK: &str = "Copy the link";
/// After it was copied.
pub const LINK_COPIED: &str = "Copied.";
/// When the browser does not let the page copy.
pub const LINK_NOT_COPIED: &str = "The browser did not let the page copy it. The link is \
    selected: copy it with the keyboard.";
/// How long it is.
#[must_use]
pub fn link_length(characters: &str) -> String {
    format!(
        "{characters} characters long. Some programs cut long links off; a file is safer there."
    )
}
/// The plan does not fit into a link.
#[must_use]
pub fn link_too_long(length: &str, longest: &str) -> String {
    format!(
        "This plan is too long for a link: it would have {length} characters, and links of more \
         than {longest} are cut off on their way. Save it as a workbook or a locked file instead."
    )
}

/// Heading.
pub const LOCKED: &str = "A locked file";
/// What it is.
pub const LOCKED_WHY: &str = "A plan file that opens with its passphrase alone. There is no way \
    to recover it: if the passphrase is lost, so is what is in the file. The plan kept in this \
    browser stays as it is and is not locked.";
/// Label.
pub const PASSPHRASE: &str = "Passphrase";
/// Label.
pub const PASSPHRASE_AGAIN: &str = "Passphrase once more";
/// What makes a good one.
pub const PASSPHRASE_HINT: &str = "Several words that belong together for nobody but you.";
/// The two differ.
pub const PASSPHRASES_DIFFER: &str = "The two passphrases are not the same.";
/// The passphrase is short.
#[must_use]
pub fn too_short(least: usize) -> String {
    format!("Use {least} characters or more.")
}
/// Saves it.
pub const SAVE_LOCKED: &str = "Save locked file";
/// While the key is derived.
pub const LOCKING: &str = "Locking …";
/// After a copy was saved.
#[must_use]
pub fn copy_saved(name: &str) -> String {
    format!("A copy was saved as {name}.")
}
/// The file could not be put together.
pub const NO_WORKBOOK: &str = "The workbook file could not be put together: a part of the program \
    could not be read again. Reload the page and try once more.";

/// Heading of the question for a passphrase.
#[must_use]
pub fn unlock_title(name: &str) -> String {
    format!("{name} is locked")
}
/// What opening means.
pub const UNLOCK_WHY: &str = "The plan in it opens as a copy, which is kept in this browser and \
    is not locked there. The file stays locked and is not changed.";
/// Opens it.
pub const UNLOCK: &str = "Unlock";
/// While the key is derived.
pub const UNLOCKING: &str = "Unlocking …";
/// The passphrase was wrong, or the file was changed.
pub const DOES_NOT_OPEN: &str = "That passphrase does not open this file. Capital letters, spaces \
    and the keyboard's language all count. If you are sure of it, the file was changed or damaged.";
/// No passphrase was given.
pub const NO_PASSPHRASE: &str = "Type the passphrase.";
/// The locked file is damaged.
pub const LOCKED_DAMAGED: &str = "The file is cut off or was changed, and can't be unlocked. Ask \
    for it once more, or open an older copy.";
/// The locked file is newer.
pub const LOCKED_NEWER: &str = "The file was locked by a newer version of Plumbline. Reload this \
    page to get the newest version, then open it again.";
/// The key asks for too much.
pub const TOO_MUCH_WORK: &str = "Deriving the key takes more memory than this browser has to give. \
    Close other pages and try again, or open the file on another machine.";

/// Heading when a link with a plan was opened.
pub const ARRIVED: &str = "Open the plan in this link?";
/// What it is.
#[must_use]
pub fn arrived(title: &str) -> String {
    format!("The link holds a plan: “{title}”.")
}
/// What opening means.
pub const ARRIVED_WHY: &str = "It opens as a copy of its own, kept in this browser. The plan open \
    now stays as it is. Open it only if you know whom the link is from.";
/// Opens it.
pub const OPEN_COPY: &str = "Open a copy";
/// Leaves it.
pub const NOT_NOW: &str = "Not now";
/// After it was opened.
pub const OPENED_FROM_LINK: &str = "Opened a copy of the plan in the link.";
/// Heading when it was not opened.
pub const LINK_NOT_OPENED: &str = "The plan in the link was not opened";
/// The link is damaged.
pub const LINK_DAMAGED: &str = "The link is cut off or was changed on its way. Ask for it once \
    more, or for a file.";
/// The link is newer.
pub const LINK_NEWER: &str = "The link was made by a newer version of Plumbline. Reload this page \
    to get the newest version, then open the link again.";
/// The link is too large.
pub const LINK_TOO_LARGE: &str = "The link holds more than any plan, and was not unpacked.";

/// In a workbook of one file: kept here are changes made since.
pub const GOES_ON: &str = "This browser has changes to this plan that the file lacks. You see the \
    plan with them; save the workbook to have them in the file. “Earlier versions” has the plan \
    as the file holds it.";
/// Its name before it was ever named.
pub const UNTITLED: &str = "Untitled plan";

/// Heading.
pub const RETURNED: &str = "A copy that came back";
/// What it is.
pub const RETURNED_WHY: &str = "Somebody has worked on a copy of this plan? Compare the two, field \
    by field, and take over what you choose. What changed here stays unless you say otherwise.";
/// Picks the copy.
pub const COMPARE: &str = "Compare with a copy";
/// Heading of the comparison.
#[must_use]
pub fn compared(name: &str) -> String {
    format!("This plan and {name}")
}
/// The version both come from is known.
#[must_use]
pub fn since(when: &str) -> String {
    format!("Both come from the version of {when}, which is kept in this browser.")
}
/// It is not.
pub const NO_COMMON_VERSION: &str = "No version that both come from is kept in this browser, so \
    nobody can tell who changed what. Nothing is taken over but what you choose.";
/// The two are the same.
pub const NO_DIFFERENCE: &str = "The two hold the same.";
/// What only this copy has changed.
#[must_use]
pub fn mine_alone(count: usize) -> String {
    format!(
        "{} here alone, and stay as they are.",
        super::counted(count, "thing changed", "things changed")
    )
}
/// Heading of what the other has changed.
pub const CHANGED_THERE: &str = "Changed in the copy";
/// Heading of what both have changed.
pub const CHANGED_BOTH: &str = "Changed in both";
/// Heading where nobody knows who has changed it.
pub const DIFFERS: &str = "Different in the copy";
/// Value here.
#[must_use]
pub fn here(value: &str) -> String {
    format!("Here: {value}")
}
/// Value there.
#[must_use]
pub fn there(value: &str) -> String {
    format!("In the copy: {value}")
}
/// The order of a list.
pub const ANOTHER_ORDER: &str = "another order";
/// The order of a list, here.
pub const THIS_ORDER: &str = "the order here";
/// Takes over what is chosen.
pub const TAKE_OVER: &str = "Take over what is chosen";
/// After it was taken over.
#[must_use]
pub fn taken_over(count: usize) -> String {
    format!(
        "Took over {}.",
        super::counted(count, "difference", "differences")
    )
}
/// What is chosen does not fit together.
#[must_use]
pub fn not_fitting(label: &str) -> String {
    format!(
        "That would not hold together: “{label}” refers to something that would be missing. \
         Choose that too, or leave this out."
    )
}
/// A locked copy can't be compared.
pub const UNLOCK_FIRST: &str = "The copy is locked. Open it first, save it as a plan file, and \
    compare with that.";
