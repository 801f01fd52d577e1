//! Opening and saving plan files: what went wrong and what to do.

/// Heading of every refusal.
#[must_use]
pub fn not_opened(name: &str) -> String {
    format!("{name} was not opened")
}
/// Said with every refusal.
pub const UNTOUCHED: &str = "The plan on screen is as it was.";
/// The file is no JSON.
#[must_use]
pub fn not_json(line: usize, column: usize) -> String {
    format!(
        "It is not a plan file, or was cut off: reading stopped at line {line}, column {column}. \
         Plan files are JSON text and end in .plumbline.json."
    )
}
/// The file is JSON, but no plan.
pub const NOT_A_PLAN: &str = "It is a JSON file, but not a plan of this product. Plan files end in \
    .plumbline.json.";
/// The file is newer than the program.
#[must_use]
pub fn newer(found: u64, known: u64) -> String {
    format!(
        "It was saved by a newer version of Plumbline (format {found}; this version reads up to \
         {known}). Reload this page to get the newest version, then open it again."
    )
}
/// A field has a value it cannot have.
#[must_use]
pub fn invalid_value(path: &str, why: &str) -> String {
    format!("The value of the field {path} in it does not fit: {why}.")
}
/// A file without a name.
pub const THE_FILE: &str = "The file";
/// The file is no text.
pub const NOT_TEXT: &str = "It is not a text file: a picture, perhaps, or a document of another \
    program. Plan files are JSON text and end in .plumbline.json.";
/// The document does not hold together.
#[must_use]
pub fn broken(count: usize) -> String {
    format!(
        "{} in it:",
        super::counted(
            count,
            "thing does not fit together",
            "things do not fit together"
        )
    )
}
/// The file is too large.
pub const TOO_LARGE: &str = "It is larger than 50 MB, which no plan is.";
/// The browser could not read it.
#[must_use]
pub fn unreadable(why: &str) -> String {
    format!("The browser could not read it: {why}")
}
/// The browser could not write it.
#[must_use]
pub fn not_written(why: &str) -> String {
    format!("The file could not be written: {why}")
}
/// After a file was saved.
#[must_use]
pub fn saved(name: &str) -> String {
    format!("Saved as {name}.")
}
/// After a file was handed to the browser.
#[must_use]
pub fn downloaded(name: &str) -> String {
    format!("Downloaded as {name}.")
}
/// The file is not where it was.
pub const GONE: &str = "It is no longer where it was: moved, renamed or deleted.";
/// After writing, the file holds something else.
pub const WRITTEN_DIFFERS: &str = "The file does not hold what was written to it. Save the plan in \
    another place, on another disk if you can.";
/// The user has not let the page read a file.
#[must_use]
pub fn not_allowed_to_read(name: &str) -> String {
    format!("{name} was not opened: this page was not allowed to read it.")
}

/// What the plan holds and its file does not.
#[must_use]
pub fn unsaved_since(when: &str) -> String {
    format!("Unsaved to file since {when}")
}
/// The file holds the plan as it is.
pub const HOLDS_IT_ALL: &str = "File up to date";

/// Heading when the file was changed elsewhere.
#[must_use]
pub fn changed_title(name: &str) -> String {
    format!("{name} has changed")
}
/// What that means.
pub const CHANGED_WHY: &str = "Somebody, or another program, has changed this file since it was \
    last read or saved here. Nothing was written. Replacing it loses what is in it now; opening it \
    keeps this plan in this browser.";
/// Heading when the file is not where it was.
#[must_use]
pub fn gone_title(name: &str) -> String {
    format!("{name} is gone")
}
/// What that means.
pub const GONE_WHY: &str = "The file was moved, renamed or deleted. The plan is still here; save it \
    to another file.";
/// Heading when the page may not write.
#[must_use]
pub fn not_allowed_title(name: &str) -> String {
    format!("{name} was not saved")
}
/// What that means.
pub const NOT_ALLOWED_WHY: &str = "This page was not allowed to write to the file. Allow it when \
    the browser asks, or save the plan to another file.";
/// Answer.
pub const SAVE_ELSEWHERE: &str = "Save to another file";
/// Answer.
pub const OPEN_WHAT_IS_THERE: &str = "Open what is in the file";
/// Answer.
pub const OVERWRITE: &str = "Replace what is in the file";
/// Answer.
pub const ASK_AGAIN: &str = "Ask again";

/// Heading of the files used last.
pub const RECENT: &str = "Files used last";
/// Heading of the choice of a file.
pub const OPEN_A_FILE: &str = "Open a plan file";
/// Opens a file that is not among those used last.
pub const ANOTHER_FILE: &str = "Choose a file";
/// Shown while a file is held over the page.
pub const DROP_IT: &str = "Drop the plan file to open it";

/// Name of the file of a plan without a title.
pub const UNTITLED_FILE: &str = "sales-plan";
