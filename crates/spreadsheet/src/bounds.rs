//! What a spreadsheet file may cost. It is an archive, and what is packed in it may grow a
//! thousandfold: everything is unpacked once, counted and thrown away, before anything is
//! kept. What the archive says of its own sizes is not believed.

use std::io::{Cursor, ErrorKind, Read};

use plumbline_deals::import::SpreadsheetFault;
use zip::{ZipArchive, result::ZipError};

/// The most bytes a file may have: 100 MB.
pub const LARGEST_FILE: usize = 100 * 1024 * 1024;

/// The most bytes all its parts may have together once unpacked: 300 MB.
pub const LARGEST_UNPACKED: u64 = 300 * 1024 * 1024;

/// The most bytes the part with the texts of all cells may have unpacked, since it is held
/// in memory whole: 100 MB.
const LARGEST_TEXTS: u64 = 100 * 1024 * 1024;

/// The most bytes of one text or one tag: 8 MB. A cell holds 32,767 letters at most.
const LONGEST_RUN: u64 = 8 * 1024 * 1024;

/// The most parts.
const MOST_PARTS: usize = 10_000;

/// What a part is read in.
const PIECE: usize = 64 * 1024;

/// Whether a file may be read.
///
/// # Errors
/// [`SpreadsheetFault`] when it is no such file, is locked, damaged, or too large inside.
pub(crate) fn check(bytes: &[u8]) -> Result<(), SpreadsheetFault> {
    if bytes.len() > LARGEST_FILE {
        return Err(SpreadsheetFault::TooLarge);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    if archive.len() > MOST_PARTS {
        return Err(SpreadsheetFault::TooMuchInside);
    }
    kind(&archive)?;
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        left -= unpacked(&mut archive, place, left)?;
    }
    Ok(())
}

/// Whether the parts are those of an XLSX file.
fn kind(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), SpreadsheetFault> {
    let has = |end: &str| archive.file_names_raw().any(|name| ends(name, end));
    if has("workbook.xml") {
        Ok(())
    } else if has("workbook.bin") || has("content.xml") {
        Err(SpreadsheetFault::OtherKind)
    } else {
        Err(SpreadsheetFault::NoSpreadsheet)
    }
}

/// How many bytes a part really has unpacked, if they are no more than these.
fn unpacked(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    place: usize,
    most: u64,
) -> Result<u64, SpreadsheetFault> {
    let mut part = archive.by_index(place).map_err(|error| fault(&error))?;
    let most = if ends(part.name_raw(), "sharedstrings.xml") {
        most.min(LARGEST_TEXTS)
    } else {
        most
    };
    let (mut bytes, mut looked) = (0, Look::default());
    let mut piece = vec![0; PIECE];
    loop {
        let read = match part.read(&mut piece) {
            Ok(0) => return Ok(bytes),
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(SpreadsheetFault::Damaged(error.to_string())),
        };
        bytes += read as u64;
        looked.at(&piece[..read])?;
        if bytes > most {
            return Err(SpreadsheetFault::TooMuchInside);
        }
    }
}

/// Whether a part's name ends so, whatever the case.
fn ends(name: &[u8], end: &str) -> bool {
    name.to_ascii_lowercase().ends_with(end.as_bytes())
}

/// A look at a part as it goes by.
#[derive(Default)]
struct Look {
    begun: bool,
    is_xml: bool,
    run: u64,
}

impl Look {
    fn at(&mut self, piece: &[u8]) -> Result<(), SpreadsheetFault> {
        if !self.begun {
            self.begun = true;
            let bare = piece.strip_prefix(b"\xef\xbb\xbf").unwrap_or(piece);
            self.is_xml = bare.trim_ascii_start().starts_with(b"<");
            // No program that writes spreadsheets declares entities; who does means harm.
            if self.is_xml && declares(&bare[..bare.len().min(4096)]) {
                return Err(SpreadsheetFault::Entities);
            }
        }
        if self.is_xml {
            self.run = match piece.iter().rposition(|byte| *byte == b'<') {
                Some(last) => (piece.len() - last) as u64,
                None => self.run + piece.len() as u64,
            };
            if self.run > LONGEST_RUN {
                return Err(SpreadsheetFault::TooMuchInside);
            }
        }
        Ok(())
    }
}

/// Whether a document type is declared, in which entities could be.
fn declares(beginning: &[u8]) -> bool {
    beginning
        .windows(9)
        .any(|letters| letters.eq_ignore_ascii_case(b"<!DOCTYPE"))
}

fn fault(error: &ZipError) -> SpreadsheetFault {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            SpreadsheetFault::Encrypted
        }
        other => SpreadsheetFault::Damaged(other.to_string()),
    }
}
