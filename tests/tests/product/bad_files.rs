//! Files that are no good plan are refused in clear words that name them; the plan on the
//! screen stays as it is, and the page goes on working.

use std::fs;

use plumbline_tests::{Page, Site, wait_until};
use serde_json::{Value, json};

use crate::chapters::{BLANK, behind};

const TARGET: &str = "Bookings target";

/// Files by their names, each with the words that refuse it. All kinds of damage, in every
/// wrapping, are tried by crates/wrapping/tests/damaged.rs; these are what a person sees.
fn bad_files() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let whole = a_good_plan().to_string();
    let cut = whole.as_bytes()[..whole.len() / 2].to_vec();
    let with_goal = |goal: &str| whole.replace("\"GOAL\"", goal).into_bytes();
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let newer = whole.replace("\"format_version\":1", "\"format_version\":999");
    let page = "<!doctype html><script data-plumbline=\"plan\" type=\"application/json\">{\"for";
    vec![
        (
            "shopping list.json",
            b"eggs\nmilk\n".to_vec(),
            "It is not a plan file",
        ),
        (
            "cut-off.plumbline.json",
            cut,
            "It is not a plan file, or was cut off",
        ),
        (
            "settings.json",
            br#"{"theme": "dark", "size": [1, 2]}"#.to_vec(),
            "It is a JSON file, but not a plan",
        ),
        (
            "from-tomorrow.plumbline.json",
            newer.into_bytes(),
            "newer version of Plumbline",
        ),
        ("impossible.plumbline.json", with_goal("7"), "targets/goal"),
        (
            "words.plumbline.json",
            with_goal("\"high\""),
            "targets/goal",
        ),
        (
            "huge number.plumbline.json",
            with_goal("1e999"),
            "It is not a plan file",
        ),
        (
            "deep.plumbline.json",
            with_goal(&deep),
            "It is not a plan file",
        ),
        ("nothing.json", Vec::new(), "It is not a plan file"),
        (
            "stopped.plumbline.json",
            vec![0; 4096],
            "It is not a plan file",
        ),
        (
            "logo.png.json",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe".to_vec(),
            "It is not a text file",
        ),
        (
            "half a workbook.html",
            page.as_bytes().to_vec(),
            "It is not a plan file",
        ),
    ]
}

fn a_good_plan() -> Value {
    let period = json!({ "start": "2027-01", "months": 12 });
    json!({
        "format": "plumbline-plan", "format_version": 1,
        "plan": { "targets": { "period": period, "goal": "GOAL" } },
    })
}

/// Cases 25 to 31, on the page, by both ways in.
#[test]
fn damaged_files_are_refused_in_words_and_the_plan_stays() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.go_to("Targets");
    page.field(TARGET).enter("750k");
    for (place, (name, content, words)) in bad_files().into_iter().enumerate() {
        let file = folder.path().join(name);
        fs::write(&file, content).expect("a file can be written");
        if place % 2 == 0 {
            page.pick_file("Open file", &file);
        } else {
            page.drop_file(&file);
        }
        was_refused_on(&page, name, words);
    }
    page.field(TARGET).enter("800k");
    page.field(TARGET).wait_for("800,000");
    assert_eq!(page.complaints(), [], "the console");
}

#[track_caller]
fn was_refused_on(page: &Page, name: &str, words: &str) {
    let title = format!("{name} was not opened");
    let said = wait_until(&format!("{title:?} in an alert"), || {
        Some(page.read("alert")).filter(|said| said.contains(&title))
    });
    for words in [words, "The plan on screen is as it was"] {
        assert!(said.contains(words), "no {words:?} in: {said}");
    }
    page.press("Close");
    wait_until("the end of the message", || {
        page.read("alert").trim().is_empty().then_some(())
    });
    assert_eq!(page.field(TARGET).value(), "750,000");
}
