//! docs/plan-format.md says everything there is to say about the file: every field of every
//! record, every word a field may hold, every kind of problem; and its example is a plan.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, fs, path::Path};

use heck::ToSnakeCase;
use plumbline_plan::{Source, file, unit::Period, validate};
use serde::Serialize;
use serde_json::Value;

fn document() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/plan-format.md");
    fs::read_to_string(path).unwrap()
}

/// The text of every source file below a folder of this crate.
fn sources(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

fn all_sources() -> Vec<String> {
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")))
}

/// Every record with its fields, from the lists that make them reachable by path: the
/// compiler refuses such a list when a field is missing in it.
fn records() -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for source in all_sources() {
        for list in source.split("\nfields!(").skip(1) {
            let (head, rest) = list.split_once('{').unwrap();
            let (fields, _) = rest.split_once('}').unwrap();
            let name = head.split('<').next().unwrap().trim();
            found.push((name.to_owned(), names(fields)));
        }
        if let Some((_, list)) = source.split_once("\n    chapters!(") {
            let (fields, _) = list.split_once(')').unwrap();
            found.push(("Plan".to_owned(), names(fields)));
        }
    }
    found
}

fn names(list: &str) -> Vec<String> {
    let names = list.split(',').map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The variants of an enumeration, from its source: one step in, with a capital letter.
fn variants(body: &str) -> Vec<&str> {
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    lines
        .filter(|line| line.starts_with(char::is_uppercase))
        .filter_map(|line| line.split([',', ' ']).next())
        .collect()
}

fn enumerations(source: &str) -> Vec<(&str, Vec<&str>)> {
    let bodies = source.split("\npub enum ").skip(1);
    bodies
        .map(|rest| {
            let (name, rest) = rest.split_once(" {").unwrap();
            (name, variants(rest.split_once("\n}").unwrap().0))
        })
        .collect()
}

/// The section of the document under the heading of a record.
fn section<'a>(document: &'a str, record: &str) -> &'a str {
    let mut parts = document
        .split("\n## ")
        .flat_map(|part| part.split("\n### "));
    parts
        .find(|part| {
            part.trim_start_matches("## ")
                .starts_with(&format!("`{record}`\n"))
        })
        .unwrap_or_else(|| panic!("{record} has no heading of its own"))
}

/// The first column of the tables in a part of the document.
fn rows(part: &str) -> Vec<&str> {
    let cells = part.lines().filter_map(|line| line.strip_prefix("| `"));
    cells
        .filter_map(|line| Some(line.split_once('`')?.0))
        .collect()
}

#[test]
fn every_record_is_described_with_all_its_fields_and_no_others() {
    let (document, records) = (document(), records());
    assert!(
        records.len() > 40,
        "the lists of fields are found: {}",
        records.len()
    );
    for (record, mut fields) in records {
        fields.retain(|field| field != "id");
        assert_eq!(rows(section(&document, &record)), fields, "{record}");
    }
}

#[test]
fn sources_and_periods_are_described_with_all_their_fields() {
    let document = document();
    let of_events = Source::OwnHistory {
        events: Some(1),
        of: 2,
    };
    let of_text = Source::Published {
        reference: "r".to_owned(),
        year: Some(2024),
    };
    let of_source: BTreeSet<_> = keys(&of_events).union(&keys(&of_text)).cloned().collect();
    let period = Period {
        start: "2027-01".parse().unwrap(),
        months: 12,
    };
    for (record, fields) in [("Source", of_source), ("Period", keys(&period))] {
        let described: BTreeSet<String> = rows(section(&document, record))
            .into_iter()
            .map(str::to_owned)
            .collect();
        assert_eq!(described, fields, "{record}");
    }
}

fn keys(value: &impl Serialize) -> BTreeSet<String> {
    let value = serde_json::to_value(value).unwrap();
    value.as_object().unwrap().keys().cloned().collect()
}

#[test]
fn every_word_a_field_may_hold_is_described() {
    let document = document();
    let mut words = 0;
    for source in all_sources()
        .iter()
        .filter(|source| source.contains("fields!("))
    {
        for (name, variants) in enumerations(source) {
            for variant in variants {
                let line = format!("\n- `{}`: ", variant.to_snake_case());
                assert!(document.contains(&line), "{variant} of {name}");
                words += 1;
            }
        }
    }
    assert!(words > 15, "the enumerations are found: {words}");
}

#[test]
fn every_kind_of_problem_is_described() {
    let document = document();
    let (_, problems) = document.split_once("\n## Problems\n").unwrap();
    let source = all_sources()
        .into_iter()
        .find(|source| source.contains("pub enum ProblemKind"));
    let source = source.unwrap();
    let (_, kinds) = enumerations(&source)
        .into_iter()
        .find(|(name, _)| *name == "ProblemKind")
        .unwrap();
    let mut described = rows(problems);
    let mut kinds = kinds.clone();
    described.sort_unstable();
    kinds.sort_unstable();
    assert_eq!(described, kinds);
}

#[test]
fn the_example_is_a_plan_without_problems() {
    let document = document();
    let (_, example) = document.split_once("\n## Example\n").unwrap();
    let (_, example) = example.split_once("```json\n").unwrap();
    let (example, _) = example.split_once("\n```").unwrap();
    let plan = file::read(example).unwrap();
    assert_eq!(validate(&plan, None), []);
    assert_eq!(
        plan.leftovers,
        file::Leftovers::default(),
        "it holds known fields alone"
    );
}

#[test]
fn the_envelope_is_that_of_the_newest_version() {
    let document = document();
    let version = file::NEWEST_VERSION;
    assert!(document.contains(&format!("describes version {version}, the newest")));
    let (_, envelope) = document.split_once("```json\n").unwrap();
    let envelope: Value = serde_json::from_str(envelope.split_once("\n```").unwrap().0).unwrap();
    assert_eq!(envelope["format"], file::FORMAT);
    assert_eq!(envelope["format_version"], version);
    assert!(document.contains(&format!("`*{}`", file::EXTENSION)));
}
