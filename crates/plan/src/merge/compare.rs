//! Finds the differences: walks three documents at once.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{ChangedBy, Difference, DifferenceKind};
use crate::{
    FieldPath, Plan,
    difference::{id_of, is_one_value},
};

/// What is found on the way.
struct Walk {
    /// Whether the common version is known.
    has_base: bool,
    found: Vec<Difference>,
}

/// The values at one place; nothing where there is none.
#[derive(Clone, Copy)]
struct Here<'a> {
    base: Option<&'a Value>,
    mine: Option<&'a Value>,
    theirs: Option<&'a Value>,
}

pub(super) fn compare(base: Option<&Plan>, mine: &Plan, theirs: &Plan) -> Vec<Difference> {
    let document = |plan: &Plan| serde_json::to_value(plan).unwrap_or_default();
    let values = (base.map(document), document(mine), document(theirs));
    let mut walk = Walk {
        has_base: base.is_some(),
        found: Vec::new(),
    };
    let here = Here {
        base: values.0.as_ref(),
        mine: Some(&values.1),
        theirs: Some(&values.2),
    };
    walk.walk(&FieldPath::root(), here);
    walk.found
}

impl Walk {
    fn walk(&mut self, path: &FieldPath, here: Here<'_>) {
        if here.mine == here.theirs {
            return;
        }
        match (here.mine, here.theirs) {
            (Some(Value::Array(mine)), Some(Value::Array(theirs)))
                if are_items(mine) && are_items(theirs) =>
            {
                self.walk_items(path, here, mine, theirs);
            }
            (Some(Value::Object(mine)), Some(Value::Object(theirs)))
                if !is_one_value(mine) && !is_one_value(theirs) =>
            {
                for name in names(mine, theirs) {
                    self.walk(&path.child(name), here.field(name));
                }
            }
            _ => self.note(path, DifferenceKind::Field, here),
        }
    }

    fn walk_items(&mut self, path: &FieldPath, here: Here<'_>, mine: &[Value], theirs: &[Value]) {
        let (own, other) = (ids(mine), ids(theirs));
        let added = other.iter().filter(|id| !own.contains(id));
        for id in own.iter().chain(added) {
            let item = here.item(id);
            let path = path.child(id);
            if item.mine.is_some() && item.theirs.is_some() {
                self.walk(&path, item);
            } else {
                self.note(&path, DifferenceKind::Item, item);
            }
        }
        let base = here.base.and_then(Value::as_array).map(|items| ids(items));
        let common = |of: &[&str]| -> Value {
            let both = |id: &&&str| own.contains(id) && other.contains(id);
            of.iter().filter(both).map(|id| Value::from(*id)).collect()
        };
        let (mine, theirs) = (common(&own), common(&other));
        if mine != theirs {
            let base = base.map(|base| common(&base));
            let order = Here {
                base: base.as_ref(),
                mine: Some(&mine),
                theirs: Some(&theirs),
            };
            self.note(path, DifferenceKind::Order, order);
        }
    }

    fn note(&mut self, path: &FieldPath, kind: DifferenceKind, here: Here<'_>) {
        let changed = if self.has_base && here.base == here.mine {
            ChangedBy::Theirs
        } else if self.has_base && here.base == here.theirs {
            ChangedBy::Mine
        } else {
            ChangedBy::Both
        };
        self.found.push(Difference {
            path: path.clone(),
            kind,
            changed,
            mine: here.mine.cloned(),
            theirs: here.theirs.cloned(),
        });
    }
}

impl<'a> Here<'a> {
    fn field(self, name: &str) -> Self {
        let field = |value: Option<&'a Value>| value.and_then(|value| value.get(name));
        self.each(field)
    }

    fn item(self, id: &str) -> Self {
        let item = |value: Option<&'a Value>| {
            let mut items = value.and_then(Value::as_array)?.iter();
            items.find(|item| id_of(item) == Some(id))
        };
        self.each(item)
    }

    fn each(self, part: impl Fn(Option<&'a Value>) -> Option<&'a Value>) -> Self {
        Self {
            base: part(self.base),
            mine: part(self.mine),
            theirs: part(self.theirs),
        }
    }
}

/// The names of both records, in the order of the first.
fn names<'a>(mine: &'a Map<String, Value>, theirs: &'a Map<String, Value>) -> Vec<&'a str> {
    let added = theirs.keys().filter(|name| !mine.contains_key(*name));
    mine.keys().chain(added).map(String::as_str).collect()
}

/// Whether these are items with identifiers, each once.
fn are_items(values: &[Value]) -> bool {
    let ids: BTreeSet<&str> = values.iter().filter_map(id_of).collect();
    ids.len() == values.len()
}

pub(super) fn ids(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(id_of).collect()
}
