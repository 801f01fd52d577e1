//! From a JSON document to a plan or a part of one, knowing at every moment where in the
//! document it is, so that a value that does not fit is named by its field.
//!
//! The one way from JSON to the types of this crate: a second one would double the code
//! that reads every type, the largest part of the program.

use std::cell::RefCell;

use serde::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Expected, IntoDeserializer, MapAccess, SeqAccess,
        Unexpected, Visitor, value::StrDeserializer,
    },
    forward_to_deserialize_any,
};
use serde_json::{Error, Value, map};

use crate::FieldPath;

/// Why a document could not be read, and where.
#[derive(Debug)]
pub(crate) struct Unfit {
    /// The field, below the document's root.
    pub path: FieldPath,
    /// What is wrong with its value.
    pub why: String,
}

/// A plan, or a part of one, from a document such as [`crate::Plan::field`] gives; nothing where
/// it does not fit.
#[must_use]
pub fn from_document<T: DeserializeOwned>(document: &Value) -> Option<T> {
    read(document).ok()
}

/// Reads a value of any type out of a document.
pub(crate) fn read<T: DeserializeOwned>(document: &Value) -> Result<T, Unfit> {
    let steps = RefCell::new(Vec::new());
    let here = Here {
        value: document,
        steps: &steps,
    };
    T::deserialize(here).map_err(|error| unfit(&steps.borrow(), &error))
}

fn unfit(steps: &[Step<'_>], error: &Error) -> Unfit {
    let steps = steps.iter();
    let path = steps.fold(FieldPath::root(), |path, step| match step {
        Step::Field(name) => path.child(name),
        Step::Item(place, item) => path.child(name_of(item, *place)),
    });
    Unfit {
        path,
        why: error.to_string(),
    }
}

/// The identifier of a list item, or its place from 1 when it has none.
fn name_of(item: &Value, place: usize) -> String {
    let id = item.get("id").and_then(Value::as_str);
    id.map_or_else(|| (place + 1).to_string(), str::to_owned)
}

/// A step on the way to where reading is.
enum Step<'a> {
    Field(&'a str),
    Item(usize, &'a Value),
}

/// A place in the document. Steps are left standing when reading fails below them.
#[derive(Clone, Copy)]
struct Here<'a, 's> {
    value: &'a Value,
    steps: &'s RefCell<Vec<Step<'a>>>,
}

impl<'a, 's> Here<'a, 's> {
    /// Reads a part of it.
    fn step<T>(
        steps: &'s RefCell<Vec<Step<'a>>>,
        step: Step<'a>,
        value: &'a Value,
        seed: T,
    ) -> Result<T::Value, Error>
    where
        T: DeserializeSeed<'a>,
    {
        steps.borrow_mut().push(step);
        let read = seed.deserialize(Here { value, steps })?;
        steps.borrow_mut().pop();
        Ok(read)
    }
}

impl<'de> Here<'de, '_> {
    fn record<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Object(fields) => visitor.visit_map(Fields {
                fields: fields.iter(),
                next: None,
                steps: self.steps,
            }),
            other => Err(of_another_kind(other, &visitor)),
        }
    }

    fn list<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Array(items) => visitor.visit_seq(Items {
                items: items.iter().enumerate(),
                steps: self.steps,
            }),
            other => Err(of_another_kind(other, &visitor)),
        }
    }

    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Value::Number(number) = self.value else {
            return Err(of_another_kind(self.value, &visitor));
        };
        if let Some(whole) = number.as_u64() {
            visitor.visit_u64(whole)
        } else if let Some(whole) = number.as_i64() {
            visitor.visit_i64(whole)
        } else {
            visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN))
        }
    }

    fn text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::String(text) => visitor.visit_borrowed_str(text),
            other => Err(of_another_kind(other, &visitor)),
        }
    }
}

/// The words for a value that is not what its field holds.
fn of_another_kind(value: &Value, expected: &dyn Expected) -> Error {
    let unexpected = match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(truth) => Unexpected::Bool(*truth),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => Unexpected::Unsigned(whole),
            (_, Some(whole)) => Unexpected::Signed(whole),
            _ => Unexpected::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    };
    serde::de::Error::invalid_type(unexpected, expected)
}

/// Hands the methods for several types on to the one that reads their kind of value. Each
/// reads that kind alone: code to read any kind of value into every type would be twice as
/// much.
macro_rules! read_as {
    ($($way:ident: $($method:ident)+,)+) => {
        $($(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.$way(visitor)
        })+)+
    };
}

impl<'de> Deserializer<'de> for Here<'de, '_> {
    type Error = Error;

    read_as! {
        number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8
            deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64,
        text: deserialize_str deserialize_string,
        list: deserialize_seq,
        record: deserialize_map,
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.record(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(_) => self.number(visitor),
            Value::String(_) => self.text(visitor),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.record(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.value {
            // The choices of a plan are words; the one with fields is read as a record.
            Value::String(word) => visitor.visit_enum(word.as_str().into_deserializer()),
            other => Err(of_another_kind(other, &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
        ignored_any
    }
}

struct Items<'a, 's> {
    items: std::iter::Enumerate<std::slice::Iter<'a, Value>>,
    steps: &'s RefCell<Vec<Step<'a>>>,
}

impl<'a> SeqAccess<'a> for Items<'a, '_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some((place, item)) = self.items.next() else {
            return Ok(None);
        };
        Here::step(self.steps, Step::Item(place, item), item, seed).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Fields<'a, 's> {
    fields: map::Iter<'a>,
    next: Option<(&'a str, &'a Value)>,
    steps: &'s RefCell<Vec<Step<'a>>>,
}

impl<'a> MapAccess<'a> for Fields<'a, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((name, value)) = self.fields.next() else {
            return Ok(None);
        };
        self.next = Some((name, value));
        self.steps.borrow_mut().push(Step::Field(name));
        let key: StrDeserializer<'_, Error> = name.as_str().into_deserializer();
        let key = seed.deserialize(key)?;
        self.steps.borrow_mut().pop();
        Ok(Some(key))
    }

    fn next_value_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<T::Value, Error> {
        // A visitor that asks for a value without a key would be at fault itself.
        let (name, value) = self.next.take().unwrap_or(("", &Value::Null));
        Here::step(self.steps, Step::Field(name), value, seed)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.fields.len())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Plan, chapter::process::Motion};

    fn fault(document: &Value) -> (String, String) {
        let unfit = read::<Plan>(document).unwrap_err();
        (unfit.path.to_string(), unfit.why)
    }

    fn plan_with(targets: Value, motion: Value) -> Value {
        json!({ "targets": targets, "process": { "motions": [motion] } })
    }

    #[test]
    fn a_value_that_does_not_fit_is_named_by_its_field() {
        let period = json!({ "period": { "start": "2027-01", "months": 12 }, "goal": 70 });
        let (path, why) = fault(&plan_with(period, json!({ "id": "m" })));
        assert_eq!(path, "targets/goal");
        assert!(why.contains("70 is not from 0 to 1"), "{why}");
    }

    #[test]
    fn list_items_go_by_identifier_and_nameless_ones_by_place() {
        let period = json!({ "period": { "start": "2027-01", "months": 12 } });
        let stage = json!({ "id": "closing", "conversion": { "average": "half" } });
        let motion = json!({ "id": "m", "stages": [stage] });
        let (path, _) = fault(&plan_with(period.clone(), motion));
        assert_eq!(path, "process/motions/m/stages/closing/conversion/average");
        let (path, why) = fault(&plan_with(period, json!({ "name": "nameless" })));
        assert_eq!(path, "process/motions/1");
        assert!(why.contains("missing field `id`"), "{why}");
    }

    #[test]
    fn keys_of_a_list_by_month_are_named_too() {
        let targets = json!({
            "period": { "start": "2027-01", "months": 12 },
            "by_month": { "2027-13": 5 },
        });
        assert_eq!(
            fault(&plan_with(targets, json!({ "id": "m" }))).0,
            "targets/by_month/2027-13"
        );
    }

    #[test]
    fn reads_what_serde_reads() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let plan = crate::start::sample(today);
        for motion in &plan.process.motions {
            let document = serde_json::to_value(motion).unwrap();
            assert_eq!(read::<Motion>(&document).unwrap(), *motion);
        }
    }
}
