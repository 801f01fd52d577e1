//! Cuts a row that needs no grammar: on one line, all of it there, and every quote around a
//! whole cell with none inside it. That is nearly every row, and nearly all the time of a
//! large table goes here, so its bytes are looked at once and without a branch for each cell.

use super::{Delimiter, LARGEST_ROW, MOST_COLUMNS, Place};

/// Bytes looked at before there is another look at how many cells there are.
const BLOCK: usize = 64;

/// A delimiter; the bits are such that quotes can be counted and cells told without a branch.
const DELIMITER: u8 = 1;
const QUOTE: u8 = 2;
const LINE_END: u8 = 4;
const NUL: u8 = 8;

/// Where the cells of a row without oddities are.
#[derive(Debug)]
pub(super) struct PlainRows {
    /// What each byte means.
    classes: [u8; 256],
    /// Where the cells end, with room for a block of bytes that are all delimiters.
    ends: Vec<u32>,
}

impl PlainRows {
    /// For cells separated like this.
    pub(super) fn new(delimiter: Delimiter) -> Self {
        let mut classes = [0; 256];
        for (byte, class) in [
            (b'\n', LINE_END),
            (b'\r', LINE_END),
            (b'"', QUOTE),
            (0, NUL),
            (delimiter.byte(), DELIMITER),
        ] {
            classes[usize::from(byte)] = class;
        }
        Self {
            classes,
            ends: Vec::new(),
        }
    }

    /// The length of the row that begins here and the places of its cells; nothing where it
    /// needs the grammar, or its end is not there.
    pub(super) fn row(&mut self, input: &[u8], places: &mut Vec<Place>) -> Option<usize> {
        let (length, cells, quotes) = self.cut(input)?;
        places.clear();
        let mut start = 0;
        for end in &self.ends[..cells] {
            places.push((start, *end));
            start = end + 1;
        }
        (quotes == 0 || without_quotes(input, places) == quotes).then_some(length)
    }

    /// Notes where cells end, up to the end of the line: its length, its cells, its quotes.
    fn cut(&mut self, input: &[u8]) -> Option<(usize, usize, usize)> {
        let (mut cells, mut quotes) = (0_usize, 0_usize);
        for (block, bytes) in input.chunks(BLOCK).enumerate() {
            let start = block * BLOCK;
            if cells >= MOST_COLUMNS || start >= LARGEST_ROW {
                return None;
            }
            if self.ends.len() <= cells + BLOCK {
                self.ends.resize(2 * (cells + BLOCK), 0);
            }
            let slots = &mut self.ends[cells..=cells + BLOCK];
            let mut found = 0;
            for (place, byte) in bytes.iter().enumerate() {
                let class = self.classes[usize::from(*byte)];
                slots[found] = (start + place) as u32;
                if class >= LINE_END {
                    let whole = class == LINE_END && quotes % 2 == 0;
                    let cells = cells + found + 1;
                    return (whole && cells < MOST_COLUMNS).then_some((
                        start + place,
                        cells,
                        quotes,
                    ));
                }
                quotes += usize::from(class >> 1);
                // Within quotes a delimiter is a letter.
                found += usize::from(class) & !quotes & 1;
            }
            cells += found;
        }
        None
    }
}

/// Takes the quotes off the cells that stand in them, and says how many that were.
fn without_quotes(input: &[u8], places: &mut [Place]) -> usize {
    let mut quotes = 0;
    for (start, end) in places {
        let cell = &input[*start as usize..*end as usize];
        if let [b'"', .., b'"'] = cell {
            (*start, *end) = (*start + 1, *end - 1);
            quotes += 2;
        }
    }
    quotes
}
