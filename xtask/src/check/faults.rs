//! Holds docs/faults.md to the tests: every fault in it is named, by its number, by a test.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The numbers at the beginning of the list's lines.
fn faults() -> BTreeSet<u32> {
    let text = fs::read_to_string(Path::new(ROOT).join("docs/faults.md")).unwrap();
    let numbers = text
        .lines()
        .filter_map(|line| line.split_once(". ")?.0.parse().ok());
    numbers.collect()
}

/// The Rust files of a folder and below; not what is built.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The numbers that a file names: "Case 7", "Cases 58 to 64 and 70", `fn case_38_...`.
fn named(source: &str) -> BTreeSet<u32> {
    // A comment may break anywhere.
    let words = source.replace("///", " ").replace("//!", " ");
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut found = BTreeSet::new();
    for (place, word) in words.iter().enumerate() {
        if let Some((number, _)) = word.strip_prefix("case_").and_then(|it| it.split_once('_')) {
            found.extend(number.parse::<u32>());
        }
        if ["Case", "Cases", "(case"].contains(word) {
            numbers(&words[place + 1..], &mut found);
        }
    }
    found
}

/// Reads "1, 2 and 5 to 8" to the first word that is neither.
fn numbers(words: &[&str], found: &mut BTreeSet<u32>) {
    let (mut last, mut through) = (None, false);
    for word in words {
        let plain = word.trim_end_matches(|sign: char| !sign.is_ascii_digit());
        match (plain.parse::<u32>(), *word) {
            (Ok(number), _) => {
                let first = last.filter(|_| through).unwrap_or(number);
                found.extend(first..=number);
                (last, through) = (Some(number), false);
                if word.ends_with([':', '.', ')']) {
                    return;
                }
            }
            (_, "to") => through = true,
            (_, "and") => {}
            _ => return,
        }
    }
}

#[test]
fn every_fault_is_named_by_a_test() {
    let mut files = Vec::new();
    for folder in ["crates", "src", "tests"] {
        sources(&Path::new(ROOT).join(folder), &mut files);
    }
    let read = |file: &PathBuf| fs::read_to_string(file).unwrap();
    let tests = files
        .iter()
        .map(read)
        .filter(|text| text.contains("#[test]"));
    let named: BTreeSet<u32> = tests.flat_map(|text| named(&text)).collect();
    let faults = faults();
    assert!(faults.len() > 80, "the list is read: {}", faults.len());
    let missing: Vec<&u32> = faults.difference(&named).collect();
    assert!(
        missing.is_empty(),
        "no test names {missing:?} of docs/faults.md"
    );
}

#[test]
fn numbers_are_read_as_tests_write_them() {
    for (text, numbers) in [
        ("/// Case 7.", &[7][..]),
        (
            "/// Cases 1, 3\n/// and 5 to 7: all of 80",
            &[1, 3, 5, 6, 7],
        ),
        ("fn case_38_utf_16()", &[38]),
        ("(case 9: nor one that is broken)", &[9]),
        ("--cases 7", &[]),
    ] {
        let found: Vec<u32> = named(text).into_iter().collect();
        assert_eq!(found, numbers, "{text}");
    }
}
