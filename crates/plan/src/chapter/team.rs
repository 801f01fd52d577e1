//! Chapter 5: who sells, with what time, needs and tools, and who comes next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::compensation::PayPlan;
use crate::{
    Assumption, Count, Fraction, Hours, Id, Money, Month,
    reach::{fields, items, leaves},
};

/// The reps as individuals, the manager, planned hires, the recruiting bench.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Team {
    /// The reps of today, one by one.
    pub reps: Vec<Rep>,
    /// The person who leads them.
    pub manager: Manager,
    /// Hires planned.
    pub hires: Vec<Hire>,
    /// People who could be asked when a seat is empty.
    pub bench: Vec<Candidate>,
    /// How fast a new rep becomes productive; used where a rep has no ramp of their own.
    pub ramp: Ramp,
    /// Share of reps who leave within a year.
    pub turnover: Assumption<Fraction>,
    /// Months a seat stays empty.
    pub vacancy: Assumption<Count>,
    /// The most active deals a rep can handle at a time.
    pub most_deals_per_rep: Option<Count>,
    /// The customer database in use, in words; empty for none.
    pub customer_database: String,
    /// What reps can use on the road.
    pub mobile_access: String,
    /// Other tools.
    pub tools: String,
}

/// A rep.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rep {
    /// Identifier.
    pub id: Id<Rep>,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Job title.
    #[serde(default)]
    pub title: String,
    /// What the rep actually does.
    #[serde(default)]
    pub role: String,
    /// First day; nothing for somebody long established.
    #[serde(default)]
    pub started_on: Option<NaiveDate>,
    /// Last day, when it is known that the rep leaves.
    #[serde(default)]
    pub leaves_on: Option<NaiveDate>,
    /// The rep's own ramp; nothing for the team's.
    #[serde(default)]
    pub ramp: Option<Ramp>,
    /// Working hours a week; nothing for [`Rep::DEFAULT_HOURS_PER_WEEK`].
    #[serde(default)]
    pub hours_per_week: Option<Hours>,
    /// Work that is not selling, task by task.
    #[serde(default)]
    pub non_selling: Vec<NonSellingTask>,
    /// Quota for the period, plan's currency.
    #[serde(default)]
    pub quota: Option<Money>,
    /// The pay plan that applies.
    #[serde(default)]
    pub pay_plan: Option<Id<PayPlan>>,
    /// Skills to build.
    #[serde(default)]
    pub skills_needs: String,
    /// Mindset to work on.
    #[serde(default)]
    pub mindset_needs: String,
    /// Time management to work on.
    #[serde(default)]
    pub time_management_needs: String,
    /// What coaching will do about it.
    #[serde(default)]
    pub coaching_plan: String,
}

impl Rep {
    /// The working week when nobody said.
    pub const DEFAULT_HOURS_PER_WEEK: f64 = 40.0;
}

/// Work of a rep that is not selling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NonSellingTask {
    /// Identifier.
    pub id: Id<NonSellingTask>,
    /// What it is.
    #[serde(default)]
    pub name: String,
    /// Hours a week.
    #[serde(default)]
    pub hours_per_week: Assumption<Hours>,
    /// Who could do it instead.
    #[serde(default)]
    pub could_move_to: String,
}

/// The person who leads the reps.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Manager {
    /// Name.
    pub name: String,
    /// Job title.
    pub title: String,
    /// Working hours a week; nothing for [`Rep::DEFAULT_HOURS_PER_WEEK`].
    pub hours_per_week: Option<Hours>,
}

/// A hire planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hire {
    /// Identifier.
    pub id: Id<Hire>,
    /// The role by need, not by title.
    #[serde(default)]
    pub role: String,
    /// The month of the first working day.
    #[serde(default)]
    pub month: Option<Month>,
    /// How many people.
    #[serde(default = "one")]
    pub people: u8,
    /// Working hours a week of each; nothing for [`Rep::DEFAULT_HOURS_PER_WEEK`].
    #[serde(default)]
    pub hours_per_week: Option<Hours>,
    /// Share of the week that is not selling.
    #[serde(default)]
    pub non_selling_share: Option<Fraction>,
    /// Their ramp; nothing for the team's.
    #[serde(default)]
    pub ramp: Option<Ramp>,
}

fn one() -> u8 {
    1
}

/// Somebody who could be asked when a seat is empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Candidate {
    /// Identifier.
    pub id: Id<Candidate>,
    /// Name.
    #[serde(default)]
    pub name: String,
    /// The role they would fit.
    #[serde(default)]
    pub role: String,
    /// How far the conversation has come.
    #[serde(default)]
    pub state: String,
    /// When they were last spoken to.
    #[serde(default)]
    pub last_contact: Option<NaiveDate>,
}

/// How productive a new rep is, month by month from the first, as a share of an established
/// one; full from then on. No months: full at once.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Ramp(pub Vec<Fraction>);

fields!(Team {
    reps,
    manager,
    hires,
    bench,
    ramp,
    turnover,
    vacancy,
    most_deals_per_rep,
    customer_database,
    mobile_access,
    tools
});
fields!(Rep {
    id,
    name,
    title,
    role,
    started_on,
    leaves_on,
    ramp,
    hours_per_week,
    non_selling,
    quota,
    pay_plan,
    skills_needs,
    mindset_needs,
    time_management_needs,
    coaching_plan
});
fields!(NonSellingTask {
    id,
    name,
    hours_per_week,
    could_move_to
});
fields!(Manager {
    name,
    title,
    hours_per_week
});
fields!(Hire {
    id,
    role,
    month,
    people,
    hours_per_week,
    non_selling_share,
    ramp
});
fields!(Candidate {
    id,
    name,
    role,
    state,
    last_contact
});
items!(Rep, NonSellingTask, Hire, Candidate);
leaves!(Ramp);
