//! Cells as lines of text: line n is row n of the sheet, all rows as wide as the widest of
//! the first ones, so that a row whose last cells are empty is not taken for a short one.

use plumbline_deals::import::{MOST_COLUMNS, SpreadsheetFault};

use crate::Table;

/// The most rows of a sheet: what the format allows.
pub const MOST_ROWS: u32 = 1_048_576;

/// The most cells of a sheet that are read.
pub const MOST_CELLS: u32 = 20_000_000;

/// The most bytes a sheet's text may have: what a table of text may have, 200 MB.
pub const LARGEST_TEXT: usize = 200 * 1024 * 1024;

/// Rows the width is told from.
const FIRST: usize = 80;

/// Cells on their way to text.
pub(crate) struct Lines {
    text: String,
    /// Rows wanted.
    most: usize,
    /// How many cells a row has at least; nothing while the first rows are waited for.
    width: Option<usize>,
    first: Vec<(u32, Vec<String>)>,
    /// The row at hand, from 0, and its cells.
    row: u32,
    cells: Vec<String>,
    /// Rows with something in them.
    rows: usize,
    /// Lines written.
    lines: u32,
    taken: u32,
    unanswered: u32,
}

impl Lines {
    /// Lines of the first so many rows that are not empty.
    pub(crate) fn new(most: usize) -> Self {
        Self {
            text: String::new(),
            most,
            width: None,
            first: Vec::new(),
            row: 0,
            cells: Vec::new(),
            rows: 0,
            lines: 0,
            taken: 0,
            unanswered: 0,
        }
    }

    /// Takes the next cell, at this row and column from 0. Whether more are wanted.
    pub(crate) fn take(
        &mut self,
        (row, column): (u32, u32),
        text: &str,
        unanswered: bool,
    ) -> Result<bool, SpreadsheetFault> {
        self.taken += 1;
        if self.taken > MOST_CELLS {
            return Err(SpreadsheetFault::TooManyCells);
        }
        let text = text.trim();
        if text.is_empty() {
            return Ok(true);
        }
        if row >= MOST_ROWS || row < self.row {
            let said = format!("row {} after row {}", u64::from(row) + 1, self.row + 1);
            return Err(SpreadsheetFault::Damaged(said));
        }
        if row > self.row {
            self.end_row()?;
            self.row = row;
            if self.rows >= self.most {
                return Ok(false);
            }
        }
        let place = column as usize;
        if place >= MOST_COLUMNS {
            return Err(SpreadsheetFault::TooManyColumns { row: row + 1 });
        }
        if self.cells.len() <= place {
            self.cells.resize(place + 1, String::new());
        }
        self.cells[place] = text.replace(['\r', '\n'], " ");
        self.unanswered += u32::from(unanswered);
        Ok(true)
    }

    /// The sheet is at its end.
    pub(crate) fn finish(mut self) -> Table {
        // What is too large is told while it grows; the last row adds little.
        let _ = self.end_row();
        self.settle();
        Table {
            text: self.text,
            unanswered: self.unanswered,
        }
    }

    fn end_row(&mut self) -> Result<(), SpreadsheetFault> {
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return Ok(());
        }
        self.rows += 1;
        if self.width.is_some() {
            self.write(self.row, &cells);
            self.cells = cells;
            self.cells.clear();
        } else {
            self.first.push((self.row, cells));
            if self.first.len() >= FIRST {
                self.settle();
            }
        }
        if self.text.len() > LARGEST_TEXT {
            return Err(SpreadsheetFault::TooManyCells);
        }
        Ok(())
    }

    /// Tells the width from the first rows and writes them.
    fn settle(&mut self) {
        let first = std::mem::take(&mut self.first);
        let width = first.iter().map(|(_, cells)| cells.len()).max();
        self.width = self.width.or(width);
        for (row, cells) in first {
            self.write(row, &cells);
        }
    }

    fn write(&mut self, row: u32, cells: &[String]) {
        while self.lines < row {
            self.text.push('\n');
            self.lines += 1;
        }
        for place in 0..cells.len().max(self.width.unwrap_or(0)) {
            if place > 0 {
                self.text.push(',');
            }
            if let Some(cell) = cells.get(place) {
                push_cell(&mut self.text, cell);
            }
        }
        self.text.push('\n');
        self.lines += 1;
    }
}

/// A cell, in quotes where it has to be.
fn push_cell(text: &mut String, cell: &str) {
    if cell.contains([',', '"']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}
