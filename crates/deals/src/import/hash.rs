//! Marks for texts. No secret depends on them.

use std::hash::{BuildHasher, Hasher};

use fnv::FnvHasher;
use foldhash::fast::FixedState;

/// A mark by which a text is soon found among others in memory: quicker than [`Fnv`], and never
/// kept, as it differs between machines. Texts with the same mark have to be compared.
pub(crate) fn quick(text: &str) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
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
