//! The address of a field in a plan.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where a field stands in the plan: names of fields and identifiers of list items from
/// the plan's root, joined by `/`, for instance
/// `process/motions/direct/stages/closing/conversion`.
///
/// Problems, edits, findings and the page's links all speak of fields by it. Because list
/// items go by identifier, a path stays right when their order changes. The path of an
/// assumption is its identity: the simulation draws by it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct FieldPath(String);

impl FieldPath {
    /// The plan itself.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The path one step further: the name of a field or the identifier of a list item.
    #[must_use]
    pub fn child(&self, step: impl AsRef<str>) -> Self {
        let step = step.as_ref();
        if self.0.is_empty() {
            Self(step.to_owned())
        } else {
            Self(format!("{}/{step}", self.0))
        }
    }

    /// Its steps from the root.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|step| !step.is_empty())
    }

    /// The whole path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is `other` or lies below it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        other.0.is_empty()
            || self.0 == other.0
            || self
                .0
                .strip_prefix(&other.0)
                .is_some_and(|rest| rest.starts_with('/'))
    }
}

impl From<&str> for FieldPath {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<&FieldPath> for FieldPath {
    fn from(path: &FieldPath) -> Self {
        path.clone()
    }
}

impl AsRef<str> for FieldPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_and_containment() {
        let stages = FieldPath::from("process").child("stages");
        assert_eq!(stages.as_str(), "process/stages");
        assert!(stages.child("a").is_within(&stages));
        assert!(!FieldPath::from("process/stages-old").is_within(&stages));
        assert!(stages.is_within(&FieldPath::root()));
        assert_eq!(stages.steps().collect::<Vec<_>>(), ["process", "stages"]);
    }
}
