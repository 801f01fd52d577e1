//! Files that hold no plan: each gets its own message, and nothing but a message.

use std::path::Path;

use plumbline_plan::{file, start};
use serde_json::{Value, json};

use crate::program::{check, day, file_with, plan_file};

/// A file must be refused with these words, and as JSON with this severity.
#[track_caller]
fn assert_refused(file: &Path, words: &str, severity: &str) {
    let text = check(file, &[]);
    assert_eq!((text.status, text.stdout.as_str()), (Some(2), ""));
    let name = file.file_name().unwrap().to_str().unwrap();
    assert!(
        text.stderr.contains(&format!("{name} was not opened\n")),
        "{}",
        text.stderr
    );
    assert!(text.stderr.contains(words), "{}", text.stderr);

    let ran = check(file, &["--json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(2), ""));
    let problems = ran.json()["problems"].take();
    let said = |problem: &Value| {
        let (label, message) = (
            problem["label"].as_str().unwrap(),
            problem["message"].as_str().unwrap(),
        );
        assert_eq!(problem["severity"], severity);
        !label.is_empty() && message.contains(words)
    };
    assert!(
        problems.as_array().unwrap().iter().any(said),
        "{problems:#}"
    );
}

/// The sample as a file, changed.
fn changed(name: &str, change: impl FnOnce(&mut Value)) -> std::path::PathBuf {
    let mut document: Value = serde_json::from_str(&file::write(&start::sample(day()))).unwrap();
    change(&mut document);
    file_with(name, document.to_string())
}

#[test]
fn a_file_that_is_not_json() {
    assert_refused(
        &file_with("letter.txt", "Dear Sir,\nplease find"),
        "line 1, column 1",
        "unreadable",
    );
}

#[test]
fn a_file_that_was_cut_off() {
    let text = file::write(&start::sample(day()));
    let half = file_with("half.json", &text[..text.len() / 2]);
    assert_refused(&half, "was cut off", "unreadable");
}

#[test]
fn an_empty_file() {
    assert_refused(
        &file_with("empty.json", ""),
        "reading stopped at line 1",
        "unreadable",
    );
}

#[test]
fn json_that_is_no_plan() {
    assert_refused(
        &file_with("package.json", "{\"name\": \"left-pad\"}"),
        "not a plan of this product",
        "unreadable",
    );
}

#[test]
fn a_plan_of_a_newer_version() {
    let newer = changed("newer.json", |document| {
        document["format_version"] = json!(99)
    });
    assert_refused(
        &newer,
        "newer version of Plumbline (format 99",
        "unreadable",
    );
    let said = check(&newer, &[]).stderr;
    // Whoever keeps it in a folder of pages reads that word in its path.
    let said = said.replace(&*newer.to_string_lossy(), "");
    assert!(!said.contains("page"), "there is no page to reload here");
}

#[test]
fn a_plan_with_a_value_that_cannot_be() {
    let odd = changed("odd.json", |document| {
        document["plan"]["targets"]["bookings"] = json!("many")
    });
    assert_refused(&odd, "targets/bookings", "broken");
}

#[test]
fn a_plan_that_does_not_hold_together() {
    let twice = changed("twice.json", |document| {
        let motions = &mut document["plan"]["process"]["motions"];
        motions[1]["id"] = motions[0]["id"].clone();
    });
    assert_refused(&twice, "a second time", "broken");
}

#[test]
fn a_picture() {
    assert_refused(
        &file_with("logo.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        "not a text file",
        "unreadable",
    );
}

#[test]
fn a_file_larger_than_any_plan() {
    let large = file_with("large.json", "");
    std::fs::File::create(&large)
        .unwrap()
        .set_len(50 * 1024 * 1024 + 1)
        .unwrap();
    assert_refused(&large, "larger than 50 MB", "unreadable");
}

#[test]
fn a_file_that_is_not_there_and_a_folder() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    assert_refused(
        &folder.join("gone.json"),
        "There is no such file",
        "unreadable",
    );
    assert_refused(folder, "could not be read", "unreadable");
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let text = format!("\u{feff}{}", file::write(&start::sample(day())));
    let marked = check(&file_with("marked.json", text), &["--trials", "100"]);
    let plain = check(
        &plan_file("unmarked.json", &start::sample(day())),
        &["--trials", "100"],
    );
    assert_eq!(marked.verdict(), plain.verdict());
}
