//! Chapter 2: where to sell, to whom, and which opportunities to pass on.

mod score;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use score::{Advice, Score};

use crate::{
    Assumption, Count, Factor, Id, Money, Quantity,
    reach::{fields, items, leaves},
};

/// Target markets, the ideal customer profile, buying roles, the opportunity scorecard.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Market {
    /// The target markets in words.
    pub target_markets: String,
    /// The segments sold to.
    pub segments: Vec<Segment>,
    /// The ideal customer profile as attributes.
    pub profile: Vec<ProfileAttribute>,
    /// Who takes part in the decision to buy.
    pub buying_roles: Vec<BuyingRole>,
    /// Which opportunities to seize.
    pub seize: String,
    /// Which opportunities to pass on.
    pub pass_on: String,
    /// Opportunities scored against the profile.
    pub opportunities: Vec<Opportunity>,
}

impl Market {
    /// What the customers in reach spend in a year on offers like ours, plan's currency: the
    /// customers of each segment times what one of them spends. Nothing while no segment has
    /// both figures.
    #[must_use]
    pub fn yearly_spend(&self) -> Option<f64> {
        let sizes = self.segments.iter().filter_map(Segment::total_spend);
        sizes.reduce(|sum, size| sum + size)
    }
}

/// A group of customers alike enough to be sold to in one way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Segment {
    /// Identifier.
    pub id: Id<Segment>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Who belongs to it.
    #[serde(default)]
    pub description: String,
    /// How many customers it has in reach.
    #[serde(default)]
    pub customers: Assumption<Count>,
    /// What one of them spends in a year on offers like ours, plan's currency.
    #[serde(default)]
    pub yearly_spend: Assumption<Money>,
}

impl Segment {
    /// What all its customers spend in a year on offers like ours, plan's currency; nothing
    /// while one of the two figures is missing.
    #[must_use]
    pub fn total_spend(&self) -> Option<f64> {
        Some(self.customers.average?.get() * self.yearly_spend.average?.get())
    }
}

/// One attribute of the ideal customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProfileAttribute {
    /// Identifier.
    pub id: Id<ProfileAttribute>,
    /// What is looked at, as a statement that is true or not.
    #[serde(default)]
    pub statement: String,
    /// What it decides.
    #[serde(default)]
    pub role: AttributeRole,
    /// How much it counts against the others.
    #[serde(default)]
    pub weight: Option<Factor>,
    /// The column of the firm's own deals that tells whether it holds; empty for none.
    #[serde(default)]
    pub told_by: String,
    /// The values of that column with which it holds.
    #[serde(default)]
    pub told_values: BTreeSet<String>,
}

impl ProfileAttribute {
    /// The weight of an attribute when nobody said.
    pub const DEFAULT_WEIGHT: f64 = 1.0;

    /// How much it counts against the others.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.weight.map_or(Self::DEFAULT_WEIGHT, Quantity::get)
    }
}

/// What an attribute of the profile decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AttributeRole {
    /// Without it the opportunity is passed on.
    Must,
    /// It speaks for the opportunity.
    #[default]
    Helps,
    /// With it the opportunity is passed on.
    RulesOut,
}

/// Somebody who takes part in the decision to buy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BuyingRole {
    /// Identifier.
    pub id: Id<BuyingRole>,
    /// The role, for instance the head of operations.
    #[serde(default)]
    pub name: String,
    /// What the decision turns on for this person.
    #[serde(default)]
    pub cares_about: String,
    /// How this person is reached.
    #[serde(default)]
    pub reached_by: String,
}

/// An opportunity scored against the profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Opportunity {
    /// Identifier.
    pub id: Id<Opportunity>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Which attributes it has.
    #[serde(default)]
    pub answers: Vec<AttributeAnswer>,
}

impl Opportunity {
    /// What was answered about an attribute of the profile; nothing while no answer is there
    /// at all. Should there be two, the first counts.
    #[must_use]
    pub fn answer(&self, attribute: &Id<ProfileAttribute>) -> Option<&AttributeAnswer> {
        self.answers
            .iter()
            .find(|answer| answer.attribute == *attribute)
    }
}

/// Whether an opportunity has an attribute of the profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttributeAnswer {
    /// Identifier.
    pub id: Id<AttributeAnswer>,
    /// The attribute.
    pub attribute: Id<ProfileAttribute>,
    /// Whether the statement is true of it; nothing while not known.
    #[serde(default)]
    pub holds: Option<bool>,
}

fields!(Market {
    target_markets,
    segments,
    profile,
    buying_roles,
    seize,
    pass_on,
    opportunities
});
fields!(Segment {
    id,
    name,
    description,
    customers,
    yearly_spend
});
fields!(ProfileAttribute {
    id,
    statement,
    role,
    weight,
    told_by,
    told_values
});
fields!(BuyingRole {
    id,
    name,
    cares_about,
    reached_by
});
fields!(Opportunity { id, name, answers });
fields!(AttributeAnswer {
    id,
    attribute,
    holds
});
items!(
    Segment,
    ProfileAttribute,
    BuyingRole,
    Opportunity,
    AttributeAnswer
);
leaves!(AttributeRole);
