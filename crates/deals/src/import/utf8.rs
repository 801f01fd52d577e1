//! Text out of UTF-8 that comes in pieces of any size. Other encodings are left to whoever has
//! the file; most files are in this one, and every letter of a large one passes through here
//! twice.

/// UTF-8 that is read piece by piece.
#[derive(Debug, Default)]
pub struct Utf8Pieces {
    /// The beginning of a letter that was cut in two.
    cut: Vec<u8>,
    begun: bool,
}

impl Utf8Pieces {
    /// The text of the next piece. A letter cut in two at its end is kept for the next one,
    /// unless this is the last. What is no UTF-8 reads as U+FFFD, in the way of the WHATWG
    /// Encoding Standard; a byte order mark in front of all is left out.
    pub fn text(&mut self, piece: Vec<u8>, is_last: bool) -> String {
        let mut bytes = piece;
        if !self.cut.is_empty() {
            bytes = [std::mem::take(&mut self.cut), bytes].concat();
        }
        if !is_last {
            self.cut = bytes.split_off(bytes.len() - cut_letter(&bytes));
        }
        let mut text = String::from_utf8(bytes)
            .unwrap_or_else(|odd| String::from_utf8_lossy(odd.as_bytes()).into_owned());
        let is_first = !self.begun && !text.is_empty();
        self.begun |= is_first;
        if is_first && text.starts_with('\u{feff}') {
            text.remove(0);
        }
        text
    }
}

/// How many bytes at the end begin a letter that does not end there.
fn cut_letter(bytes: &[u8]) -> usize {
    let begins = |length: &usize| {
        let end = &bytes[bytes.len() - length..];
        std::str::from_utf8(end)
            .is_err_and(|odd| odd.valid_up_to() == 0 && odd.error_len().is_none())
    };
    (1..=bytes.len().min(3)).find(begins).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use encoding_rs::UTF_8;
    use proptest::prelude::*;

    use super::*;

    fn in_pieces(bytes: &[u8], length: usize) -> String {
        let mut pieces = Utf8Pieces::default();
        let count = bytes.chunks(length).count();
        let texts = bytes.chunks(length).zip(1..);
        texts
            .map(|(piece, place)| pieces.text(piece.to_vec(), place == count))
            .collect()
    }

    /// Bytes that are letters, parts of letters, marks and what no letter has.
    fn bytes() -> impl Strategy<Value = Vec<u8>> {
        let part = prop_oneof![
            Just("Acme".as_bytes().to_vec()),
            Just("\u{e4}\u{20ac}\u{1f600}\u{feff}".as_bytes().to_vec()),
            Just(vec![0xe2, 0x82]),
            Just(vec![0xf0, 0x9f, 0x98]),
            Just(vec![0xed, 0xa0, 0x80]),
            prop::collection::vec(any::<u8>(), 0..4),
        ];
        prop::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn pieces_read_as_the_whole_does_in_any_decoder(bytes in bytes(), length in 1_usize..9) {
            let whole = UTF_8.decode_with_bom_removal(&bytes).0;
            prop_assert_eq!(in_pieces(&bytes, length), whole);
        }
    }

    #[test]
    fn a_mark_cut_in_pieces_is_left_out_and_a_second_one_stays() {
        let text = "\u{feff}\u{feff}id";
        assert_eq!(in_pieces(text.as_bytes(), 2), "\u{feff}id");
    }
}
