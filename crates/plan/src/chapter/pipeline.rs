//! Chapter 8: the deals that are open, and where a calculation starts from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    process::{LeadSource, Motion, Stage},
    team::Rep,
};
use crate::{
    Fraction, Id, Money,
    reach::{fields, items, leaves},
};

/// The open deals.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Pipeline {
    /// The list of open deals. With a list, leads of the past add nothing to the forecast:
    /// the list is all that is open.
    pub deals: Vec<Deal>,
    /// What is under way when there is no list.
    pub starting_from: StartingPoint,
}

/// What is under way at the start of the calculation when no open deals are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StartingPoint {
    /// Leads have been coming in at the base rate and feed the period.
    #[default]
    RunningBusiness,
    /// The first leads come in on the first day.
    Nothing,
}

/// An open deal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Deal {
    /// Identifier.
    pub id: Id<Deal>,
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The customer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub customer: String,
    /// Its value, plan's currency; nothing for the motion's average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// The motion it belongs to; nothing for the plan's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motion: Option<Id<Motion>>,
    /// The stage it is in; nothing for the motion's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Id<Stage>>,
    /// When it was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_on: Option<NaiveDate>,
    /// When it entered its stage; nothing for the date of creation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_stage_since: Option<NaiveDate>,
    /// When the rep expects it to close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_close: Option<NaiveDate>,
    /// The rep's own chance of winning it; nothing for the odds of the process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub win_chance: Option<Fraction>,
    /// The rep who owns it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Id<Rep>>,
    /// Where it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Id<LeadSource>>,
    /// How well it fits the ideal customer profile, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Fraction>,
    /// Free words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

fields!(Pipeline {
    deals,
    starting_from
});
fields!(Deal {
    id,
    name,
    customer,
    value,
    motion,
    stage,
    created_on,
    in_stage_since,
    expected_close,
    win_chance,
    owner,
    source,
    score,
    note
});
items!(Deal);
leaves!(StartingPoint);
