//! A sheet of an XLSX file as the text of a table, the way the deals' reader takes it.
//!
//! ```text
//! bytes --bounds--> calamine --> Book --table--> CSV text --> plumbline_deals::import
//! ```
//!
//! Rows keep their numbers, days become ISO dates whatever day the file counts from, numbers
//! have a decimal point, and a formula whose result the file lacks stands there as a formula,
//! so that the report on the rows names it. Before anything is read, everything is unpacked
//! once and counted (`bounds`): what would grow beyond all bounds is never held in memory.
//!
//! Knows no file, no browser and no words: faults are [`SpreadsheetFault`]s.

mod bounds;
mod cell;
mod lines;

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use plumbline_deals::import::{self, Confidence, Mapping, SpreadsheetFault};

pub use bounds::{LARGEST_FILE, LARGEST_UNPACKED};
pub use lines::{LARGEST_TEXT, MOST_CELLS, MOST_ROWS};

use self::lines::Lines;

/// Rows of a sheet that are looked at to tell what is in it.
const PREVIEW: usize = 80;

/// Sheets that are looked at.
const MOST_SHEETS: usize = 60;

/// An open spreadsheet file.
pub struct Book {
    file: Xlsx<Cursor<Vec<u8>>>,
    sheets: Vec<String>,
    guess: usize,
}

/// A sheet as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Rows of cells separated by commas, a line each: line n is row n of the sheet.
    pub text: String,
    /// Formulas whose result the file does not hold; the formula stands in its place.
    pub unanswered: u32,
}

/// Opens a spreadsheet file.
///
/// # Errors
/// [`SpreadsheetFault`]; nothing is read in part.
pub fn open(bytes: Vec<u8>) -> Result<Book, SpreadsheetFault> {
    bounds::check(&bytes)?;
    let file = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    let mut book = Book {
        sheets: sheets(&file),
        file,
        guess: 0,
    };
    book.tell_sheets();
    if book.sheets.is_empty() {
        return Err(SpreadsheetFault::NoSheet);
    }
    Ok(book)
}

impl Book {
    /// The sheets with a table in them, by name; all where none has one.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The place of the sheet that looks most like deals.
    #[must_use]
    pub fn guess(&self) -> usize {
        self.guess
    }

    /// A sheet as text, by its place.
    ///
    /// # Errors
    /// [`SpreadsheetFault`] when it is damaged or goes beyond all bounds.
    pub fn table(&mut self, place: usize) -> Result<Table, SpreadsheetFault> {
        let name = self.sheets.get(place).ok_or(SpreadsheetFault::NoSheet)?;
        rows(&mut self.file, name, usize::MAX)
    }

    /// Looks at the beginning of every sheet, leaves out those without a table, and guesses
    /// which holds the deals: the one with most columns known by name, of two the first.
    fn tell_sheets(&mut self) {
        let scores: Vec<Option<usize>> = self
            .sheets
            .iter()
            .take(MOST_SHEETS)
            .map(|name| score(&rows(&mut self.file, name, PREVIEW).ok()?.text))
            .collect();
        if scores.iter().all(Option::is_none) {
            return;
        }
        let with_table = self.sheets.drain(..).zip(scores);
        let kept: Vec<(String, usize)> = with_table
            .filter_map(|(name, score)| Some((name, score?)))
            .collect();
        let best = kept.iter().map(|(_, score)| *score).max();
        self.guess = kept
            .iter()
            .position(|(_, score)| Some(*score) == best)
            .unwrap_or(0);
        self.sheets = kept.into_iter().map(|(name, _)| name).collect();
    }
}

/// The worksheets that are shown; hidden ones where no other is there.
fn sheets(file: &Xlsx<Cursor<Vec<u8>>>) -> Vec<String> {
    let all = file.sheets_metadata().iter();
    let sheets: Vec<_> = all
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .collect();
    let shown = |visible_only: bool| -> Vec<String> {
        let kept = sheets
            .iter()
            .filter(|sheet| !visible_only || sheet.visible == SheetVisible::Visible);
        kept.map(|sheet| sheet.name.clone()).collect()
    };
    let visible = shown(true);
    if visible.is_empty() {
        shown(false)
    } else {
        visible
    }
}

/// How much the beginning of a sheet looks like deals; nothing when it holds no table.
fn score(text: &str) -> Option<usize> {
    let survey = import::survey(text).ok()?;
    let columns = Mapping::guess(&survey).columns;
    let weight = |confidence| match confidence {
        Confidence::Said | Confidence::High => 3,
        Confidence::Medium => 2,
        Confidence::Low => 1,
    };
    Some(columns.iter().map(|used| weight(used.confidence)).sum())
}

/// The first so many rows of a sheet as text.
fn rows(
    file: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    most: usize,
) -> Result<Table, SpreadsheetFault> {
    let is_1904 = file.has_1904_epoch();
    let mut reader = file
        .worksheet_cells_reader(name)
        .map_err(|error| fault(&error))?;
    let mut lines = Lines::new(most);
    // Formulas of one shared form are not written out one by one: their text is only shown.
    while let Some(record) = reader
        .next_cell_with_formula_metadata()
        .map_err(|error| fault(&error))?
    {
        let (text, unanswered) = cell::text(&record.value, record.formula.as_ref(), is_1904);
        if !lines.take(record.pos, &text, unanswered)? {
            break;
        }
    }
    Ok(lines.finish())
}

/// What the reader of the file says, as a fault.
fn fault(error: &XlsxError) -> SpreadsheetFault {
    match error {
        XlsxError::Password => SpreadsheetFault::Encrypted,
        other => SpreadsheetFault::Damaged(other.to_string().chars().take(200).collect()),
    }
}
