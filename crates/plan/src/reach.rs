//! Reaching a field of the plan by its path, to read it or change it.
//!
//! Every record lists its fields once more with [`fields!`]; the compiler refuses the list
//! when one is missing, so a field that is saved can always be edited, undone and linked to.

use std::{collections::BTreeMap, fmt::Display, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    FieldPath,
    document::{self, Unfit},
    file::Rest,
};

/// A change at the end of a path.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Change {
    /// Replace the value.
    Set(Value),
    /// Put an item into a list, before the one now at this place.
    Insert { at: usize, item: Value },
    /// Take the item with this identifier out of a list.
    Remove { id: String },
    /// Move the item with this identifier to this place in its list.
    Move { id: String, to: usize },
}

/// Why a path or change could not be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReachError {
    /// The record has no field of this name.
    #[error("there is no field \"{0}\" here")]
    NoSuchField(String),
    /// The list has no item with this identifier.
    #[error("there is no item \"{0}\" in this list")]
    NoSuchItem(String),
    /// The list has an item with this identifier already.
    #[error("there is an item \"{0}\" in this list already")]
    ItemExists(String),
    /// The place lies beyond the end of the list.
    #[error("the list has no place {0}")]
    NoSuchPlace(usize),
    /// Items can be added, removed and moved in lists alone.
    #[error("this field is no list")]
    NotAList,
    /// The identifier of an item never changes: paths, references and undo go by it.
    #[error("the identifier of an item cannot be changed")]
    KeepsId,
    /// The plan would no longer hold together: two items of one list with one identifier,
    /// or a reference to nothing. Such a file could not be opened again.
    #[error("the plan would no longer hold together here")]
    Breaks,
    /// The value does not fit the field.
    #[error("{0}")]
    Unfit(String),
}

/// Something with parts that can be reached by a path.
pub(crate) trait Reach {
    /// The value at the end of the path.
    fn read(&self, path: &[&str]) -> Result<Value, ReachError>;

    /// Applies a change at the end of the path and returns its inverse. An error leaves
    /// everything as it was.
    fn change(&mut self, path: &[&str], change: Change) -> Result<Change, ReachError>;

    /// What the document this was read from holds beyond the fields of its type.
    fn beyond(&self, document: &Value) -> Option<Rest>;
}

/// A thing in a list, known by its identifier.
pub trait Item {
    /// The identifier, unique in its list.
    fn id(&self) -> &str;
}

/// A value without parts of its own that a path could name.
pub(crate) trait Leaf: Serialize + DeserializeOwned {}

impl<T: Leaf> Leaf for Option<T> {}

impl<T: Leaf> Reach for T {
    fn read(&self, path: &[&str]) -> Result<Value, ReachError> {
        match path.first() {
            None => to_value(self),
            Some(step) => Err(no_such_field(step)),
        }
    }

    fn change(&mut self, path: &[&str], change: Change) -> Result<Change, ReachError> {
        match path.first() {
            None => replace(self, change),
            Some(step) => Err(no_such_field(step)),
        }
    }

    fn beyond(&self, document: &Value) -> Option<Rest> {
        Rest::of_leaf(document, &to_value(self).ok()?)
    }
}

impl<T: Reach + Item + Serialize + DeserializeOwned> Reach for Vec<T> {
    fn read(&self, path: &[&str]) -> Result<Value, ReachError> {
        let Some((id, rest)) = path.split_first() else {
            return to_value(self);
        };
        let item = self.iter().find(|item| item.id() == *id);
        item.ok_or_else(|| ReachError::NoSuchItem((*id).to_owned()))?
            .read(rest)
    }

    fn change(&mut self, path: &[&str], change: Change) -> Result<Change, ReachError> {
        if let Some((id, rest)) = path.split_first() {
            let place = place_of(self, id)?;
            let inverse = self[place].change(rest, change)?;
            if self[place].id() != *id {
                self[place].change(rest, inverse)?;
                return Err(ReachError::KeepsId);
            }
            return Ok(inverse);
        }
        match change {
            Change::Set(_) => replace(self, change),
            Change::Insert { at, item } => insert(self, at, item),
            Change::Remove { id } => {
                let at = place_of(self, &id)?;
                let item = to_value(&self[at])?;
                self.remove(at);
                Ok(Change::Insert { at, item })
            }
            Change::Move { id, to } => {
                let from = place_of(self, &id)?;
                if to >= self.len() {
                    return Err(ReachError::NoSuchPlace(to));
                }
                let item = self.remove(from);
                self.insert(to, item);
                Ok(Change::Move { id, to: from })
            }
        }
    }

    fn beyond(&self, document: &Value) -> Option<Rest> {
        // Read from this very document, so the items stand in the same order.
        let items = self.iter().zip(document.as_array()?);
        Rest::of_items(
            &mut items.filter_map(|(item, document)| {
                Some((item.id().to_owned(), item.beyond(document)?))
            }),
        )
    }
}

impl<K, V> Reach for BTreeMap<K, V>
where
    K: Ord + FromStr + Display + Serialize + DeserializeOwned,
    V: Leaf,
{
    fn read(&self, path: &[&str]) -> Result<Value, ReachError> {
        match path {
            [] => to_value(self),
            [key] => to_value(&self.get(&key_of(key)?)),
            [_, step, ..] => Err(no_such_field(step)),
        }
    }

    fn change(&mut self, path: &[&str], change: Change) -> Result<Change, ReachError> {
        let key: K = match path {
            [] => return replace(self, change),
            [key] => key_of(key)?,
            [_, step, ..] => return Err(no_such_field(step)),
        };
        let Change::Set(value) = change else {
            return Err(ReachError::NotAList);
        };
        let new: Option<V> = from_value(&value)?;
        let old = match new {
            Some(new) => self.insert(key, new),
            None => self.remove(&key),
        };
        Ok(Change::Set(to_value(&old)?))
    }

    fn beyond(&self, _: &Value) -> Option<Rest> {
        // Any key is one of its own, and what stands under it has no fields.
        None
    }
}

fn key_of<K: FromStr>(text: &str) -> Result<K, ReachError> {
    text.parse().map_err(|_| no_such_field(text))
}

pub(crate) fn no_such_field(name: &str) -> ReachError {
    ReachError::NoSuchField(name.to_owned())
}

/// Replaces a whole value, the end of every path.
pub(crate) fn replace<T>(target: &mut T, change: Change) -> Result<Change, ReachError>
where
    T: Serialize + DeserializeOwned,
{
    let Change::Set(value) = change else {
        return Err(ReachError::NotAList);
    };
    let new: T = from_value(&value)?;
    let old = to_value(target)?;
    *target = new;
    Ok(Change::Set(old))
}

fn insert<T>(list: &mut Vec<T>, at: usize, item: Value) -> Result<Change, ReachError>
where
    T: Item + DeserializeOwned,
{
    if at > list.len() {
        return Err(ReachError::NoSuchPlace(at));
    }
    let item: T = from_value(&item)?;
    let id = item.id().to_owned();
    if place_of(list, &id).is_ok() {
        return Err(ReachError::ItemExists(id));
    }
    list.insert(at, item);
    Ok(Change::Remove { id })
}

fn place_of<T: Item>(list: &[T], id: &str) -> Result<usize, ReachError> {
    list.iter()
        .position(|item| item.id() == id)
        .ok_or_else(|| ReachError::NoSuchItem(id.to_owned()))
}

pub(crate) fn to_value<T: Serialize>(value: &T) -> Result<Value, ReachError> {
    serde_json::to_value(value).map_err(|error| ReachError::Unfit(error.to_string()))
}

fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, ReachError> {
    document::read(value).map_err(does_not_fit)
}

fn does_not_fit(unfit: Unfit) -> ReachError {
    if unfit.path == FieldPath::root() {
        return ReachError::Unfit(unfit.why);
    }
    ReachError::Unfit(format!("{}: {}", unfit.path, unfit.why))
}

/// Marks types as values without parts.
macro_rules! leaves {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::reach::Leaf for $type {})*
    };
}

/// Makes the fields of a record reachable by name. Lists every field, in the order of the
/// record; leaving one out does not compile. What lies beyond a field is reached by a virtual
/// call, so that the code for each record is no longer than its list.
macro_rules! fields {
    ($type:ident $(<$param:ident: $($bound:path),+>)? { $($field:ident),* $(,)? }) => {
        impl $(<$param: $($bound +)+ serde::Serialize + serde::de::DeserializeOwned>)?
            $crate::reach::Reach for $type $(<$param>)?
        {
            fn read(&self, path: &[&str]) -> Result<serde_json::Value, $crate::reach::ReachError> {
                let Some((step, rest)) = path.split_first() else {
                    return $crate::reach::to_value(self);
                };
                let Self { $($field),* } = self;
                let part: &dyn $crate::reach::Reach = match *step {
                    $(stringify!($field) => $field,)*
                    _ => return Err($crate::reach::no_such_field(step)),
                };
                part.read(rest)
            }

            fn change(
                &mut self,
                path: &[&str],
                change: $crate::reach::Change,
            ) -> Result<$crate::reach::Change, $crate::reach::ReachError> {
                let Some((step, rest)) = path.split_first() else {
                    return $crate::reach::replace(self, change);
                };
                let Self { $($field),* } = self;
                let part: &mut dyn $crate::reach::Reach = match *step {
                    $(stringify!($field) => $field,)*
                    _ => return Err($crate::reach::no_such_field(step)),
                };
                part.change(rest, change)
            }

            fn beyond(&self, document: &serde_json::Value) -> Option<$crate::file::Rest> {
                let Self { $($field),* } = self;
                $crate::file::Rest::of_record(document, &|name, value| {
                    let part: &dyn $crate::reach::Reach = match name {
                        $(stringify!($field) => $field,)*
                        _ => return None,
                    };
                    Some(part.beyond(value))
                })
            }
        }
    };
}

/// Says that a record is known by its field `id`.
macro_rules! items {
    ($($type:ty),* $(,)?) => {
        $(impl $crate::reach::Item for $type {
            fn id(&self) -> &str {
                self.id.as_str()
            }
        })*
    };
}

pub(crate) use {fields, items, leaves};

leaves!(
    String,
    bool,
    u8,
    u16,
    u32,
    u64,
    f64,
    chrono::NaiveDate,
    crate::Fraction,
    crate::Money,
    crate::Count,
    crate::Days,
    crate::Hours,
    crate::Factor,
    crate::GrowthRate,
    crate::Currency,
    crate::Month,
    crate::Logo,
    FieldPath,
    crate::Source,
    crate::unit::Season,
    std::collections::BTreeSet<String>,
);

impl<T> Leaf for crate::Id<T> {}
