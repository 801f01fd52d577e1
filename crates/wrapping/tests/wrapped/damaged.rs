//! One table of damage, done to a plan in each of its wrappings and read as the page reads
//! it: refused, or a plan that is whole. Never a panic, never a part of a plan.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::{
    common::PLAN,
    wraps::{PASSPHRASE, locked, workbook},
};
use plumbline_plan::{Plan, file};
use plumbline_wrapping::{Wrapping, link, locked::unlock, recognise};
use serde_json::{Value, json};

/// What becomes of a plan's text when it is handed on.
type Wrap = fn(&str) -> String;

/// The ways to hand a plan on.
const WRAPPINGS: [(&str, Wrap); 4] = [
    ("plan file", str::to_owned),
    ("link", |text| link::fragment(text).unwrap()),
    ("locked file", locked),
    ("workbook", workbook),
];

/// What the page makes of a text that is opened.
fn opened(text: &str) -> Option<Plan> {
    let inside = if link::carries_a_plan(text) {
        link::read(text).ok()?
    } else {
        match recognise(text) {
            Wrapping::Locked => unlock(text, PASSPHRASE).ok()?,
            Wrapping::Workbook(inside) => inside,
            Wrapping::None => text.to_owned(),
        }
    };
    file::read(&inside).ok()
}

/// The plan's file with one value replaced.
fn with(pointer: &str, value: Value) -> String {
    let mut file: Value = serde_json::from_str(PLAN).unwrap();
    *file.pointer_mut(pointer).unwrap() = value;
    file.to_string()
}

/// Damage to the plan itself, before it is wrapped: each by its name.
fn damaged_plans() -> Vec<(String, String)> {
    let goal = |text: &str| with("/plan/targets/goal", json!("HERE")).replace("\"HERE\"", text);
    let mut damaged: Vec<(String, String)> = Vec::new();
    for (pointer, value) in [
        ("/plan", json!([])),
        ("/plan/targets", json!("next year")),
        ("/plan/targets/period", json!(12)),
        ("/plan/targets/period/start", json!("2027-13")),
        ("/plan/targets/goal", json!("high")),
        ("/plan/about/title", json!(7)),
        ("/plan/about/currency", json!("gold")),
        ("/plan/process/motions", json!({})),
        ("/plan/team/reps", json!([[]])),
        ("/format", json!("another")),
        ("/format_version", json!(999)),
        ("/format_version", json!("one")),
    ] {
        damaged.push((format!("{value} at {pointer}"), with(pointer, value)));
    }
    let digits = "9".repeat(400);
    for number in [
        "1e999", "-1e999", "1e308", "NaN", "Infinity", "0x10", &digits,
    ] {
        let short: String = number.chars().take(12).collect();
        damaged.push((format!("{short} as a number"), goal(number)));
    }
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        damaged.push((format!("{open} a hundred thousand deep"), goal(&deep)));
    }
    damaged.push(("a raw NUL in a text".to_owned(), goal("\"a\0b\"")));
    for text in [
        "",
        " ",
        "{}",
        "[]",
        "null",
        "0",
        "%PDF-1.7",
        "\u{89}PNG\r\n\u{1a}\n\0",
    ] {
        damaged.push((format!("{text:?} in its place"), text.to_owned()));
    }
    damaged
}

/// Damage to the text that is handed on, and whether anybody can tell by it: a bit turned in
/// the middle of a title is a title.
fn damaged_texts(whole: &str) -> Vec<(String, String, bool)> {
    let bytes = whole.trim_end().as_bytes();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut damaged = Vec::new();
    for eighth in 1..8 {
        let end = bytes.len() * eighth / 8;
        damaged.push((
            format!("cut off after {eighth}/8"),
            text(&bytes[..end]),
            true,
        ));
        let mut holed = bytes.to_vec();
        holed.drain(end..end + bytes.len() / 16);
        damaged.push((format!("a hole after {eighth}/8"), text(&holed), false));
        for bit in [0, 4] {
            let mut turned = bytes.to_vec();
            turned[end] ^= 1 << bit;
            damaged.push((
                format!("bit {bit} turned at {eighth}/8"),
                text(&turned),
                false,
            ));
        }
        let mut stopped = bytes.to_vec();
        stopped.insert(end, 0);
        damaged.push((format!("a NUL at {eighth}/8"), text(&stopped), false));
    }
    damaged.push(("all NUL".to_owned(), "\0".repeat(whole.len()), true));
    damaged
}

#[test]
fn what_is_whole_opens_in_every_wrapping() {
    let plan = file::read(PLAN).unwrap();
    for (name, wrap) in WRAPPINGS {
        assert_eq!(opened(&wrap(PLAN)), Some(plan.clone()), "{name}");
    }
}

/// Cases 25 to 31, and 68.
#[test]
fn damage_is_refused_in_every_wrapping() {
    let whole = file::read(PLAN).unwrap();
    let mut tried = 0;
    for (name, wrap) in WRAPPINGS {
        for (damage, text) in damaged_plans() {
            assert_eq!(opened(&wrap(&text)), None, "{name}, {damage}");
            tried += 1;
        }
        let is_sealed = ["link", "locked file"].contains(&name);
        for (damage, text, always) in damaged_texts(&wrap(PLAN)) {
            tried += 1;
            let Some(plan) = opened(&text) else {
                continue;
            };
            assert!(!always, "{name}, {damage}");
            // Sealed, nothing but the very plan comes out; else what is read is a whole plan.
            assert!(!is_sealed || plan == whole, "{name}, {damage}");
            assert_eq!(
                file::read(&file::write(&plan)).unwrap(),
                plan,
                "{name}, {damage}"
            );
        }
    }
    assert!(tried >= 4 * 60, "{tried} damaged files");
}
