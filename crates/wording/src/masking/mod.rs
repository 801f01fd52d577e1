//! A plan as it may be shown to a room: people and firms under stand-ins, amounts of money
//! left out of its sentences.
//!
//! It changes words alone: the masked plan has the numbers of the real one, so that it
//! comes to the same verdict, and the amounts among them are left out where they are written
//! ([`crate::figures::Figures::hides_money`]). It is for the eye: nothing of a masked plan
//! is ever written into the real one. What an assumption says of itself (its note, its owner)
//! stays as it is, since a what-if takes an assumption over whole; whoever masks a plan
//! shows none of that.

mod amounts;
mod names;

use std::collections::BTreeSet;

use plumbline_plan::{Plan, from_document};
use serde_json::{Map, Value};

use crate::texts::workshop as text;
use names::Names;

/// What is not to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden {
    /// Names of people, clients and firms.
    pub names: bool,
    /// Amounts of money.
    pub amounts: bool,
}

impl Hidden {
    /// Whether anything is.
    #[must_use]
    pub fn anything(self) -> bool {
        self.names || self.amounts
    }
}

/// The words of a plan whose values are not the plan's own text: a file knows them.
const WORDS_OF_THE_FILE: [&str; 6] = [
    "every",
    "timing",
    "paid_on",
    "split",
    "starting_from",
    "currency",
];

/// What stands for what, the same in all the plans it was made for.
#[derive(Debug, Clone, PartialEq)]
pub struct Masking {
    hidden: Hidden,
    names: Names,
}

impl Masking {
    /// A masking for plans that are shown beside each other: a name has one stand-in in all
    /// of them.
    #[must_use]
    pub fn of<'a>(plans: impl IntoIterator<Item = &'a Plan>, hidden: Hidden) -> Self {
        let mut names = Names::default();
        if hidden.names {
            for plan in plans {
                names.collect(plan);
            }
        }
        Self { hidden, names }
    }

    /// A text without what is hidden.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let named = self.names.replaced(text);
        if self.hidden.amounts {
            amounts::without(&named)
        } else {
            named
        }
    }

    /// The plan without what is hidden; nothing where it cannot be told apart from the words
    /// a plan file itself is made of.
    #[must_use]
    pub fn plan(&self, plan: &Plan) -> Option<Plan> {
        if !self.hidden.anything() {
            return Some(plan.clone());
        }
        let mut document = serde_json::to_value(plan).ok()?;
        let mut ids = BTreeSet::new();
        identifiers(&document, &mut ids);
        if let Some(pipeline) = document.get_mut("pipeline") {
            self.deals(pipeline);
        }
        self.walk(&mut document, &ids);
        let mut shown: Plan = from_document(&document)?;
        if self.hidden.names {
            if !shown.about.title.trim().is_empty() {
                text::THE_PLAN.clone_into(&mut shown.about.title);
            }
            shown.about.brand_logo = None;
        }
        Some(shown)
    }

    /// Deals can be many: their names are looked up, and what is noted of them is left out.
    fn deals(&self, pipeline: &mut Value) {
        let deals = pipeline.get_mut("deals").and_then(Value::as_array_mut);
        for deal in deals.into_iter().flatten().filter_map(Value::as_object_mut) {
            deal.insert("note".to_owned(), Value::from(""));
            for field in ["name", "customer"] {
                if let Some(Value::String(name)) = deal.get_mut(field) {
                    *name = self.names.stand_in(name);
                }
            }
        }
    }

    fn walk(&self, value: &mut Value, ids: &BTreeSet<String>) {
        match value {
            Value::Object(record) if is_assumption(record) => {}
            Value::Object(record) => {
                for (field, value) in record {
                    let of_the_file = WORDS_OF_THE_FILE.contains(&field.as_str());
                    let path = field == "about" && value.is_string();
                    if !of_the_file && !path && field != "deals" {
                        self.walk(value, ids);
                    }
                }
            }
            Value::Array(list) => {
                for value in list {
                    self.walk(value, ids);
                }
            }
            Value::String(words) if !ids.contains(words) => *words = self.text(words),
            _ => {}
        }
    }
}

fn is_assumption(record: &Map<String, Value>) -> bool {
    record.contains_key("average") || record.contains_key("same_as")
}

/// Every identifier in a document, so that what refers to an item goes on doing so.
fn identifiers(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(record) => {
            if let Some(Value::String(id)) = record.get("id") {
                found.insert(id.clone());
            }
            for value in record.values() {
                identifiers(value, found);
            }
        }
        Value::Array(list) => {
            for value in list {
                identifiers(value, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
