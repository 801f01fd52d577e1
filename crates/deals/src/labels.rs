//! Names that stand in many deals, each kept once and known by its place.

use std::collections::BTreeMap;

use crate::import::hash;

/// A name out of [`Labels`], or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label(u32);

impl Label {
    /// No name.
    pub const NONE: Self = Self(u32::MAX);

    /// The place of the name among its labels.
    #[must_use]
    pub fn place(self) -> Option<usize> {
        (self != Self::NONE).then_some(self.0 as usize)
    }
}

/// Names, each kept once.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    names: Vec<Box<str>>,
    places: BTreeMap<Box<str>, u32>,
    /// The name found last for each of some marks: in a table of deals the same names come
    /// again and again. Empty until there is one.
    lately: Vec<u32>,
}

/// How many of the names found last are remembered.
const LATELY: usize = 256;

/// The same names in the same order; how they are found is no part of it.
impl PartialEq for Labels {
    fn eq(&self, other: &Self) -> bool {
        self.names == other.names
    }
}

impl Labels {
    /// The label of a name, which is added if it is new. An empty name is none.
    pub fn take(&mut self, name: &str) -> Label {
        if name.is_empty() {
            return Label::NONE;
        }
        let mark = hash::quick(name) as usize % LATELY;
        if let Some(label) = self.of_lately(name, mark) {
            return label;
        }
        let place = self.places.get(name).copied().unwrap_or_else(|| {
            let place = self.names.len() as u32;
            self.names.push(name.into());
            self.places.insert(name.into(), place);
            place
        });
        self.lately.resize(LATELY, u32::MAX);
        self.lately[mark] = place;
        Label(place)
    }

    /// The label of a name that is there.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Label> {
        let lately = self.of_lately(name, hash::quick(name) as usize % LATELY);
        lately.or_else(|| self.places.get(name).map(|place| Label(*place)))
    }

    fn of_lately(&self, name: &str, mark: usize) -> Option<Label> {
        let place = *self.lately.get(mark)?;
        let known = self.names.get(place as usize)?;
        hash::same(known, name).then_some(Label(place))
    }

    /// The name of a label; empty for none.
    #[must_use]
    pub fn name(&self, label: Label) -> &str {
        let place = label.place().unwrap_or(usize::MAX);
        self.names.get(place).map_or("", |name| name)
    }

    /// All names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(AsRef::as_ref)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}
