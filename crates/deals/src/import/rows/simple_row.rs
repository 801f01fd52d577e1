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
        let mut cut = Cut {
            input,
            places,
            start: 0,
            quotes: 0,
        };
        let (words, rest) = input.as_chunks::<WORD>();
        for (place, word) in words.iter().enumerate() {
            match self.cut_word(u64::from_le_bytes(*word), place * WORD, &mut cut) {
                Found::RowGoesOn => {}
                Found::End(length) => return Some(length),
                Found::Odd => return None,
            }
        }
        let mut last = [b' '; WORD];
        last[..rest.len()].copy_from_slice(rest);
        match self.cut_word(u64::from_le_bytes(last), words.len() * WORD, &mut cut) {
            Found::End(length) => Some(length),
            Found::RowGoesOn | Found::Odd => None,
        }
    }

    /// Cuts at what stands in a word that begins here.
    #[inline(always)]
    fn cut_word(&self, word: u64, begin: usize, cut: &mut Cut<'_>) -> Found {
        let mut special = self.special(word);
        while special != 0 {
            let bit = special.trailing_zeros() & !7;
            let place = begin as u32 + bit / 8;
            special &= special - 1;
            match (word >> bit) as u8 {
                b'"' => cut.quotes += 1,
                // Within quotes a delimiter is a letter.
                byte if byte == self.delimiter && cut.quotes.is_multiple_of(2) => {
                    cut.places.push((cut.start, place));
                    cut.start = place + 1;
                }
                b'\n' | b'\r' if cut.quotes.is_multiple_of(2) => {
                    cut.places.push((cut.start, place));
                    return cut.end(place as usize);
                }
                b'\n' | b'\r' | 0 => return Found::Odd,
                _ => {}
            }
        }
        Found::RowGoesOn
    }

    /// The highest bit of each byte that may be anything but a letter of a cell: a delimiter, a
    /// quote, or a control character, as line ends and NUL are. The byte behind one of them may
    /// be marked as well.
    fn special(&self, word: u64) -> u64 {
        let quotes = u64::from(b'"') * ONES;
        let zeros =
            zeros(word ^ self.delimiters) | zeros(word ^ quotes) | zeros(word & (0xf0 * ONES));
        zeros & HIGH
    }
}

/// A row on its way to being cut.
struct Cut<'a> {
    input: &'a [u8],
    places: &'a mut Vec<Place>,
    /// Where the cell at hand begins.
    start: u32,
    quotes: u32,
}

/// What was found in a word.
enum Found {
    /// Nothing but cells.
    RowGoesOn,
    /// The end of a row of this length.
    End(usize),
    /// What needs the grammar.
    Odd,
}

impl Cut<'_> {
    /// The row is at its end.
    fn end(&mut self, length: usize) -> Found {
        let whole = self.quotes == 0 || without_quotes(self.input, self.places) == self.quotes;
        if whole && self.places.len() < MOST_COLUMNS {
            Found::End(length)
        } else {
            Found::Odd
        }
    }
}

/// In the highest bits: bytes that are zero, and perhaps the byte behind one. The other bits mean
/// nothing.
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word
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

    /// A byte behind the one that is marked may be: it is looked at and passed over.
    #[test]
    fn every_byte_that_is_no_letter_is_found_wherever_it_stands() {
        let rows = SimpleRows::new(Delimiter::Semicolon);
        for byte in 0..=u8::MAX {
            for place in 0..WORD {
                let mut word = [b'a'; WORD];
                word[place] = byte;
                let special = matches!(byte, b';' | b'"' | 0..=0x0f);
                let wanted = (u64::from(special) * 0x80) << (8 * place);
                let found = rows.special(u64::from_le_bytes(word));
                assert_eq!(found, wanted, "{byte} at {place}");
            }
        }
    }

    /// Whatever stands behind a byte, the byte is found.
    #[test]
    fn what_stands_behind_hides_nothing() {
        let rows = SimpleRows::new(Delimiter::Comma);
        for (one, other) in
            (0..=u8::MAX).flat_map(|one| (0..=u8::MAX).map(move |other| (one, other)))
        {
            let word = [one, other, b'a', b'a', b'a', b'a', other, one];
            let found = rows.special(u64::from_le_bytes(word)).to_le_bytes();
            for (byte, found) in word.iter().zip(found) {
                let special = matches!(byte, b',' | b'"' | 0..=0x0f);
                assert!(!special || found == 0x80, "{byte} of {word:?}");
            }
        }
    }
}
