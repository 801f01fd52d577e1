//! A plan's file in another wrapping: as a link, as a locked file, or inside a workbook of
//! one file that holds the program too.
//!
//! Works on the text of a plan's file and never looks into it: what is a plan is the `plan`
//! crate's business. Knows no browser and no randomness: salt and nonce are passed in.
//! Whatever it is given to read, it answers with the text or says why not, within bounds of
//! time and memory that its reader sets, not the writer.

mod base64;
pub mod link;
pub mod locked;
pub mod workbook;

/// What the text of a file turns out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrapping {
    /// No wrapping that is known here: the text may be a plan's file itself.
    None,
    /// A locked file, to be opened with [`locked::unlock`].
    Locked,
    /// A workbook of one file, with this text of a plan's file in it.
    Workbook(String),
}

/// Tells what a text is, by what it says of itself.
#[must_use]
pub fn recognise(text: &str) -> Wrapping {
    if locked::is_locked(text) {
        return Wrapping::Locked;
    }
    match workbook::plan_in(text) {
        Some(plan) => Wrapping::Workbook(plan),
        None => Wrapping::None,
    }
}
