//! Why a spreadsheet cannot be read, and how an encrypted one is told by its bytes. Reads no
//! spreadsheet: that is a program of its own, which hands over the text of a sheet.

use serde::{Deserialize, Serialize};

/// Why a spreadsheet is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpreadsheetFault {
    /// The file is larger than a spreadsheet of deals may be.
    TooLarge,
    /// What is packed in the file is larger than can be held.
    TooMuchInside,
    /// A sheet has more cells or text than can be held.
    TooManyCells,
    /// A row has something further to the right than a table of deals reaches.
    TooManyColumns {
        /// Its number, the first row being 1.
        row: u32,
    },
    /// It is locked with a password.
    Encrypted,
    /// It is a spreadsheet of another kind: XLSB, or OpenDocument.
    OtherKind,
    /// It is an archive and no spreadsheet.
    NoSpreadsheet,
    /// It has no sheet with cells.
    NoSheet,
    /// It declares entities, which no spreadsheet program does.
    Entities,
    /// It cannot be read on; in the words of the reader, for whoever wants to know.
    Damaged(String),
    /// What reads spreadsheets is not part of this page: a workbook of one file.
    NotInThisFile,
    /// What reads spreadsheets could not be loaded.
    NotLoaded,
    /// The page runs without workers, and what reads spreadsheets runs in one alone.
    NoWorkers,
    /// What reads spreadsheets stopped at this file.
    Stopped,
}

/// The name of the part with the locked content, as the older documents hold names.
const LOCKED_PART: &str = "EncryptedPackage";

/// Whether the bytes of a document of the older kind are those of a newer one under a
/// password: a locked XLSX file comes wrapped as one.
#[must_use]
pub fn is_encrypted(document: &[u8]) -> bool {
    let name: Vec<u8> = LOCKED_PART
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    document
        .windows(name.len())
        .any(|letters| letters == name.as_slice())
}
