//! The few words the tests of this crate share.
#![allow(
    dead_code,
    reason = "every test file uses some of these words, none uses all"
)]

use chrono::NaiveDate;
use plumbline_plan::{FieldPath, Plan, Problem, ProblemKind, Severity, file, start, validate};
use serde_json::Value;

/// A day, from its text.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day on which all tests are run.
pub(crate) fn today() -> NaiveDate {
    day("2026-11-21")
}

/// The worked sample, as opened today.
pub(crate) fn sample() -> Plan {
    start::sample(today())
}

/// A blank plan, begun today.
pub(crate) fn blank() -> Plan {
    start::blank(today())
}

/// The plan's file as JSON.
pub(crate) fn file_of(plan: &Plan) -> Value {
    serde_json::from_str(&file::write(plan)).unwrap()
}

/// Reads a file given as JSON.
pub(crate) fn read(file: &Value) -> Result<Plan, file::ReadError> {
    file::read(&file.to_string())
}

/// Writes the plan to a file and reads it back.
pub(crate) fn reopened(plan: &Plan) -> Plan {
    file::read(&file::write(plan)).unwrap()
}

/// What is wrong with a plan today.
pub(crate) fn problems(plan: &Plan) -> Vec<Problem> {
    validate(plan, Some(today()))
}

/// Checks that this is wrong with a plan, and nothing else.
#[track_caller]
pub(crate) fn has(plan: &Plan, path: &str, kind: ProblemKind) {
    assert_eq!(problems(plan), [Problem::new(path.into(), kind)]);
}

/// Checks that nothing is wrong with a plan.
#[track_caller]
pub(crate) fn has_none(plan: &Plan) {
    assert_eq!(problems(plan), []);
}

/// Whether the document holds together.
pub(crate) fn holds_together(plan: &Plan) -> bool {
    validate(plan, None)
        .iter()
        .all(|problem| problem.severity() != Severity::Broken)
}

/// Records that a path reaches into as a whole only.
const WHOLE: [&str; 2] = ["period", "source"];

/// Every field of a plan with its value, from the root down; list items by identifier.
pub(crate) fn fields(plan: &Plan) -> Vec<(FieldPath, Value)> {
    let mut found = Vec::new();
    let root = FieldPath::root();
    walk(root.clone(), &plan.field(&root).unwrap(), &mut found);
    found
}

fn walk(path: FieldPath, value: &Value, found: &mut Vec<(FieldPath, Value)>) {
    found.push((path.clone(), value.clone()));
    match value {
        Value::Object(record) => {
            let whole = path
                .steps()
                .last()
                .is_some_and(|name| WHOLE.contains(&name));
            for (name, value) in record.iter().filter(|_| !whole) {
                walk(path.child(name), value, found);
            }
        }
        Value::Array(items) => {
            for item in items.iter().filter(|item| item.is_object()) {
                walk(path.child(item["id"].as_str().unwrap()), item, found);
            }
        }
        _ => {}
    }
}

/// Every list of items in a plan: its path, and what is in it.
pub(crate) fn lists(plan: &Plan) -> Vec<(FieldPath, Vec<Value>)> {
    let items = |value: Value| match value {
        Value::Array(items) if items.iter().all(Value::is_object) => Some(items),
        _ => None,
    };
    fields(plan)
        .into_iter()
        .filter(|(path, _)| path.steps().last() != Some("ramp"))
        .filter_map(|(path, value)| Some((path, items(value)?)))
        .collect()
}

/// The text of a file kept beside the tests.
pub(crate) fn kept(name: &str) -> String {
    let path = format!("{}/tests/files/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// A plan in which every field is filled.
pub(crate) fn full() -> Plan {
    file::read(&kept("v1-full.plumbline.json")).unwrap()
}

/// Checks that `whole` says everything that `part` says; list items by their place.
#[track_caller]
pub(crate) fn assert_holds(whole: &Value, part: &Value, path: &str) {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            for (name, value) in part {
                let found = whole.get(name).unwrap_or(&Value::Null);
                assert_holds(found, value, &format!("{path}/{name}"));
            }
        }
        (Value::Array(whole), Value::Array(part)) => {
            assert_eq!(whole.len(), part.len(), "{path}");
            for (place, (whole, part)) in whole.iter().zip(part).enumerate() {
                assert_holds(whole, part, &format!("{path}/{place}"));
            }
        }
        (Value::Number(whole), Value::Number(part)) => {
            assert_eq!(whole.as_f64(), part.as_f64(), "{path}");
        }
        _ => assert_eq!(whole, part, "{path}"),
    }
}
