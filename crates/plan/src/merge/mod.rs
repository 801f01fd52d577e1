//! Two copies of one plan, changed apart: what differs, field by field, who changed it since
//! the version both come from, and the edit that brings the chosen changes together.
//!
//! A field is compared as a whole, an assumption with its range and source too: half of one
//! person's figure and half of another's is nobody's. Items of lists are known by their
//! identifier, so that one who moved an item and one who changed it do not meet. Decides
//! nothing: what is taken is chosen by whoever asks. Two plans that have no common version,
//! scenarios say, are compared by [`crate::differences()`].

mod apply;
mod compare;

use serde_json::Value;

use crate::{Edit, FieldPath, Plan};

/// One thing in which two copies of a plan differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The field, the item of a list, or the list whose order differs.
    pub path: FieldPath,
    /// What it is that differs.
    pub kind: DifferenceKind,
    /// Who has changed it since the common version.
    pub changed: ChangedBy,
    /// Its value here; nothing when it is not there.
    pub mine: Option<Value>,
    /// Its value in the other copy; nothing when it is not there.
    pub theirs: Option<Value>,
}

/// What differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// The value of a field.
    Field,
    /// Whether an item of a list is there; its fields differ apart from that.
    Item,
    /// The order of a list; the values are the identifiers in their order.
    Order,
}

/// Who has changed something since the common version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangedBy {
    /// This copy alone.
    Mine,
    /// The other copy alone.
    Theirs,
    /// Both, and differently; or nobody knows, without a common version.
    Both,
}

/// What differs between two copies of a plan, `base` being the version both come from, if
/// that is known. In the order of the document.
#[must_use]
pub fn differences(base: Option<&Plan>, mine: &Plan, theirs: &Plan) -> Vec<Difference> {
    compare::compare(base, mine, theirs)
}

/// The edit of `mine` that takes over those differences that `take` says yes to; nothing
/// when there are none. It may be [refused](Edit::apply) when what is taken refers to what
/// is not.
#[must_use]
pub fn taking(
    mine: &Plan,
    theirs: &Plan,
    differences: &[Difference],
    take: impl Fn(&Difference) -> bool,
) -> Option<Edit> {
    let taken: Vec<&Difference> = differences.iter().filter(|one| take(one)).collect();
    (!taken.is_empty()).then(|| Edit::Set {
        path: FieldPath::root(),
        value: apply::apply(mine, theirs, &taken),
    })
}

/// Of several versions of a plan, the latest first, the place of the one that another copy
/// most likely comes from: the one it differs from least, since a copy differs from the
/// version it comes from by its own changes alone. Of several such the oldest: a field that
/// was changed here and there then stays a field changed by both.
#[must_use]
pub fn common_version(versions: &[Plan], theirs: &Plan) -> Option<usize> {
    let distances = versions
        .iter()
        .map(|version| differences(None, version, theirs).len());
    let (place, _) = distances
        .enumerate()
        .min_by_key(|(place, distance)| (*distance, std::cmp::Reverse(*place)))?;
    Some(place)
}
