//! Chapter 1: what the firm stands for, and how the sales strategy follows from it.

use serde::{Deserialize, Serialize};

use crate::{
    Id,
    reach::{fields, items},
};

/// Values, purpose, mission, vision, and the priorities of the period.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Foundation {
    /// What the firm holds to.
    pub values: Vec<CoreValue>,
    /// Why the firm exists.
    pub purpose: String,
    /// What it does, for whom.
    pub mission: String,
    /// Where it wants to be.
    pub vision: String,
    /// What comes first in this period.
    pub priorities: Vec<Priority>,
    /// How the sales strategy follows from all this.
    pub strategy: String,
}

/// One value the firm holds to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CoreValue {
    /// Identifier.
    pub id: Id<CoreValue>,
    /// The value in a word or two.
    #[serde(default)]
    pub name: String,
    /// What it means when selling.
    #[serde(default)]
    pub meaning: String,
}

/// One priority of the period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Priority {
    /// Identifier.
    pub id: Id<Priority>,
    /// What is to be reached.
    #[serde(default)]
    pub name: String,
    /// What sales does for it.
    #[serde(default)]
    pub sales_part: String,
}

fields!(Foundation {
    values,
    purpose,
    mission,
    vision,
    priorities,
    strategy
});
fields!(CoreValue { id, name, meaning });
fields!(Priority {
    id,
    name,
    sales_part
});
items!(CoreValue, Priority);
