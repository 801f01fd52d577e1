//! What the values of a status or of a stage mean for a deal, asked of every row.

use crate::{
    import::{
        ValueUse,
        state::{Meaning, meaning},
    },
    labels::{Label, Labels},
};

/// What each value of a column means.
#[derive(Debug, Default)]
pub(super) struct Meanings {
    values: Labels,
    meanings: Vec<Meaning>,
}

impl Meanings {
    /// As the mapping says; of a value named twice the last counts.
    pub(super) fn new(values: &[ValueUse]) -> Self {
        let mut all = Self::default();
        for value in values {
            match all.values.take(&value.name).place() {
                Some(place) if place < all.meanings.len() => all.meanings[place] = value.meaning,
                Some(_) => all.meanings.push(value.meaning),
                None => {}
            }
        }
        all
    }

    /// The meaning of a value: as the mapping says, else where its words are plain.
    pub(super) fn of(&self, value: &str) -> Option<Meaning> {
        let place = self.values.find(value).and_then(Label::place);
        let said = place.and_then(|place| self.meanings.get(place).copied());
        said.or_else(|| by_words(value))
    }
}

/// The meaning of a value that is not in the mapping, where its words are plain.
fn by_words(value: &str) -> Option<Meaning> {
    match meaning(value) {
        (said, true) => Some(said),
        _ => None,
    }
}
