//! The file that is being looked at: what it is by its first bytes, and how it is read. Reads
//! no row.

use plumbline_deals::import::{
    self, Delimiter, Encoding, FileKind, HeaderRow, Mapping, SpreadsheetFault, Survey,
};
use plumbline_wording::texts::deals_import as words;

use super::{LARGEST_FILE_BYTES, Source};
use crate::deals::protocol::{Book, ReadAs};

/// The file that is being looked at.
pub(super) struct File {
    pub(super) name: String,
    pub(super) source: Box<dyn Source>,
    pub(super) encoding: Encoding,
    /// The spreadsheet that its text is a sheet of.
    pub(super) book: Option<Book>,
    pub(super) said: ReadAs,
    remembered: Vec<Mapping>,
    /// What the first walk found, how it is read, and whether that was remembered.
    pub(super) sheet: Option<(Survey, Mapping, bool)>,
}

impl File {
    /// A file that can be read, or why it cannot.
    pub(super) fn new(
        name: String,
        source: Box<dyn Source>,
        remembered: &[serde_json::Value],
        book: Option<Book>,
    ) -> Result<Self, String> {
        if source.len() > LARGEST_FILE_BYTES {
            return Err(words::TOO_LARGE.to_owned());
        }
        let first = source.first(import::LOOK_AT as u32);
        let whole = first.len() as u32 == source.len();
        let encoding = match import::file_kind(&first, whole) {
            _ if book.is_some() => Encoding::Utf8,
            FileKind::Text(encoding) => encoding,
            FileKind::OldDocument if import::is_encrypted(&source.first(u32::MAX)) => {
                return Err(words::spreadsheet(&SpreadsheetFault::Encrypted));
            }
            kind => return Err(words::not_a_table(kind).unwrap_or_default().to_owned()),
        };
        // The text of a sheet is always written alike.
        let said = book.as_ref().map(|_| ReadAs {
            encoding: Some(Encoding::Utf8),
            delimiter: Some(Delimiter::Comma),
            header: HeaderRow::Find,
        });
        let read = |value: &serde_json::Value| serde_json::from_value(value.clone()).ok();
        Ok(Self {
            name,
            source,
            encoding,
            book,
            said: said.unwrap_or_default(),
            remembered: remembered.iter().filter_map(read).collect(),
            sheet: None,
        })
    }

    /// Whether the file was taken for UTF-8 and nobody said so.
    pub(super) fn guesses_utf8(&self) -> bool {
        self.encoding == Encoding::Utf8 && self.said.encoding.is_none()
    }

    /// How it is read: as a file of its shape was before, else as it looks; and which.
    pub(super) fn mapping(&self, survey: &Survey) -> (Mapping, bool) {
        let mut known = self.remembered.iter().cloned();
        match known.find_map(|mapping| mapping.for_file(survey)) {
            Some(mapping) => (mapping, true),
            None => (Mapping::guess(survey), false),
        }
    }
}
