//! A link carries a plan whole, or says why not; what a reader is sent never takes more than
//! its bounds.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and a long run tells its figures"
)]

use crate::common::{Dice, PLAN, tries};
use plumbline_wrapping::link::{self, LARGEST_TEXT, LONGEST, LinkError, TooLong};
use proptest::prelude::*;
use serde_json::{Value, json};

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_plan_comes_out_of_its_link_as_it_went_in() {
    let fragment = link::fragment(PLAN).unwrap();
    assert!(
        fragment.len() < LONGEST / 2,
        "{} characters",
        fragment.len()
    );
    for written in [
        fragment.clone(),
        format!("#{fragment}"),
        format!("#{fragment}="),
    ] {
        assert!(link::carries_a_plan(&written));
        assert_eq!(value(&link::read(&written).unwrap()), value(PLAN));
    }
}

#[test]
fn a_link_is_made_of_what_addresses_may_hold() {
    let fragment = link::fragment(PLAN).unwrap();
    let fits = |ch: char| ch.is_ascii_alphanumeric() || "-_.=".contains(ch);
    assert!(fragment.chars().all(fits));
}

#[test]
fn a_link_broken_over_lines_is_read() {
    let fragment = link::fragment(PLAN).unwrap();
    let broken: Vec<&str> = (0..fragment.len())
        .step_by(76)
        .map(|at| &fragment[at..fragment.len().min(at + 76)])
        .collect();
    assert_eq!(
        value(&link::read(&broken.join("\r\n ")).unwrap()),
        value(PLAN)
    );
}

/// Noise that no compression makes smaller.
fn noise(bytes: usize) -> String {
    let mut dice = Dice(7);
    let digits: String = (0..bytes)
        .map(|_| char::from(b' ' + dice.roll(95) as u8))
        .collect();
    json!({ "noise": digits }).to_string()
}

#[test]
fn a_plan_too_large_for_a_link_is_said_to_be() {
    let refused = link::fragment(&noise(100_000));
    assert!(
        matches!(refused, Err(TooLong { length }) if length > 100_000),
        "{refused:?}"
    );
}

#[test]
fn other_addresses_carry_no_plan() {
    for fragment in ["", "#", "#/team", "plan", "#/plan=1.x", "plans"] {
        assert!(!link::carries_a_plan(fragment), "{fragment}");
        assert_eq!(link::read(fragment), Err(LinkError::Damaged));
    }
}

#[test]
fn a_link_of_a_newer_program_is_known_as_one() {
    assert_eq!(link::read("plan=2.anything at all"), Err(LinkError::Newer));
    for damaged in [
        "plan=",
        "plan=1",
        "plan=.x",
        "plan=one.x",
        "plan=1.",
        "plan=1.AAAA",
        "plan=1.!!!!",
    ] {
        assert_eq!(link::read(damaged), Err(LinkError::Damaged), "{damaged}");
    }
}

/// Case 68: a few bytes that would unpack to a text without end.
#[test]
fn a_link_that_would_unpack_to_gigabytes_is_refused() {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let zeros = vec![b'0'; 4 * LARGEST_TEXT];
    let mut bytes = vec![0; 4];
    bytes.extend(miniz_oxide::deflate::compress_to_vec(&zeros, 9));
    let bomb = format!("plan=1.{}", URL_SAFE_NO_PAD.encode(&bytes));
    assert!(bomb.len() < 200_000);
    assert_eq!(link::read(&bomb), Err(LinkError::TooLarge));
    let long = format!("plan=1.{}", "A".repeat(3_000_000));
    assert_eq!(link::read(&long), Err(LinkError::TooLarge));
}

/// Case 68.
#[test]
fn a_damaged_link_gives_the_plan_or_nothing() {
    let fragment = link::fragment(PLAN).unwrap();
    let whole = link::read(&fragment).unwrap();
    let mut dice = Dice(1);
    let (mut refused, tries) = (0, tries(20_000));
    for _ in 0..tries {
        match link::read(&dice.damage(&fragment)) {
            Ok(text) => assert_eq!(text, whole, "something else than was put in"),
            Err(_) => refused += 1,
        }
    }
    println!("{tries} damaged links: {refused} refused, the others whole");
    assert!(refused > tries / 4 * 3, "{refused} of {tries}");
}

proptest! {
    #[test]
    fn any_short_text_comes_back(text in ".{0,400}") {
        let fragment = link::fragment(&text).unwrap();
        let read = link::read(&fragment).unwrap();
        match serde_json::from_str::<Value>(&text) {
            Ok(json) => prop_assert_eq!(serde_json::from_str::<Value>(&read).unwrap(), json),
            Err(_) => prop_assert_eq!(read, text),
        }
    }

    #[test]
    fn any_fragment_is_answered(fragment in "(plan=1\\.)?[A-Za-z0-9_-]{0,300}") {
        if let Ok(text) = link::read(&fragment) {
            prop_assert!(text.len() <= LARGEST_TEXT);
        }
    }
}
