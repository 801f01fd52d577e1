//! Reads a file of deals as text, whatever its encoding.

use std::{
    fs::File,
    io::{ErrorKind, Read},
    path::Path,
};

use plumbline_deals::import::{Encoding, FileKind};

use super::{Fault, kind};

/// A larger file is for the workbook, which reads it piece by piece.
const LARGEST_FILE_BYTES: u64 = 500 * 1024 * 1024;

/// The text of a file.
pub(super) fn read(path: &Path) -> Result<String, Fault> {
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
    match kind(&bytes) {
        FileKind::Text(Encoding::Utf8) => Ok(match String::from_utf8(bytes) {
            Ok(text) => text,
            // The first letters were UTF-8 and later ones are not: it is the older kind.
            Err(error) => decode(error.as_bytes(), Encoding::Windows1252),
        }),
        FileKind::Text(encoding) => Ok(decode(&bytes, encoding)),
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
