//! Cuts a row that needs no grammar: on one line, all of it there, and every quote around a
//! whole cell with none inside it. That is nearly every row, and much of the time of a large
//! table goes here, so eight bytes are looked at at once.

use super::{Delimiter, LARGEST_ROW, MOST_COLUMNS, Place};

/// Bytes looked at at once.
const WORD: usize = 8;

/// A byte in each place of a word.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
const HIGH: u64 = 0x80 * ONES;

/// Where the cells of a row without oddities are.
#[derive(Debug)]
pub(super) struct SimpleRows {
    delimiter: u8,
    /// The delimiter in each byte.
    delimiters: u64,
}

impl SimpleRows {
    /// For cells separated like this.
    pub(super) fn new(delimiter: Delimiter) -> Self {
        Self {
            delimiter: delimiter.byte(),
            delimiters: u64::from(delimiter.byte()) * ONES,
        }
    }

    /// The length of the row that begins here and, in `places`, its cells; nothing where it
    /// needs the grammar, or its end is not there.
    pub(super) fn row(&self, input: &[u8], places: &mut Vec<Place>) -> Option<usize> {
        let input = &input[..input.len().min(LARGEST_ROW)];
        places.clear();
        let (mut start, mut quotes) = (0, 0);
        for (word, bytes) in input.chunks(WORD).enumerate() {
            let mut special = self.special(bytes);
            while special != 0 {
                let within = special.trailing_zeros() as usize / 8;
                let place = (word * WORD + within) as u32;
                special &= special - 1;
                match bytes[within] {
                    b'"' => quotes += 1,
                    // Within quotes a delimiter is a letter.
                    byte if byte == self.delimiter && quotes % 2 == 0 => {
                        places.push((start, place));
                        start = place + 1;
                    }
                    b'\n' | b'\r' if quotes % 2 == 0 => {
                        places.push((start, place));
                        let whole = quotes == 0 || without_quotes(input, places) == quotes;
                        return (whole && places.len() < MOST_COLUMNS).then_some(place as usize);
                    }
                    b'\n' | b'\r' | 0 => return None,
                    _ => {}
                }
            }
        }
        None
    }

    /// The highest bit of each byte that may be anything but a letter of a cell: a delimiter, a
    /// quote, or a control character, as line ends and NUL are.
    fn special(&self, bytes: &[u8]) -> u64 {
        let word = bytes.first_chunk().map_or_else(
            || {
                let mut last = [b' '; WORD];
                last[..bytes.len()].copy_from_slice(bytes);
                u64::from_le_bytes(last)
            },
            |word| u64::from_le_bytes(*word),
        );
        let quotes = u64::from(b'"') * ONES;
        zeros(word ^ self.delimiters) | zeros(word ^ quotes) | zeros(word & (0xf0 * ONES))
    }
}

/// The highest bit of each byte that is zero, and no other bit.
fn zeros(word: u64) -> u64 {
    !(((word & !HIGH) + !HIGH) | word) & HIGH
}

/// Takes the quotes off the cells that stand in them, and says how many that were.
fn without_quotes(input: &[u8], places: &mut [Place]) -> u32 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_that_is_no_letter_is_found_wherever_it_stands() {
        let rows = SimpleRows::new(Delimiter::Semicolon);
        for byte in 0..=u8::MAX {
            for place in 0..WORD {
                let mut word = [b'a'; WORD];
                word[place] = byte;
                let special = matches!(byte, b';' | b'"' | 0..=0x0f);
                let wanted = (u64::from(special) * 0x80) << (8 * place);
                assert_eq!(rows.special(&word), wanted, "{byte} at {place}");
            }
        }
    }
}
