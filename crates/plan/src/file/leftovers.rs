//! What a file held that this version does not know. It is carried along and written back,
//! so that a plan does not lose what a later version, or another program, put into it.
//! It never changes what the plan itself says.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{Plan, reach::Reach};

/// The unknown fields of a plan's file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leftovers {
    /// Unknown fields of the plan, in the shape of the document.
    inside: Option<Rest>,
    /// Unknown fields of the envelope around the plan.
    pub(super) around: Map<String, Value>,
}

impl Leftovers {
    /// What the document holds and the plan read from it does not.
    pub(super) fn of(document: &Value, plan: &Plan, around: Map<String, Value>) -> Self {
        Self {
            inside: plan.beyond(document),
            around,
        }
    }

    /// The plan as a document, with what was left over put back where it stood. Leftovers
    /// of list items that are gone are left out, and come back when the item does.
    pub(super) fn put_back(&self, plan: &Plan) -> Value {
        let mut document = serde_json::to_value(plan).unwrap_or(Value::Null);
        if let Some(inside) = &self.inside {
            inside.put_back(&mut document);
        }
        document
    }
}

/// What a part of a document held beyond the fields of its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Rest {
    /// A field nobody knows, whole.
    Whole(Value),
    /// Unknown fields of a record.
    Record {
        /// Which of several kinds the record was. Fields of one kind say nothing of another.
        kind: Option<String>,
        fields: BTreeMap<String, Rest>,
    },
    /// Unknown fields of the items of a list, by identifier.
    Items(BTreeMap<String, Rest>),
}

impl Rest {
    /// What a record holds beyond its fields. `known` gives what is left over of a field,
    /// and nothing for a name that is no field. Compiled once and not for each type of record:
    /// there are so many.
    pub(crate) fn of_record(
        document: &Value,
        known: &dyn Fn(&str, &Value) -> Option<Option<Self>>,
    ) -> Option<Self> {
        let left = |(name, value): (&String, &Value)| {
            let rest = known(name, value).unwrap_or_else(|| Some(Self::Whole(value.clone())));
            Some((name.clone(), rest?))
        };
        Self::record(
            None,
            document.as_object()?.iter().filter_map(left).collect(),
        )
    }

    /// What a value without named parts holds beyond what is written for it. A null there is
    /// the same as nothing.
    pub(crate) fn of_leaf(document: &Value, known: &Value) -> Option<Self> {
        let (document, known) = (document.as_object()?, known.as_object()?);
        let fields = document
            .iter()
            .filter(|(name, value)| !known.contains_key(*name) && !value.is_null())
            .map(|(name, value)| (name.clone(), Self::Whole(value.clone())))
            .collect();
        let kind = known.get(KIND).and_then(Value::as_str);
        Self::record(kind.map(str::to_owned), fields)
    }

    /// What the items of a list hold beyond their fields.
    pub(crate) fn of_items(items: &mut dyn Iterator<Item = (String, Self)>) -> Option<Self> {
        let items: BTreeMap<String, Self> = items.collect();
        (!items.is_empty()).then_some(Self::Items(items))
    }

    fn record(kind: Option<String>, fields: BTreeMap<String, Self>) -> Option<Self> {
        (!fields.is_empty()).then_some(Self::Record { kind, fields })
    }

    fn put_back(&self, document: &mut Value) {
        match (self, document) {
            (Self::Record { kind, fields }, Value::Object(record)) => {
                let is = record.get(KIND).and_then(Value::as_str);
                if kind.as_deref().is_none_or(|was| is == Some(was)) {
                    put_back_fields(fields, record);
                }
            }
            (Self::Items(left), Value::Array(items)) => {
                for item in items {
                    let id = item.get("id").and_then(Value::as_str);
                    if let Some(rest) = id.and_then(|id| left.get(id)) {
                        rest.put_back(item);
                    }
                }
            }
            _ => {}
        }
    }

    /// What it comes to where the document has nothing.
    fn alone(&self) -> Option<Value> {
        match self {
            Self::Whole(value) => Some(value.clone()),
            Self::Record {
                kind: Some(kind),
                fields,
            } if kind == LEFT_OUT => {
                let mut record = Map::from_iter([(KIND.to_owned(), kind.as_str().into())]);
                put_back_fields(fields, &mut record);
                Some(Value::Object(record))
            }
            Self::Record { .. } | Self::Items(_) => None,
        }
    }
}

/// The field that says which of several kinds a record is.
const KIND: &str = "kind";

/// The kind of record that is left out of a file when nothing more is known of it: the
/// source of an assumption while it is a guess.
const LEFT_OUT: &str = "guess";

fn put_back_fields(fields: &BTreeMap<String, Rest>, record: &mut Map<String, Value>) {
    for (name, rest) in fields {
        match record.get_mut(name) {
            Some(known) => rest.put_back(known),
            None => {
                if let Some(value) = rest.alone() {
                    record.insert(name.clone(), value);
                }
            }
        }
    }
}
