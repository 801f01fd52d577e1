//! Marks for texts. No secret depends on them.

/// A mark by which a text is soon found among others in memory: quicker than [`Fnv`], and never
/// kept, so that it may change. Texts with the same mark have to be compared.
pub(crate) fn quick(text: &str) -> u64 {
    let bytes = text.as_bytes();
    // The golden ratio's fraction: its bits are in no order.
    let mix =
        |mark: u64, word: u64| (mark.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut mark = mix(0, bytes.len() as u64);
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        // All but the last, which may overlap with one before.
        let mut words = bytes[..bytes.len() - 1].chunks_exact(8);
        mark = mix(mark, u64::from_le_bytes(*first));
        words.next();
        for word in words {
            mark = word
                .first_chunk()
                .map_or(mark, |word| mix(mark, u64::from_le_bytes(*word)));
        }
        mark = mix(mark, u64::from_le_bytes(*last));
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
        mark = mix(mark, first << 32 | last);
    } else if let ([first, ..], [.., last]) = (bytes, bytes) {
        let [first, middle, last] = [*first, bytes[bytes.len() / 2], *last].map(u64::from);
        mark = mix(mark, first << 16 | middle << 8 | last);
    }
    mark ^ mark >> 32
}

/// A mark in the making that is the same on every machine and in every version: FNV-1a with 64
/// bits.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fnv(u64);

impl Fnv {
    /// The mark of nothing.
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Adds bytes.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// The mark.
    pub(crate) fn value(self) -> u64 {
        self.0
    }

    /// The mark as 16 hexadecimal digits.
    pub(crate) fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_a_text_tells_in_its_quick_mark() {
        for length in 1..40 {
            let plain = vec![b'a'; length];
            let mark = |bytes: &[u8]| quick(std::str::from_utf8(bytes).unwrap());
            for place in 0..length {
                let mut other = plain.clone();
                other[place] = b'b';
                assert_ne!(mark(&plain), mark(&other), "{place} of {length}");
            }
            assert_ne!(mark(&plain), mark(&plain[1..]), "{length}");
        }
    }
}
