//! What a file is, by its first bytes: text in which encoding, or no text at all.
//!
//! Decodes nothing: the page has the browser's decoder and [`super::Utf8Pieces`], the command
//! line its own.

use serde::{Deserialize, Serialize};

/// How many bytes of a file are worth looking at.
pub const LOOK_AT: usize = 256 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Nothing in it.
    Empty,
    /// Text.
    Text(Encoding),
    /// A spreadsheet of the newer kind (XLSX, ODS), or another archive.
    Archive,
    /// A spreadsheet of the older kind (XLS), or another document of its time.
    OldDocument,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// Something else that is no text.
    Binary,
}

/// How text is written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the less significant byte first.
    Utf16Le,
    /// UTF-16, the more significant byte first.
    Utf16Be,
    /// Windows-1252: western European text of older programs.
    Windows1252,
}

impl Encoding {
    /// Its label in the WHATWG Encoding Standard, which the browser's decoder takes.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// What no text begins with.
const SIGNATURES: [(&[u8], FileKind); 9] = [
    (b"PK\x03\x04", FileKind::Archive),
    (b"PK\x05\x06", FileKind::Archive),
    (b"\xd0\xcf\x11\xe0", FileKind::OldDocument),
    (b"%PDF-", FileKind::Pdf),
    (b"\x89PNG", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"RIFF", FileKind::Binary),
    (b"\x1f\x8b", FileKind::Binary),
];

/// Tells a file by its first bytes, up to [`LOOK_AT`] of them; `whole` when they are all.
///
/// A byte order mark decides. Otherwise bytes that are UTF-8 are UTF-8, a zero in every
/// other byte is UTF-16, and what is left is windows-1252 unless it is full of control
/// characters. A file whose first odd letter lies further on is taken for UTF-8: the
/// letters that do not fit are then counted (see [`super::Survey`]).
#[must_use]
pub fn file_kind(first: &[u8], whole: bool) -> FileKind {
    if first.is_empty() {
        return FileKind::Empty;
    }
    if let Some((_, kind)) = SIGNATURES.iter().find(|(mark, _)| first.starts_with(mark)) {
        return *kind;
    }
    if first.starts_with(b"\xef\xbb\xbf") {
        return FileKind::Text(Encoding::Utf8);
    }
    if first.starts_with(b"\xff\xfe") {
        return FileKind::Text(Encoding::Utf16Le);
    }
    if first.starts_with(b"\xfe\xff") {
        return FileKind::Text(Encoding::Utf16Be);
    }
    if let Some(encoding) = utf16(first) {
        return FileKind::Text(encoding);
    }
    if full_of_control(first) {
        return FileKind::Binary;
    }
    FileKind::Text(match std::str::from_utf8(first) {
        Ok(_) => Encoding::Utf8,
        // The last letter may be cut in two.
        Err(error) if error.error_len().is_none() && !whole => Encoding::Utf8,
        Err(_) => Encoding::Windows1252,
    })
}

/// UTF-16 without a mark: nearly all of a table's letters have a zero as their upper byte.
fn utf16(first: &[u8]) -> Option<Encoding> {
    let pairs = first.len() / 2;
    let zeros = |from: usize| {
        first
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0 | 1 => None,
        _ if odd * 10 > pairs * 7 && even * 10 < pairs => Some(Encoding::Utf16Le),
        _ if even * 10 > pairs * 7 && odd * 10 < pairs => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Whether more than one byte in fifty is a control character that no table has.
fn full_of_control(first: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(byte, 0..=8 | 14..=31 | 127);
    first.iter().filter(control).count() * 50 > first.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_text_by_mark_or_by_its_bytes() {
        let utf16: Vec<u8> = "id;name"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let utf16_be: Vec<u8> = "id;name"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        for (bytes, encoding) in [
            (&b"\xef\xbb\xbfid"[..], Encoding::Utf8),
            (b"\xff\xfei\0d\0", Encoding::Utf16Le),
            (b"\xfe\xff\0i\0d", Encoding::Utf16Be),
            (&utf16, Encoding::Utf16Le),
            (&utf16_be, Encoding::Utf16Be),
            ("M\u{fc}ller".as_bytes(), Encoding::Utf8),
            (b"M\xfcller;4", Encoding::Windows1252),
            (
                b"a\0b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,1,2,3",
                Encoding::Utf8,
            ),
        ] {
            assert_eq!(
                file_kind(bytes, true),
                FileKind::Text(encoding),
                "{bytes:?}"
            );
        }
    }

    #[test]
    fn a_letter_cut_in_two_at_the_end_of_the_sample_is_no_fault() {
        let cut = &"Caf\u{e9}".as_bytes()[..4];
        assert_eq!(file_kind(cut, false), FileKind::Text(Encoding::Utf8));
        assert_eq!(file_kind(cut, true), FileKind::Text(Encoding::Windows1252));
    }

    #[test]
    fn tells_what_is_no_text() {
        for (bytes, kind) in [
            (&b""[..], FileKind::Empty),
            (b"PK\x03\x04rest", FileKind::Archive),
            (b"\xd0\xcf\x11\xe0\xa1", FileKind::OldDocument),
            (b"%PDF-1.7", FileKind::Pdf),
            (b"\x89PNG\r\n\x1a\n", FileKind::Picture),
            (b"\x01\x02\x03\x04\x05\x06", FileKind::Binary),
        ] {
            assert_eq!(file_kind(bytes, true), kind, "{bytes:?}");
        }
    }
}
