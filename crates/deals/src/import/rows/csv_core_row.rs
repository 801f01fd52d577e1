//! The row at hand as csv-core reads it, with its text as it stands in the file, in bounded
//! memory. Hands out no row, and knows nothing of row numbers but what a fault names.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::{Delimiter, LARGEST_ROW, MOST_COLUMNS, Place, RowFault};

/// The row at hand.
#[derive(Debug)]
pub(super) struct CsvCoreRow {
    /// Made for the first row that needs it: most tables have none.
    core: Option<Reader>,
    delimiter: Delimiter,
    /// What was read of the row.
    cells: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    /// Its text as it stands in the file.
    raw: Vec<u8>,
}

/// How far the grammar came.
pub(super) struct Read {
    /// Bytes taken.
    pub(super) used: usize,
    /// Whether the row is at its end.
    pub(super) complete: bool,
}

impl CsvCoreRow {
    /// For cells separated like this.
    pub(super) fn new(delimiter: Delimiter) -> Self {
        Self {
            core: None,
            delimiter,
            cells: Vec::new(),
            filled: 0,
            ends: Vec::new(),
            ended: 0,
            raw: Vec::new(),
        }
    }

    /// For another text: making a grammar takes longer than reading a small table. (A copy of
    /// it would not be like it.)
    pub(super) fn anew(mut self) -> Self {
        self.start_over();
        Self {
            core: self.core,
            ..Self::new(self.delimiter)
        }
    }

    /// The row is done with.
    pub(super) fn next(&mut self) {
        (self.filled, self.ended) = (0, 0);
        self.raw.clear();
    }

    /// The grammar may be amid a quote: it begins anew.
    pub(super) fn start_over(&mut self) {
        if let Some(core) = &mut self.core {
            core.reset();
        }
    }

    /// Bytes of the row's text so far.
    pub(super) fn length(&self) -> usize {
        self.raw.len()
    }

    /// How many cells it has so far.
    pub(super) fn width(&self) -> usize {
        self.ended
    }

    /// The row's text as it stands in the file, which is done with.
    pub(super) fn take_raw(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.raw)
    }

    /// Notes text of the row as it stands in the file.
    pub(super) fn note_raw(&mut self, read: &[u8]) {
        self.raw.extend_from_slice(read);
    }

    /// The text of the row and, in `places`, its cells in it.
    pub(super) fn row(&self, places: &mut Vec<Place>) -> &str {
        places.clear();
        let mut start = 0;
        for end in &self.ends[..self.ended] {
            places.push((start, *end as u32));
            start = *end as u32;
        }
        std::str::from_utf8(&self.cells[..self.filled]).unwrap_or_default()
    }

    /// Whether a line ends within a cell of it.
    pub(super) fn spans_lines(&self) -> bool {
        let mut bytes = self.cells[..self.filled].iter();
        bytes.any(|byte| matches!(byte, b'\n' | b'\r'))
    }

    /// Reads on in the row of this number.
    ///
    /// # Errors
    /// [`RowFault`] when it goes beyond all bounds.
    pub(super) fn read(&mut self, input: &[u8], row: u32) -> Result<Read, RowFault> {
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
                        return Err(RowFault::TooLong { row });
                    }
                    self.cells.resize(2 * self.cells.len(), 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if self.ends.len() >= MOST_COLUMNS {
                        return Err(RowFault::TooManyColumns { row });
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

    /// Takes NUL characters out of the row at hand.
    pub(super) fn drop_nul(&mut self) -> bool {
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
    pub(super) fn fits_without_quotes(&self, width: Option<usize>) -> bool {
        let first = self.raw.split(|byte| matches!(byte, b'\r' | b'\n')).next();
        let cells = |line: &[u8]| {
            1 + line
                .iter()
                .filter(|byte| **byte == self.delimiter.byte())
                .count()
        };
        width == first.map(cells)
    }
}

fn core(delimiter: Delimiter) -> Reader {
    ReaderBuilder::new().delimiter(delimiter.byte()).build()
}
