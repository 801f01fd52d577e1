//! Damage done to bytes at random, the same in every run.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses what it needs, and fails by panicking"
)]

/// How many times damage is tried: so many in an ordinary run, as many as
/// `PLUMBLINE_DAMAGE_CASES` says in a long one.
pub(crate) fn tries(usual: u32) -> u32 {
    let asked = std::env::var("PLUMBLINE_DAMAGE_CASES").ok();
    asked.map_or(usual, |asked| asked.parse().unwrap())
}

/// A small generator (SplitMix64, Steele, Lea and Flood 2014).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }

    /// One to four changes: bits turned, bytes put in, taken out, repeated, the end cut off.
    pub(crate) fn damage(&mut self, text: &str) -> String {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=self.roll(3) {
            let at = self.roll(bytes.len());
            match self.roll(6) {
                0 if !bytes.is_empty() => bytes[at] ^= 1 << self.roll(8),
                1 => bytes.insert(at, TELLING[self.roll(TELLING.len())]),
                2 if !bytes.is_empty() => drop(bytes.remove(at)),
                3 => {
                    let end = (at + self.roll(40)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    let to = self.roll(bytes.len());
                    bytes.splice(to..to, piece);
                }
                4 => {
                    let end = (at + self.roll(40)).min(bytes.len());
                    drop(bytes.drain(at..end));
                }
                _ => bytes.truncate(at),
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

/// Bytes that mean something in one wrapping or another.
const TELLING: &[u8] = b"{}[]\",:0123456789.-_AZaz+/=\\ \n\x00\xff";

/// A text like a plan's file.
pub(crate) const PLAN: &str = include_str!("../../../../plan/tests/files/v1-full.plumbline.json");
