//! Where two plans differ, field by field.
//!
//! Speaks of fields by their path, as everything else does: items of a list are matched by
//! identifier, and an assumption counts as one field, since its value and range belong
//! together. The order of items alone is no difference.

use serde_json::{Map, Value};

use crate::{FieldPath, Plan};

/// A field in which two plans differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The field, or the item of a list.
    pub path: FieldPath,
    /// Its value in the first plan; nothing when the item is not there.
    pub first: Option<Value>,
    /// Its value in the second plan; nothing when the item is not there.
    pub second: Option<Value>,
}

/// The fields of some chapters in which two plans differ, chapter by chapter as they are
/// asked for. A name that is no chapter has no differences.
#[must_use]
pub fn differences(first: &Plan, second: &Plan, chapters: &[&str]) -> Vec<Difference> {
    let mut found = Vec::new();
    for chapter in chapters {
        let path = FieldPath::from(*chapter);
        if let (Ok(a), Ok(b)) = (first.field(&path), second.field(&path)) {
            compare(&path, &a, &b, &mut found);
        }
    }
    found
}

/// The fields of some chapters in which any of the plans differs from the first, in the
/// order of the chapters, each with its value in every plan: nothing for a plan in which
/// the item is not there.
#[must_use]
pub fn side_by_side(plans: &[&Plan], chapters: &[&str]) -> Vec<(FieldPath, Vec<Option<Value>>)> {
    let Some((first, others)) = plans.split_first() else {
        return Vec::new();
    };
    let mut rows: Vec<(FieldPath, Vec<Option<Value>>)> = Vec::new();
    for (place, other) in others.iter().enumerate() {
        for difference in differences(first, other, chapters) {
            let known = rows.iter().position(|(path, _)| *path == difference.path);
            let row = known.unwrap_or_else(|| {
                // Those that do not differ have the first one's value.
                rows.push((difference.path, vec![difference.first; plans.len()]));
                rows.len() - 1
            });
            rows[row].1[place + 1] = difference.second;
        }
    }
    let chapter = |path: &FieldPath| {
        let chapter = path.to_string();
        let chapter = chapter.split('/').next().unwrap_or_default().to_owned();
        chapters.iter().position(|name| *name == chapter)
    };
    rows.sort_by_key(|(path, _)| chapter(path));
    rows
}

fn compare(path: &FieldPath, first: &Value, second: &Value, found: &mut Vec<Difference>) {
    match (first, second) {
        _ if first == second => {}
        (Value::Object(a), Value::Object(b)) if !is_one_value(a) && !is_one_value(b) => {
            let names = a
                .keys()
                .chain(b.keys().filter(|name| !a.contains_key(*name)));
            for name in names {
                let none = &Value::Null;
                let (a, b) = (a.get(name).unwrap_or(none), b.get(name).unwrap_or(none));
                compare(&path.child(name), a, b, found);
            }
        }
        (Value::Array(a), Value::Array(b)) if are_items(a) && are_items(b) => {
            items(path, a, b, found);
        }
        _ => found.push(Difference {
            path: path.clone(),
            first: Some(first.clone()),
            second: Some(second.clone()),
        }),
    }
}

fn items(path: &FieldPath, first: &[Value], second: &[Value], found: &mut Vec<Difference>) {
    for item in first {
        let Some(id) = id_of(item) else { continue };
        match with_id(second, id) {
            Some(other) => compare(&path.child(id), item, other, found),
            None => found.push(Difference {
                path: path.child(id),
                first: Some(item.clone()),
                second: None,
            }),
        }
    }
    let new = |item: &&Value| id_of(item).is_some_and(|id| with_id(first, id).is_none());
    for item in second.iter().filter(new) {
        found.push(Difference {
            path: path.child(id_of(item).unwrap_or_default()),
            first: None,
            second: Some(item.clone()),
        });
    }
}

/// Whether a record is one value to a reader: an assumption, entered or not, or a period.
pub(crate) fn is_one_value(record: &Map<String, Value>) -> bool {
    let has = |name: &str| record.contains_key(name);
    has("average") || has("same_as") || (has("start") && has("months")) || record.is_empty()
}

fn are_items(list: &[Value]) -> bool {
    list.iter().all(|item| id_of(item).is_some())
}

/// The identifier of a list item; nothing when it has none.
pub(crate) fn id_of(item: &Value) -> Option<&str> {
    item.get("id")?.as_str()
}

fn with_id<'a>(list: &'a [Value], id: &str) -> Option<&'a Value> {
    list.iter().find(|item| id_of(item) == Some(id))
}
