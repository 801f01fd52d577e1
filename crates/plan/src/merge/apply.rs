//! Puts the chosen differences into a document.

use serde_json::{Map, Value};

use super::{Difference, DifferenceKind, compare::ids};
use crate::{FieldPath, Plan, difference::id_of};

/// The document of `mine` with these differences taken over from `theirs`. Items first, so
/// that an order finds them; what lies inside an item that is gone is left out.
pub(super) fn apply(mine: &Plan, theirs: &Plan, taken: &[&Difference]) -> Value {
    let mut document = serde_json::to_value(mine).unwrap_or_default();
    let others = serde_json::to_value(theirs).unwrap_or_default();
    let of = |kind: DifferenceKind| taken.iter().filter(move |one| one.kind == kind);
    for one in of(DifferenceKind::Order) {
        reorder(&mut document, &one.path, one.theirs.as_ref());
    }
    for one in of(DifferenceKind::Item) {
        put_item(&mut document, &others, one);
    }
    for one in of(DifferenceKind::Field) {
        put_field(&mut document, one);
    }
    document
}

fn put_field(document: &mut Value, one: &Difference) {
    let Some((around, name)) = around(&one.path) else {
        return;
    };
    let Some(record) = find(document, &around).and_then(Value::as_object_mut) else {
        return;
    };
    match &one.theirs {
        Some(value) => put(record, &name, value.clone()),
        None => drop(record.remove(&name)),
    }
}

fn put(record: &mut Map<String, Value>, name: &str, value: Value) {
    record.insert(name.to_owned(), value);
}

fn put_item(document: &mut Value, others: &Value, one: &Difference) {
    let Some((list, id)) = around(&one.path) else {
        return;
    };
    let mut others = others.clone();
    let order = find(&mut others, &list).and_then(|list| list.as_array().cloned());
    let Some(items) = find(document, &list).and_then(Value::as_array_mut) else {
        return;
    };
    items.retain(|item| id_of(item) != Some(&id));
    if let Some(item) = &one.theirs {
        let at = place(items, &ids(&order.unwrap_or_default()), &id);
        items.insert(at, item.clone());
    }
}

/// Behind the nearest item before it in the other copy that is here too.
fn place(items: &[Value], order: &[&str], id: &str) -> usize {
    let before = order.iter().take_while(|other| **other != id);
    let places =
        before.filter_map(|other| items.iter().position(|item| id_of(item) == Some(other)));
    places.last().map_or(0, |place| place + 1)
}

/// Puts the items named into that order, each into a place that one of them had; the others
/// stay where they are.
fn reorder(document: &mut Value, list: &FieldPath, order: Option<&Value>) {
    let order: Vec<&str> = order
        .and_then(Value::as_array)
        .map(|ids| ids.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let Some(items) = find(document, list).and_then(Value::as_array_mut) else {
        return;
    };
    let before = items.clone();
    let named = |item: &Value| id_of(item).is_some_and(|id| order.contains(&id));
    let places = (0..items.len()).filter(|place| named(&before[*place]));
    for (place, id) in places.zip(&order) {
        if let Some(item) = before.iter().find(|item| id_of(item) == Some(id)) {
            items[place] = item.clone();
        }
    }
}

/// The path without its last step, and that step.
fn around(path: &FieldPath) -> Option<(FieldPath, String)> {
    let steps: Vec<&str> = path.steps().collect();
    let (last, before) = steps.split_last()?;
    let around = before
        .iter()
        .fold(FieldPath::root(), |path, step| path.child(step));
    Some((around, (*last).to_owned()))
}

fn find<'a>(document: &'a mut Value, path: &FieldPath) -> Option<&'a mut Value> {
    path.steps().try_fold(document, |here, step| match here {
        Value::Object(record) => record.get_mut(step),
        Value::Array(items) => items.iter_mut().find(|item| id_of(item) == Some(step)),
        _ => None,
    })
}
