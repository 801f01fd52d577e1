//! Reading never panics, whatever is in the file; and whatever can be read can be written
//! and read again, the same.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails by panicking, and a long run tells its figures"
)]

use crate::common::{kept, sample};
use plumbline_plan::file;
use serde_json::Value;

/// A small generator (SplitMix64, Steele, Lea and Flood 2014), so that every run tries the
/// same files.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}

/// Bytes that mean something in a plan file.
const TELLING: &[u8] = b"{}[]\",:0123456789.-+eE\\nulltrfas_/ \n\x00\x7f\xc3\xff";

fn damage(text: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(text.len());
        match dice.roll(6) {
            0 => text[at] ^= 1 << dice.roll(8),
            1 => text[at] = TELLING[dice.roll(TELLING.len())],
            2 => text.insert(at, TELLING[dice.roll(TELLING.len())]),
            3 => drop(text.remove(at)),
            4 => {
                let end = (at + dice.roll(40)).min(text.len());
                let piece: Vec<u8> = text[at..end].to_vec();
                let to = dice.roll(text.len());
                text.splice(to..to, piece);
            }
            _ => {
                let end = (at + dice.roll(40)).min(text.len());
                drop(text.drain(at..end));
            }
        }
        if text.is_empty() {
            text.push(b'{');
        }
    }
}

/// The addresses of all values in a file.
fn addresses(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(record) => {
            for (name, value) in record {
                addresses(value, &format!("{here}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                addresses(item, &format!("{here}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// Reads the text; what can be read must survive being written. Gives whether it was read.
fn survives(text: &str) -> bool {
    let Ok(plan) = file::read(text) else {
        return false;
    };
    let written = file::write(&plan);
    let again = file::read(&written).unwrap_or_else(|error| panic!("{error}, written from {text}"));
    assert_eq!(again, plan, "{text}");
    assert_eq!(file::write(&again), written);
    true
}

/// So many in an ordinary run, as many as `PLUMBLINE_DAMAGE_CASES` says in a long one.
fn tries(usual: u32) -> u32 {
    let asked = std::env::var("PLUMBLINE_DAMAGE_CASES").ok();
    asked.map_or(usual, |asked| asked.parse().unwrap())
}

fn damaged_bytes(text: &str, usual: u32, seed: u64) {
    let mut dice = Dice(seed);
    let (mut read, tries) = (0, tries(usual));
    for _ in 0..tries {
        let mut bytes = text.as_bytes().to_vec();
        damage(&mut bytes, &mut dice);
        read += usize::from(survives(&String::from_utf8_lossy(&bytes)));
    }
    println!("{tries} damaged plan files: {read} read, and written the same");
    assert!(read > 0, "some damage is harmless; this test has seen none");
}

/// Puts values of a file in place of others, so that it stays JSON.
fn mixed_up_values(text: &str, usual: u32, seed: u64) {
    let original: Value = serde_json::from_str(text).unwrap();
    let mut all = Vec::new();
    addresses(&original, "", &mut all);
    let mut dice = Dice(seed);
    let (mut read, tries) = (0, tries(usual));
    for _ in 0..tries {
        let mut file = original.clone();
        for _ in 0..=dice.roll(2) {
            let other = original.pointer(&all[dice.roll(all.len())]).cloned();
            if let Some(place) = file.pointer_mut(&all[dice.roll(all.len())]) {
                *place = other.unwrap_or_default();
            }
        }
        read += usize::from(survives(&file.to_string()));
    }
    println!("{tries} damaged plan files with mixed up values: {read} read, and written the same");
    assert!(
        read > 0,
        "some values may take the place of others; this test has seen none"
    );
}

#[test]
fn of_the_sample_with_damaged_bytes() {
    damaged_bytes(&file::write(&sample()), 3_000, 1);
}

#[test]
fn of_unknown_fields_with_damaged_bytes() {
    damaged_bytes(&kept("v1-unknown.plumbline.json"), 17_000, 2);
}

#[test]
fn of_a_full_plan_with_mixed_up_values() {
    mixed_up_values(&kept("v1-full.plumbline.json"), 800, 3);
}

#[test]
fn of_unknown_fields_with_mixed_up_values() {
    mixed_up_values(&kept("v1-unknown.plumbline.json"), 4_000, 4);
}
