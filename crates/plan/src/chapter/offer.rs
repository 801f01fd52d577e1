//! Chapter 3: what is offered, why it is worth it, and what buyers object to.

use serde::{Deserialize, Serialize};

use super::market::Segment;
use crate::{
    Fraction, Id, Money,
    reach::{fields, items},
};

/// Value proposition, positioning, differentiators, products, objections.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Offer {
    /// What a customer gains, by segment.
    pub value_propositions: Vec<ValueProposition>,
    /// How the offer stands against the alternatives.
    pub positioning: String,
    /// What sets it apart.
    pub differentiators: Vec<Differentiator>,
    /// What is sold.
    pub products: Vec<Product>,
    /// What buyers object to.
    pub objections: Vec<Objection>,
}

/// What a customer gains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValueProposition {
    /// Identifier.
    pub id: Id<ValueProposition>,
    /// The segment it speaks to; nothing for all.
    #[serde(default)]
    pub segment: Option<Id<Segment>>,
    /// The proposition.
    #[serde(default)]
    pub text: String,
}

/// Something that sets the offer apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Differentiator {
    /// Identifier.
    pub id: Id<Differentiator>,
    /// What it is.
    #[serde(default)]
    pub name: String,
    /// What proves it.
    #[serde(default)]
    pub proof: String,
}

/// A product or service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Product {
    /// Identifier.
    pub id: Id<Product>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its price, plan's currency.
    #[serde(default)]
    pub price: Option<Money>,
    /// Gross margin as a share of the price.
    #[serde(default)]
    pub gross_margin: Option<Fraction>,
}

/// A likely objection and the answer to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Objection {
    /// Identifier.
    pub id: Id<Objection>,
    /// What buyers say.
    #[serde(default)]
    pub objection: String,
    /// What we answer.
    #[serde(default)]
    pub answer: String,
}

fields!(Offer {
    value_propositions,
    positioning,
    differentiators,
    products,
    objections
});
fields!(ValueProposition { id, segment, text });
fields!(Differentiator { id, name, proof });
fields!(Product {
    id,
    name,
    price,
    gross_margin
});
fields!(Objection {
    id,
    objection,
    answer
});
items!(ValueProposition, Differentiator, Product, Objection);
