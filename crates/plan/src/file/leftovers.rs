//! What a file held that this version does not know. It is carried along and written back,
//! so that a plan does not lose what a later version, or another program, put into it.

use serde_json::{Map, Value};

use crate::Plan;

/// The unknown fields of a plan's file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leftovers {
    /// Unknown fields of the plan, in the shape of the document; list items by identifier.
    inside: Option<Value>,
    /// Unknown fields of the envelope around the plan.
    pub(super) around: Map<String, Value>,
}

impl Leftovers {
    /// What the document holds and the plan read from it does not.
    pub(super) fn of(document: &Value, plan: &Plan, around: Map<String, Value>) -> Self {
        let known = serde_json::to_value(plan).unwrap_or(Value::Null);
        Self {
            inside: beyond(document, &known),
            around,
        }
    }

    /// The plan as a document, with what was left over put back where it stood. Leftovers
    /// of list items that are gone are left out, and come back when the item does.
    pub(super) fn put_back(&self, plan: &Plan) -> Value {
        let mut document = serde_json::to_value(plan).unwrap_or(Value::Null);
        if let Some(inside) = &self.inside {
            merge(&mut document, inside);
        }
        document
    }
}

/// The part of `original` that `known` lacks; nothing when it lacks nothing.
fn beyond(original: &Value, known: &Value) -> Option<Value> {
    match (original, known) {
        (Value::Object(original), Value::Object(known)) => {
            let mut rest = Map::new();
            for (key, value) in original {
                let left = match known.get(key) {
                    // What is left out of a file when empty is no stranger.
                    None if is_empty(value) => None,
                    None => Some(value.clone()),
                    Some(known) => beyond(value, known),
                };
                if let Some(left) = left {
                    rest.insert(key.clone(), left);
                }
            }
            (!rest.is_empty()).then_some(Value::Object(rest))
        }
        (Value::Array(original), Value::Array(known)) => {
            let mut rest = Vec::new();
            for item in original {
                let twin =
                    id(item).and_then(|name| known.iter().find(|other| id(other) == Some(name)));
                if let Some(Value::Object(mut left)) = twin.and_then(|twin| beyond(item, twin)) {
                    left.insert("id".to_owned(), item["id"].clone());
                    rest.push(Value::Object(left));
                }
            }
            (!rest.is_empty()).then_some(Value::Array(rest))
        }
        _ => None,
    }
}

fn merge(document: &mut Value, rest: &Value) {
    match (document, rest) {
        (Value::Object(document), Value::Object(rest)) => {
            for (key, value) in rest {
                match document.get_mut(key) {
                    Some(known) => merge(known, value),
                    None => {
                        document.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(document), Value::Array(rest)) => {
            for left in rest {
                if let Some(item) = document.iter_mut().find(|item| id(item) == id(left)) {
                    merge(item, left);
                }
            }
        }
        _ => {}
    }
}

fn id(item: &Value) -> Option<&str> {
    item.get("id").and_then(Value::as_str)
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str() == Some("")
}
