//! Exports of deals as a CRM writes them, for measuring how fast one is read.

mod crm;
mod pipeline;

use std::{fmt::Write, hint::black_box};

use plumbline_deals::import::{
    self, FileKind, Import, LOOK_AT, Mapping, Options, Refused, Surveyor, Taking, Utf8Pieces,
};

use crate::plans::today;

/// Deals of an export.
const DEALS: u32 = 50_000;

/// How many bytes are read at once, as in the app's worker.
const PIECE: usize = 128 * 1024;

/// A kind of export.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Export {
    /// 14 columns of most kinds.
    Crm,
    /// The same with all its cells in quotes.
    CrmInQuotes,
    /// 8 columns, as the sales pipeline of the public record has them.
    Pipeline,
}

impl Export {
    /// Its text.
    pub(crate) fn text(self) -> String {
        match self {
            Self::Crm => table(&crm::HEADER, false, crm::deal),
            Self::CrmInQuotes => table(&crm::HEADER, true, crm::deal),
            Self::Pipeline => table(&pipeline::HEADER, false, pipeline::deal),
        }
    }
}

/// The export surveyed, as when a file is dropped.
pub(crate) fn survey(text: &str) {
    drop(black_box(import::survey(text)));
}

/// The export's deals taken, by the mapping guessed from its survey.
pub(crate) fn take(text: &str, mapping: &Mapping) {
    drop(black_box(import::take(text, mapping, options())));
}

/// The mapping guessed from its survey.
pub(crate) fn mapping(text: &str) -> Mapping {
    #[expect(clippy::expect_used, reason = "the export is one of our own making")]
    let survey = import::survey(text).expect("the export has deals");
    Mapping::guess(&survey)
}

/// From the bytes of a file to its deals, all that the app's worker does for it: what the file
/// is, both walks over it in pieces, and the mapping guessed between them.
pub(crate) fn read(file: &[u8]) {
    #[expect(clippy::expect_used, reason = "the export is one of our own making")]
    let import = import_of(file).expect("the export has deals");
    assert_eq!(import.history.deals.len(), DEALS as usize);
    drop(black_box(import));
}

fn import_of(file: &[u8]) -> Result<Import, Refused> {
    let first = &file[..file.len().min(LOOK_AT)];
    let kind = import::file_kind(first, first.len() == file.len());
    assert_eq!(kind, FileKind::Text(import::Encoding::Utf8));
    let mut surveyor = Surveyor::default();
    pieces(file).try_for_each(|piece| surveyor.push(&piece))?;
    let mapping = Mapping::guess(&surveyor.finish()?);
    let mut taking = Taking::new(&mapping, options());
    pieces(file).try_for_each(|piece| taking.push(&piece))?;
    taking.finish()
}

fn pieces(file: &[u8]) -> impl Iterator<Item = String> {
    let mut utf8 = Utf8Pieces::default();
    let count = file.chunks(PIECE).count();
    let pieces = file.chunks(PIECE).zip(1..);
    pieces.map(move |(piece, place)| utf8.text(piece.to_vec(), place == count))
}

fn options() -> Options {
    Options {
        today: today(),
        as_of: None,
    }
}

fn table<const COLUMNS: usize>(
    header: &[&str; COLUMNS],
    quoted: bool,
    deal: fn(u32) -> [String; COLUMNS],
) -> String {
    let mut text = String::new();
    row(&mut text, quoted, &header.map(str::to_owned));
    for number in 0..DEALS {
        row(&mut text, quoted, &deal(number));
    }
    text
}

fn row(text: &mut String, quoted: bool, cells: &[String]) {
    for (place, cell) in cells.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        let quote = if quoted { "\"" } else { "" };
        // A text takes whatever is written into it.
        let _ = write!(text, "{comma}{quote}{cell}{quote}");
    }
    text.push('\n');
}
