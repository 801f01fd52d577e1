//! Rows of a table out of text that arrives in pieces, in bounded memory.
//!
//! The grammar is csv-core's (RFC 4180 and every usual departure from it); a row on one line
//! with nothing odd in it, which is nearly every row, is cut without it. Here are added
//! row numbers as a spreadsheet shows them, a bound on rows, and the way out of a quote
//! that is never closed. Knows nothing of what the cells mean.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

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
type Place = (usize, usize);

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
        let Some((start, end)) = self.places.get(place) else {
            return "";
        };
        self.text.get(*start..*end).unwrap_or_default().trim()
    }

    /// All its cells.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        (0..row.len()).map(move |place| row.cell(place))
    }
}

/// Cuts text into rows.
#[derive(Debug)]
pub struct Rows {
    /// Made for the first row that needs it: most tables have none.
    core: Option<Reader>,
    delimiter: Delimiter,
    /// What each byte means to a cell without quotes.
    classes: [Class; 256],
    /// Where the cells of the row handed out are.
    places: Vec<Place>,
    /// What was read of the row at hand.
    cells: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    /// Its text as it stands in the file.
    raw: Vec<u8>,
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
            core: None,
            delimiter,
            classes: classes(delimiter),
            places: Vec::new(),
            cells: Vec::new(),
            filled: 0,
            ends: Vec::new(),
            ended: 0,
            raw: Vec::new(),
            row: 0,
            begun: false,
            after_return: false,
            width: None,
            started: false,
            recovered: 0,
        }
    }

    /// Rows of the same kind from the beginning of a text, with the grammar of these: making
    /// one takes longer than reading a small table. (A copy of it would not be like it.)
    #[must_use]
    pub(super) fn anew(mut self) -> Self {
        let mut core = self.core.take();
        if let Some(core) = &mut core {
            core.reset();
        }
        Self {
            core,
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
                if let Some(length) = self.plain_row(input) {
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
            let read = self.read(input)?;
            self.raw.extend_from_slice(&input[..read.used]);
            if read.complete {
                self.after_return = input[..read.used].last() == Some(&b'\r');
                self.hand_out(take)?;
            } else if self.raw.len() > 2 * LARGEST_ROW {
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
            if self.read(b"\n")?.complete {
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

    /// The length of the row that begins here, the places of its cells noted, when all of it
    /// is there and nothing in it needs the grammar: no quote within a cell, no line end
    /// within quotes, no NUL, and all within bounds.
    fn plain_row(&mut self, input: &[u8]) -> Option<usize> {
        self.places.clear();
        let mut start = 0;
        loop {
            let (place, end) = if input.get(start) == Some(&b'"') {
                let length = input[start + 1..]
                    .iter()
                    .position(|byte| matches!(byte, b'"' | b'\n' | b'\r' | 0))?;
                let end = start + 1 + length;
                ((start + 1, end), (input[end] == b'"').then_some(end + 1)?)
            } else {
                let length = input[start..]
                    .iter()
                    .position(|byte| self.classes[usize::from(*byte)] != Class::Letter)?;
                ((start, start + length), start + length)
            };
            self.places.push(place);
            if self.places.len() >= MOST_COLUMNS || end >= LARGEST_ROW {
                return None;
            }
            match self.classes[usize::from(*input.get(end)?)] {
                Class::Delimiter => start = end + 1,
                Class::LineEnd => return Some(end),
                Class::Letter | Class::Special => return None,
            }
        }
    }

    fn read(&mut self, input: &[u8]) -> Result<Read, RowFault> {
        if self.cells.is_empty() {
            self.cells.resize(512, 0);
            self.ends.resize(32, 0);
        }
        let delimiter = self.delimiter;
        let core = self.core.get_or_insert_with(|| core(delimiter));
        let mut used = 0;
        loop {
            let (result, read, written, ends) = core.read_record(
                &input[used..],
                &mut self.cells[self.filled..],
                &mut self.ends[self.ended..],
            );
            used += read;
            self.filled += written;
            self.ended += ends;
            match result {
                ReadRecordResult::OutputFull => {
                    if self.cells.len() >= LARGEST_ROW {
                        return Err(RowFault::TooLong { row: self.row });
                    }
                    self.cells.resize(2 * self.cells.len(), 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if self.ends.len() >= MOST_COLUMNS {
                        return Err(RowFault::TooManyColumns { row: self.row });
                    }
                    self.ends.resize((2 * self.ends.len()).min(MOST_COLUMNS), 0);
                }
                ReadRecordResult::Record => {
                    return Ok(Read {
                        used,
                        complete: true,
                    });
                }
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    return Ok(Read {
                        used,
                        complete: false,
                    });
                }
            }
            if used >= input.len() {
                return Ok(Read {
                    used,
                    complete: false,
                });
            }
        }
    }

    fn hand_out(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        let spans_lines = || {
            self.cells[..self.filled]
                .iter()
                .any(|byte| matches!(byte, b'\n' | b'\r'))
        };
        let odd = self.width.is_some_and(|width| width != self.ended);
        let may = self.recovered < MOST_RECOVERED;
        if odd && may && spans_lines() && self.fits_without_quotes() {
            return self.without_quotes(take);
        }
        let had_nul = self.drop_nul();
        self.places.clear();
        let mut start = 0;
        for end in &self.ends[..self.ended] {
            self.places.push((start, *end));
            start = *end;
        }
        take(Row {
            number: self.row,
            had_nul,
            open_quote: false,
            text: std::str::from_utf8(&self.cells[..self.filled]).unwrap_or_default(),
            places: &self.places,
        });
        self.next();
        Ok(())
    }

    fn next(&mut self) {
        (self.filled, self.ended, self.begun) = (0, 0, false);
        self.raw.clear();
    }

    /// Takes NUL characters out of the row at hand.
    fn drop_nul(&mut self) -> bool {
        if !self.cells[..self.filled].contains(&0) {
            return false;
        }
        let (mut kept, mut read) = (0, 0);
        for end in &mut self.ends[..self.ended] {
            for place in read..*end {
                if self.cells[place] != 0 {
                    self.cells[kept] = self.cells[place];
                    kept += 1;
                }
            }
            read = *end;
            *end = kept;
        }
        self.filled = kept;
        true
    }

    /// Whether the first line of the row at hand, quotes disregarded, is a whole row.
    fn fits_without_quotes(&self) -> bool {
        let first = self.raw.split(|byte| matches!(byte, b'\r' | b'\n')).next();
        let cells = |line: &[u8]| {
            1 + line
                .iter()
                .filter(|byte| **byte == self.delimiter.byte())
                .count()
        };
        self.width == first.map(cells)
    }

    /// Takes the first line of the row at hand with its quotes as letters, and reads what
    /// follows it once more.
    fn without_quotes(&mut self, take: &mut dyn FnMut(Row<'_>)) -> Result<(), RowFault> {
        self.recovered += 1;
        let raw = std::mem::take(&mut self.raw);
        self.next();
        // The grammar is amid a quote: it begins anew.
        if let Some(core) = &mut self.core {
            core.reset();
        }
        let text = String::from_utf8_lossy(&raw);
        let (line, rest) = text.split_at(text.find(['\r', '\n']).unwrap_or(text.len()));
        let (mut text, mut places) = (String::new(), Vec::new());
        for cell in line
            .split(char::from(self.delimiter.byte()))
            .take(MOST_COLUMNS)
        {
            let start = text.len();
            text.push_str(&unquoted(cell.trim()));
            places.push((start, text.len()));
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

/// How far the grammar came.
struct Read {
    used: usize,
    complete: bool,
}

fn core(delimiter: Delimiter) -> Reader {
    ReaderBuilder::new().delimiter(delimiter.byte()).build()
}

/// What a byte means to a cell without quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Delimiter,
    LineEnd,
    /// What only the grammar understands.
    Special,
}

fn classes(delimiter: Delimiter) -> [Class; 256] {
    let mut classes = [Class::Letter; 256];
    for (byte, class) in [
        (b'\n', Class::LineEnd),
        (b'\r', Class::LineEnd),
        (b'"', Class::Special),
        (0, Class::Special),
        (delimiter.byte(), Class::Delimiter),
    ] {
        classes[usize::from(byte)] = class;
    }
    classes
}

/// A cell without the quotes around it, or the one in front.
fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').unwrap_or(cell);
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    inner.replace("\"\"", "\"")
}
