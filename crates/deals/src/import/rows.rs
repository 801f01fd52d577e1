//! Rows of a table out of text that arrives in pieces, in bounded memory.
//!
//! The grammar is csv-core's (RFC 4180 and every usual departure from it); a row on one line
//! with nothing odd in it, which is nearly every row, is cut without it. Here are added
//! row numbers as a spreadsheet shows them, a bound on rows, and the way out of a quote
//! that is never closed. Knows nothing of what the cells mean.

mod csv_core_row;
mod simple_row;

use self::{csv_core_row::CsvCoreRow, simple_row::SimpleRows};
use super::Delimiter;

/// The most bytes a row may have: no deal's row comes near.
pub const LARGEST_ROW: usize = 1024 * 1024;

/// The most cells a row may have.
pub const MOST_COLUMNS: usize = 2_000;

/// The most rows of a file that are taken apart for an open quote: a file with more is not
/// meant to be read without quotes.
const MOST_RECOVERED: u32 = 1_000;

/// Why a table cannot be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFault {
    /// A row is longer than [`LARGEST_ROW`].
    TooLong {
        /// Its number, the first row being 1.
        row: u32,
    },
    /// A row has more cells than [`MOST_COLUMNS`].
    TooManyColumns {
        /// Its number.
        row: u32,
    },
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its number as a spreadsheet shows it: the first row is 1, empty rows count.
    pub number: u32,
    /// Whether NUL characters were taken out of it.
    pub had_nul: bool,
    /// Whether it was read without regard to quotes, since one was never closed.
    pub open_quote: bool,
    text: &'a str,
    /// Where its cells begin and end in the text.
    places: &'a [Place],
}

/// Where a cell begins and ends in the text of its row.
type Place = (u32, u32);

impl<'a> Row<'a> {
    /// How many cells it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nothing but spaces stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells().all(str::is_empty)
    }

    /// The text of a cell without spaces around it; empty where the row has no such cell.
    #[must_use]
    pub fn cell(&self, place: usize) -> &'a str {
        self.places.get(place).map_or("", |place| self.at(*place))
    }

    /// All its cells.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        row.places.iter().map(move |place| row.at(*place))
    }

    fn at(&self, (start, end): Place) -> &'a str {
        let cell = self.text.get(start as usize..end as usize);
        trimmed(cell.unwrap_or_default())
    }
}

/// Cuts text into rows.
#[derive(Debug)]
pub struct Rows {
    delimiter: Delimiter,
    simple: SimpleRows,
    csv_row: CsvCoreRow,
    /// Where the cells of the row handed out are.
    places: Vec<Place>,
    /// Rows begun so far, empty ones too.
    row: u32,
    /// The row at hand has begun.
    begun: bool,
    /// The last row ended with a carriage return, whose line feed may follow.
    after_return: bool,
    /// How many cells a row should have, once known.
    width: Option<usize>,
    started: bool,
    /// Rows taken apart since a quote in them was never closed.
    recovered: u32,
}

impl Rows {
    /// Rows whose cells are separated like this. The first row has the number 1.
    #[must_use]
    pub fn new(delimiter: Delimiter) -> Self {
        Self {
            delimiter,
            simple: SimpleRows::new(delimiter),
            csv_row: CsvCoreRow::new(delimiter),
            places: Vec::new(),
            row: 0,
            begun: false,
            after_return: false,
            width: None,
            started: false,
            recovered: 0,
        }
    }

    /// Rows of the same kind from the beginning of a text, with the grammar of these.
    #[must_use]
    pub(super) fn anew(self) -> Self {
        Self {
            csv_row: self.csv_row.anew(),
            ..Self::new(self.delimiter)
        }
    }

    /// Says how many cells a row should have, so that a quote never closed is noticed where
    /// it stands and not only at the end.
    pub fn expect(&mut self, width: usize) {
        self.width = Some(width);
    }

    /// Takes the next piece of text and hands out the rows it completes.
    ///
    /// # Errors
    /// [`RowFault`] when a row goes beyond all bounds; nothing can be read after it.
    pub fn push(&mut self, text: &str, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) if !self.started => rest,
            _ => text,
        };
        self.started |= !text.is_empty();
        let mut input = text.as_bytes();
        while !input.is_empty() {
            if !self.begun {
                input = self.between(input);
                if input.is_empty() {
                    break;
                }
                if let Some(length) = self.simple.row(input, &mut self.places) {
                    let start = text.len() - input.len();
                    self.row += 1;
                    take(Row {
                        number: self.row,
                        had_nul: false,
                        open_quote: false,
                        text: text.get(start..start + length).unwrap_or_default(),
                        places: &self.places,
                    });
                    self.after_return = input[length] == b'\r';
                    input = &input[length + 1..];
                    continue;
                }
                self.begun = true;
                self.row += 1;
            }
            let read = self.csv_row.read(input, self.row)?;
            self.csv_row.note_raw(&input[..read.used]);
            if read.complete {
                self.after_return = input[..read.used].last() == Some(&b'\r');
                self.hand_out(take)?;
            } else if self.csv_row.length() > 2 * LARGEST_ROW {
                return Err(RowFault::TooLong { row: self.row });
            }
            input = &input[read.used..];
        }
        Ok(())
    }

    /// The text is at its end: hands out what is left.
    ///
    /// # Errors
    /// [`RowFault`] as for [`Rows::push`].
    pub fn finish(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        if !self.begun {
            return Ok(());
        }
        // A line feed ends every row but one within quotes. Taking such a row apart takes
        // at least a line of it each time.
        while self.begun {
            if self.csv_row.read(b"\n", self.row)?.complete {
                self.hand_out(take)?;
            } else {
                self.without_quotes(take)?;
            }
        }
        Ok(())
    }

    /// Passes over line ends between rows, counting empty rows.
    fn between<'a>(&mut self, mut input: &'a [u8]) -> &'a [u8] {
        while let Some(byte @ (b'\r' | b'\n')) = input.first() {
            let second_half = self.after_return && *byte == b'\n';
            self.row += u32::from(!second_half);
            self.after_return = *byte == b'\r';
            input = &input[1..];
        }
        if !input.is_empty() {
            self.after_return = false;
        }
        input
    }

    fn hand_out(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        let odd = self
            .width
            .is_some_and(|width| width != self.csv_row.width());
        let may = self.recovered < MOST_RECOVERED;
        let recoverable =
            || self.csv_row.spans_lines() && self.csv_row.fits_without_quotes(self.width);
        if odd && may && recoverable() {
            return self.without_quotes(take);
        }
        let had_nul = self.csv_row.drop_nul();
        take(Row {
            number: self.row,
            had_nul,
            open_quote: false,
            text: self.csv_row.row(&mut self.places),
            places: &self.places,
        });
        self.next();
        Ok(())
    }

    fn next(&mut self) {
        self.begun = false;
        self.csv_row.next();
    }

    /// Takes the first line of the row at hand with its quotes as letters, and reads what
    /// follows it once more.
    fn without_quotes(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        self.recovered += 1;
        let raw = self.csv_row.take_raw();
        self.next();
        self.csv_row.start_over();
        let text = String::from_utf8_lossy(&raw);
        let (line, rest) = text.split_at(text.find(['\r', '\n']).unwrap_or(text.len()));
        let (mut text, mut places) = (String::new(), Vec::new());
        for cell in line
            .split(char::from(self.delimiter.byte()))
            .take(MOST_COLUMNS)
        {
            let start = text.len() as u32;
            text.push_str(&unquoted(cell.trim()));
            places.push((start, text.len() as u32));
        }
        take(Row {
            number: self.row,
            had_nul: false,
            open_quote: true,
            text: &text,
            places: &places,
        });
        self.after_return = false;
        self.skip_line_end(rest, take)
    }

    /// Reads on behind the end of a line, which belongs to the line before.
    fn skip_line_end(&mut self, rest: &str, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        let behind = rest.strip_prefix('\r').unwrap_or(rest);
        let behind = behind.strip_prefix('\n').unwrap_or(behind);
        self.after_return = behind.is_empty() && rest.ends_with('\r');
        self.push(behind, take)
    }
}

/// The text without spaces around it. Nearly every cell begins and ends with a letter that is
/// quickly told from a space.
pub(super) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => text,
        _ => text.trim(),
    }
}

/// A cell without the quotes around it, or the one in front.
fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').unwrap_or(cell);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    inner.replace("\"\"", "\"")
}
