//! Marks for texts. No secret depends on them.

use std::hash::{BuildHasher, Hasher};

use fnv::FnvHasher;
use foldhash::fast::FixedState;

/// A mark by which a text is soon found among others in memory: quicker than [`Fnv`], and never
/// kept, as it differs between machines. Texts with the same mark have to be compared.
pub(crate) fn quick(text: &str) -> u64 {
    quick_of_all(&[text], &[])
}

/// A mark of all of these, as [`quick`] is one of a text.
pub(crate) fn quick_of_all(texts: &[&str], numbers: &[u64]) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    texts.iter().for_each(|text| hasher.write(text.as_bytes()));
    numbers.iter().for_each(|number| hasher.write_u64(*number));
    hasher.finish()
}

/// Whether two texts are the same, eight bytes at a time: nearly all are short, and the usual
/// comparison is a call that goes byte by byte in WebAssembly.
#[inline]
pub(crate) fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let (words, rest) = one.as_chunks::<8>();
    let (other_words, other_rest) = other.as_chunks::<8>();
    let same_words = || {
        let mut pairs = words.iter().zip(other_words);
        pairs.all(|(word, other)| u64::from_le_bytes(*word) == u64::from_le_bytes(*other))
    };
    match (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        // The last eight may have been looked at in part.
        (Some(last), Some(other_last)) => {
            u64::from_le_bytes(*last) == u64::from_le_bytes(*other_last) && same_words()
        }
        _ => rest
            .iter()
            .zip(other_rest)
            .all(|(byte, other)| byte == other),
    }
}

/// A mark in the making that is the same on every machine and in every version: FNV-1a with 64
/// bits.
#[derive(Default)]
pub(crate) struct Fnv(FnvHasher);

impl Fnv {
    /// Adds bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.0.write(bytes);
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// The mark.
    pub(crate) fn value(&self) -> u64 {
        self.0.finish()
    }

    /// The mark as 16 hexadecimal digits.
    pub(crate) fn hex(&self) -> String {
        format!("{:016x}", self.value())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_when_all_their_bytes_are() {
        let text = "0123456789abcdefghijklmnopq";
        for end in 0..text.len() {
            let one = &text[..end];
            let again = one.to_owned();
            assert!(same(one, &again), "{one}");
            assert!(!same(one, &text[..=end]), "{one}");
            for place in 0..end {
                let mut other = one.to_owned();
                other.replace_range(place..=place, "-");
                assert!(!same(one, &other), "{one} {other}");
            }
        }
    }

    /// Mappings are remembered by it.
    #[test]
    fn the_mark_that_is_kept_stays_the_same() {
        let mut mark = Fnv::default();
        assert_eq!(mark.hex(), "cbf29ce484222325");
        mark.text("foo");
        mark.bytes(b"bar");
        assert_eq!(mark.hex(), "85944171f73967e8");
    }
}
