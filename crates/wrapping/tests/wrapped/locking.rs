//! A locked file opens with its passphrase and with nothing else, and never says what is in
//! it; a file that asks for too much work is refused before any.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and a long run tells its figures"
)]

use crate::{
    common::{Dice, PLAN, tries},
    wraps::{FRESH, LITTLE, locked},
};
use plumbline_wrapping::{
    Wrapping,
    locked::{Fresh, LockError, Work, is_locked, lock, unlock},
    recognise,
};
use proptest::prelude::*;

#[test]
fn a_plan_comes_out_with_the_passphrase_as_it_went_in() {
    let file = locked(PLAN);
    assert!(is_locked(&file));
    assert_eq!(recognise(&file), Wrapping::Locked);
    assert_eq!(unlock(&file, "correct horse").unwrap(), PLAN);
    assert_eq!(
        unlock(
            &format!("\u{feff}{file}").replace('\u{feff}', ""),
            "correct horse"
        )
        .unwrap(),
        PLAN
    );
}

#[test]
fn the_usual_work_is_within_the_readers_bounds_and_opens() {
    assert!(Work::USUAL.is_within_bounds());
    let file = lock("{}", "p", Work::USUAL, &FRESH).unwrap();
    assert_eq!(unlock(&file, "p").unwrap(), "{}");
}

#[test]
fn no_other_passphrase_opens_it() {
    let file = locked(PLAN);
    for wrong in ["Correct horse", "correct horse ", "correct hors", "x"] {
        assert_eq!(unlock(&file, wrong), Err(LockError::DoesNotOpen), "{wrong}");
    }
    assert_eq!(unlock(&file, ""), Err(LockError::NoPassphrase));
    assert_eq!(lock(PLAN, "", LITTLE, &FRESH), Err(LockError::NoPassphrase));
}

#[test]
fn nothing_of_the_plan_or_the_passphrase_stands_in_it() {
    let file = locked("{\"title\": \"Secret expansion to Norway\"}");
    for word in ["Secret", "Norway", "title", "horse"] {
        assert!(!file.contains(word), "{word} in {file}");
    }
}

#[test]
fn the_same_plan_is_locked_differently_each_time() {
    let other = Fresh {
        salt: [8; 16],
        ..FRESH
    };
    let again = lock(PLAN, "correct horse", LITTLE, &other).unwrap();
    let content = |file: &str| {
        serde_json::from_str::<serde_json::Value>(file).unwrap()["content"].to_string()
    };
    assert_ne!(content(&again), content(&locked(PLAN)));
}

#[test]
fn every_field_beside_the_content_is_sealed_with_it() {
    let file = locked(PLAN);
    let changes = [
        ("\"memory_kib\": 8,", "\"memory_kib\": 9,"),
        ("\"passes\": 1", "\"passes\": 2"),
        ("\"salt\": \"Bw", "\"salt\": \"Cw"),
        ("\"nonce\": \"CQ", "\"nonce\": \"DQ"),
    ];
    for (from, to) in changes {
        let changed = file.replace(from, to);
        assert_ne!(changed, file, "{from}");
        assert_eq!(
            unlock(&changed, "correct horse"),
            Err(LockError::DoesNotOpen),
            "{to}"
        );
    }
}

#[test]
fn too_much_work_is_refused_before_it_is_begun() {
    let file = locked(PLAN);
    let asked = [
        ("\"memory_kib\": 8", "\"memory_kib\": 4000000000"),
        ("\"memory_kib\": 8", "\"memory_kib\": 262145"),
        ("\"memory_kib\": 8", "\"memory_kib\": 0"),
        ("\"passes\": 1", "\"passes\": 4000000000"),
        ("\"passes\": 1", "\"passes\": 0"),
        ("\"lanes\": 1", "\"lanes\": 200"),
        ("\"lanes\": 1", "\"lanes\": 2"),
    ];
    for (from, to) in asked {
        let changed = file.replace(from, to);
        assert_ne!(changed, file);
        assert_eq!(
            unlock(&changed, "correct horse"),
            Err(LockError::TooMuchWork),
            "{to}"
        );
    }
}

#[test]
fn a_newer_file_is_known_as_one() {
    let file = locked(PLAN);
    for (from, to) in [
        ("\"format_version\": 1", "\"format_version\": 2"),
        ("argon2id", "argon3"),
        ("xchacha20-poly1305", "aegis"),
    ] {
        assert_eq!(
            unlock(&file.replace(from, to), "correct horse"),
            Err(LockError::Newer),
            "{to}"
        );
    }
}

#[test]
fn what_is_no_locked_file_is_not_taken_for_one() {
    for text in [
        "",
        "{}",
        "null",
        PLAN,
        "plumbline-locked-plan",
        "{\"format\": \"plumbline-locked-plan\"}",
    ] {
        assert!(!is_locked(text));
        assert_eq!(unlock(text, "p"), Err(LockError::Damaged));
    }
}

#[test]
fn a_damaged_file_gives_the_plan_or_nothing() {
    let file = locked("{\"plan\": 1}");
    let mut dice = Dice(3);
    let (mut refused, tries) = (0, tries(20_000));
    for _ in 0..tries {
        let damaged = dice.damage(&file);
        // Damage to how much work is asked for must not cost that work here.
        let cheap = damaged.contains("\"memory_kib\": 8,") && damaged.contains("\"passes\": 1,");
        match cheap.then(|| unlock(&damaged, "correct horse")) {
            Some(Ok(text)) => assert_eq!(text, "{\"plan\": 1}"),
            Some(Err(_)) => refused += 1,
            None => {}
        }
    }
    println!("{tries} damaged locked files: {refused} refused, the others whole");
    assert!(refused > tries / 4, "{refused} of {tries}");
}

proptest! {
    #[test]
    fn any_text_with_any_passphrase(text in ".{0,200}", passphrase in ".{1,40}") {
        let file = lock(&text, &passphrase, LITTLE, &FRESH).unwrap();
        prop_assert_eq!(unlock(&file, &passphrase).unwrap(), text);
    }
}
