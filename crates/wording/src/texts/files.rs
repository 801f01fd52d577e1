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
/// Name of the file of a plan without a title.
pub const UNTITLED_FILE: &str = "sales-plan";
