//! One change a person makes, as data, and its inverse.
//!
//! Undo, redo, autosave, other tabs, scenarios and tests all speak of changes in this
//! form. Applying an edit is all or nothing: an error leaves the plan as it was. No edit
//! makes a plan that its own file would refuse.

mod removal;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use removal::{
    remove, remove_lead_source, remove_motion, remove_pay_plan, remove_product,
    remove_profile_attribute, remove_rep, remove_segment, remove_stage,
};

use crate::{
    FieldPath, Plan,
    reach::{Change, Reach, ReachError},
    validate::broken,
};

/// One change of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Edit {
    /// Give a field a value; the empty path replaces the whole plan.
    Set {
        /// The field.
        path: FieldPath,
        /// The value, as it would be written to a file.
        value: Value,
    },
    /// Put an item into a list.
    Insert {
        /// The list.
        list: FieldPath,
        /// Before the item now at this place; the length of the list for its end.
        at: usize,
        /// The item, with its identifier.
        item: Value,
    },
    /// Take an item out of a list.
    Remove {
        /// The list.
        list: FieldPath,
        /// The item's identifier.
        id: String,
    },
    /// Move an item within its list.
    Move {
        /// The list.
        list: FieldPath,
        /// The item's identifier.
        id: String,
        /// The place it comes to have.
        to: usize,
    },
    /// Several changes that belong together, in order.
    Group {
        /// The changes.
        edits: Vec<Edit>,
    },
}

/// Why an edit could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {why}")]
pub struct EditError {
    /// The field or list.
    pub path: FieldPath,
    /// What is wrong.
    pub why: ReachError,
}

impl Edit {
    /// Gives a field a value. A value that cannot be written as JSON becomes null, which
    /// the field then refuses.
    #[must_use]
    pub fn set(path: impl Into<FieldPath>, value: impl Serialize) -> Self {
        Self::Set {
            path: path.into(),
            value: json(&value),
        }
    }

    /// Puts an item into a list.
    #[must_use]
    pub fn insert(list: impl Into<FieldPath>, at: usize, item: impl Serialize) -> Self {
        Self::Insert {
            list: list.into(),
            at,
            item: json(&item),
        }
    }

    /// Takes an item out of a list.
    #[must_use]
    pub fn remove(list: impl Into<FieldPath>, id: impl Into<String>) -> Self {
        Self::Remove {
            list: list.into(),
            id: id.into(),
        }
    }

    /// Moves an item within its list.
    #[must_use]
    pub fn move_to(list: impl Into<FieldPath>, id: impl Into<String>, to: usize) -> Self {
        Self::Move {
            list: list.into(),
            id: id.into(),
            to,
        }
    }

    /// Several changes as one.
    #[must_use]
    pub fn group(edits: Vec<Edit>) -> Self {
        Self::Group { edits }
    }

    /// Makes the change and returns the edit that takes it back.
    ///
    /// # Errors
    /// [`EditError`] when a path leads nowhere, a value does not fit, or the plan would no
    /// longer hold together ([`crate::Severity::Broken`]); the plan is then as it was.
    /// Changes that only hold together as a whole go into one [`Edit::Group`].
    pub fn apply(&self, plan: &mut Plan) -> Result<Edit, EditError> {
        let inverse = self.make(plan)?;
        let after = broken(plan);
        if after.is_empty() {
            return Ok(inverse);
        }
        // What did not hold together before is no fault of this edit.
        let again = inverse.make(plan)?;
        let before = broken(plan);
        match after.into_iter().find(|problem| !before.contains(problem)) {
            Some(problem) => Err(EditError {
                path: problem.path,
                why: ReachError::Breaks,
            }),
            None => again.make(plan),
        }
    }

    fn make(&self, plan: &mut Plan) -> Result<Edit, EditError> {
        match self {
            Self::Set { path, value } => {
                let inverse = change(plan, path, Change::Set(value.clone()))?;
                Ok(from_change(path, inverse))
            }
            Self::Insert { list, at, item } => {
                let insert = Change::Insert {
                    at: *at,
                    item: item.clone(),
                };
                Ok(from_change(list, change(plan, list, insert)?))
            }
            Self::Remove { list, id } => {
                let remove = Change::Remove { id: id.clone() };
                Ok(from_change(list, change(plan, list, remove)?))
            }
            Self::Move { list, id, to } => {
                let change_place = Change::Move {
                    id: id.clone(),
                    to: *to,
                };
                Ok(from_change(list, change(plan, list, change_place)?))
            }
            Self::Group { edits } => make_all(edits, plan),
        }
    }

    /// The fields and lists it touches.
    #[must_use]
    pub fn paths(&self) -> Vec<&FieldPath> {
        match self {
            Self::Set { path, .. } => vec![path],
            Self::Insert { list, .. } | Self::Remove { list, .. } | Self::Move { list, .. } => {
                vec![list]
            }
            Self::Group { edits } => edits.iter().flat_map(Edit::paths).collect(),
        }
    }
}

fn make_all(edits: &[Edit], plan: &mut Plan) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.make(plan) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                for inverse in inverses.iter().rev() {
                    // Taking back what was just done cannot fail.
                    let _ = inverse.make(plan);
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(Edit::Group { edits: inverses })
}

fn change(plan: &mut Plan, path: &FieldPath, change: Change) -> Result<Change, EditError> {
    let steps: Vec<&str> = path.steps().collect();
    plan.change(&steps, change).map_err(|why| EditError {
        path: path.clone(),
        why,
    })
}

fn from_change(path: &FieldPath, change: Change) -> Edit {
    let list = path.clone();
    match change {
        Change::Set(value) => Edit::Set { path: list, value },
        Change::Insert { at, item } => Edit::Insert { list, at, item },
        Change::Remove { id } => Edit::Remove { list, id },
        Change::Move { id, to } => Edit::Move { list, id, to },
    }
}

fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
