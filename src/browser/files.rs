//! Files in and out: opened by picker or drop, saved in place, by picker or as a download.
//!
//! What is in a file is judged elsewhere. Nothing leaves the machine.

mod drop;
mod handle;
mod name;
mod open;
mod raw;
mod save;

use std::fmt;

pub use drop::{DropListeners, DroppedFile, on_drop};
pub use handle::{Access, FileHandle, in_place};
pub use name::{PLAN_ENDING, file_name, plan_file_name};
pub use open::pick;
pub use raw::{RawFile, pick_raw};
pub use save::{Saved, download, save};

/// A file larger than this is refused before a byte of it is read: 50 MB.
pub const LARGEST_FILE_BYTES: f64 = 50.0 * 1024.0 * 1024.0;

/// A text file as opened.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedFile {
    /// Its name, without any path.
    pub name: String,
    /// Its content.
    pub text: String,
    /// The file itself, where the browser lets the page save to it.
    pub handle: Option<FileHandle>,
}

/// Why a file could not be opened or saved. The user's cancel is none.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    /// Larger than [`LARGEST_FILE_BYTES`].
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size in bytes.
        bytes: f64,
    },
    /// Its bytes are no UTF-8 text: a picture, a document of another program.
    NotText {
        /// The file's name.
        name: String,
    },
    /// No longer where it was: moved, renamed or deleted.
    Gone {
        /// The file's name.
        name: String,
    },
    /// What is in it after writing is not what was written.
    WrittenDiffers,
    /// The browser could not read it, in its own words.
    NotRead(String),
    /// The browser could not write it, in its own words: the disk is full or
    /// the place is protected.
    NotWritten(String),
}

/// For logs, not for the page.
impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { name, bytes } => write!(f, "{name} is too large: {bytes} bytes"),
            Self::NotText { name } => write!(f, "{name} is not text"),
            Self::Gone { name } => write!(f, "{name} is no longer there"),
            Self::WrittenDiffers => f.write_str("the file holds something else than was written"),
            Self::NotRead(words) => write!(f, "file not read: {words}"),
            Self::NotWritten(words) => write!(f, "file not written: {words}"),
        }
    }
}

impl std::error::Error for FileError {}

/// A thrown value in words.
fn words(thrown: &wasm_bindgen::JsValue) -> String {
    use wasm_bindgen::JsCast;
    match thrown.dyn_ref::<web_sys::DomException>() {
        Some(exception) => format!("{}: {}", exception.name(), exception.message()),
        None => format!("{thrown:?}"),
    }
}
