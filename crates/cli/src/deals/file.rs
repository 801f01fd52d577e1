//! Reads a file of deals: text in whatever encoding, a sheet of a spreadsheet, or a plan's file
//! with deals in it.

use std::{
    fs::File,
    io::{ErrorKind, Read},
    path::Path,
};

use plumbline_deals::{
    KeptTable,
    import::{self, Encoding, FileKind, SpreadsheetFault},
};
use plumbline_plan::file::ReadError;

use super::{Fault, kind};
use crate::plan_file::{self, FileFault};

/// A larger file is for the workbook, which reads it piece by piece.
const LARGEST_FILE_BYTES: u64 = 500 * 1024 * 1024;

/// What is in a file.
pub(super) enum Content {
    /// A table.
    Table {
        /// Its text.
        text: String,
        /// Of a spreadsheet's sheet: formulas whose results the file does not hold.
        unanswered: u32,
    },
    /// Deals kept with a plan.
    Kept(Box<KeptTable>),
}

/// What is in a file; of a spreadsheet, in the sheet of this name.
pub(super) fn read(path: &Path, sheet: Option<&str>) -> Result<Content, Fault> {
    let fault = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Fault::Missing,
        _ => Fault::Unreadable(error),
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(fault)?;
    file.take(LARGEST_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(fault)?;
    if bytes.len() as u64 > LARGEST_FILE_BYTES {
        return Err(Fault::TooLarge);
    }
    let kind = kind(&bytes);
    if kind == FileKind::Archive {
        return sheet_of(bytes, sheet);
    }
    let content = text_of(kind, bytes)?;
    match (sheet, content) {
        (Some(_), _) => Err(Fault::NoSpreadsheet),
        (None, text) => in_plan(text),
    }
}

fn text_of(kind: FileKind, bytes: Vec<u8>) -> Result<String, Fault> {
    match kind {
        FileKind::Text(Encoding::Utf8) => Ok(match String::from_utf8(bytes) {
            Ok(text) => text,
            // The first letters were UTF-8 and later ones are not: it is the older kind.
            Err(error) => decode(error.as_bytes(), Encoding::Windows1252),
        }),
        FileKind::Text(encoding) => Ok(decode(&bytes, encoding)),
        FileKind::OldDocument if import::is_encrypted(&bytes) => {
            Err(Fault::Spreadsheet(SpreadsheetFault::Encrypted))
        }
        kind => Err(Fault::Kind(kind)),
    }
}

fn decode(bytes: &[u8], encoding: Encoding) -> String {
    let decoder = match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
    };
    decoder.decode(bytes).0.into_owned()
}

/// The sheet asked for, or the only one with a table. Of several nobody should have to find
/// out later which was read.
fn sheet_of(bytes: Vec<u8>, asked_for: Option<&str>) -> Result<Content, Fault> {
    let mut book = plumbline_spreadsheet::open(bytes).map_err(Fault::Spreadsheet)?;
    let sheets = book.sheets();
    let place = match asked_for {
        None if sheets.len() > 1 => {
            return Err(Fault::WhichSheet {
                likely: sheets[book.guess()].clone(),
                sheets: sheets.to_vec(),
            });
        }
        None => 0,
        Some(name) => place_of(sheets, name).ok_or_else(|| Fault::NoSheet {
            asked_for: name.to_owned(),
            sheets: sheets.to_vec(),
        })?,
    };
    let table = book.table(place).map_err(Fault::Spreadsheet)?;
    Ok(Content::Table {
        text: table.text,
        unanswered: table.unanswered,
    })
}

/// A sheet by its name: as it is written, else whatever the case.
fn place_of(sheets: &[String], name: &str) -> Option<usize> {
    let exactly = sheets.iter().position(|sheet| sheet == name);
    let wanted = name.trim().to_lowercase();
    exactly.or_else(|| {
        let mut sheets = sheets.iter();
        sheets.position(|sheet| sheet.trim().to_lowercase() == wanted)
    })
}

/// The deals in a plan's file; any other text is a table.
fn in_plan(text: String) -> Result<Content, Fault> {
    let table = |text| Content::Table {
        text,
        unanswered: 0,
    };
    if !text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with(['{', '<'])
    {
        return Ok(table(text));
    }
    match plan_file::read_text(text.clone()) {
        Ok((_, Some(deals))) => {
            let kept = KeptTable::read(&deals.to_string()).map_err(Fault::Kept)?;
            Ok(Content::Kept(Box::new(kept)))
        }
        Ok((_, None)) => Err(Fault::PlanWithoutDeals),
        Err(FileFault::NoPlan(ReadError::NotJson { .. } | ReadError::NotAPlan)) => Ok(table(text)),
        Err(fault) => Err(Fault::Plan(fault)),
    }
}
