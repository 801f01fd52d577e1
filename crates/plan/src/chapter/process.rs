//! Chapter 4: how a lead becomes a customer, stage by stage, beside the buyer's steps.

use serde::{Deserialize, Serialize};

use super::{market::Segment, offer::Product};
use crate::{
    Assumption, Count, Days, Factor, Fraction, GrowthRate, Hours, Id, Money,
    reach::{fields, items},
    unit::Season,
};

/// The ways of selling.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Process {
    /// One or more motions.
    pub motions: Vec<Motion>,
}

/// One way of selling: a segment and an offer with their own lead sources, stages and deal
/// value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Motion {
    /// Identifier.
    pub id: Id<Motion>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// The segment it sells to.
    #[serde(default)]
    pub segment: Option<Id<Segment>>,
    /// The product it sells.
    #[serde(default)]
    pub product: Option<Id<Product>>,
    /// Where its leads come from.
    #[serde(default)]
    pub lead_sources: Vec<LeadSource>,
    /// How leads are spread over the calendar year.
    #[serde(default)]
    pub lead_season: Season,
    /// The stages in order.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// The stage whose passing is the win; nothing for the last one. Stages after it never
    /// multiply the chance of winning.
    #[serde(default)]
    pub win_stage: Option<Id<Stage>>,
    /// How wins are spread over the calendar year, for instance toward quarter ends.
    #[serde(default)]
    pub close_season: Season,
    /// Average value of a won deal, plan's currency.
    #[serde(default)]
    pub deal_value: Assumption<Money>,
    /// How much won deals differ: their standard deviation as a ratio to the average;
    /// nothing for [`Motion::DEFAULT_VALUE_SPREAD`].
    #[serde(default)]
    pub value_spread: Option<Factor>,
    /// What customers buy again.
    #[serde(default)]
    pub repeat: RepeatBusiness,
    /// Leads that customers bring.
    #[serde(default)]
    pub referrals: Referrals,
}

impl Motion {
    /// How much won deals are taken to differ when nobody said: standard deviation 0.6 of
    /// the average.
    pub const DEFAULT_VALUE_SPREAD: f64 = 0.6;

    /// The place of the stage whose passing is the win; nothing without stages or when the
    /// marked stage is not among them.
    #[must_use]
    pub fn win_place(&self) -> Option<usize> {
        match &self.win_stage {
            Some(id) => self.stages.iter().position(|stage| stage.id == *id),
            None => self.stages.len().checked_sub(1),
        }
    }
}

/// Where leads come from: a given number a month, or so many as the activity brings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LeadSource {
    /// Identifier.
    pub id: Id<LeadSource>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Whether the leads are derived from activity; otherwise `per_month` is given.
    #[serde(default)]
    pub from_activity: bool,
    /// Leads a month in an average month.
    #[serde(default)]
    pub per_month: Assumption<Count>,
    /// The activity that brings leads.
    #[serde(default)]
    pub activity: Activity,
    /// Growth from month to month.
    #[serde(default)]
    pub growth: Assumption<GrowthRate>,
}

/// How activity becomes leads: reps x working days x activities a day x contact rate x lead
/// rate.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Activity {
    /// How many reps do it; nothing for all reps employed in the month.
    pub reps: Option<Count>,
    /// Working days a month; nothing for the weekdays of the calendar month.
    pub working_days: Option<Count>,
    /// Activities (calls, visits, messages) per rep and working day.
    pub per_day: Assumption<Count>,
    /// Share of activities that reach somebody.
    pub contact_rate: Assumption<Fraction>,
    /// Share of contacts that become leads.
    pub lead_rate: Assumption<Fraction>,
    /// Hours for one activity.
    pub hours_each: Assumption<Hours>,
}

/// A stage of the sales process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Stage {
    /// Identifier.
    pub id: Id<Stage>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What the buyer does meanwhile.
    #[serde(default)]
    pub buyer_step: String,
    /// What the rep does.
    #[serde(default)]
    pub activities: String,
    /// What must have happened before a deal leaves the stage.
    #[serde(default)]
    pub milestone: String,
    /// Share of the deals entering that go on.
    #[serde(default)]
    pub conversion: Assumption<Fraction>,
    /// Days in the stage of the middle deal (median); 0 for a stage that takes no time.
    #[serde(default)]
    pub time_in_stage: Assumption<Days>,
    /// Days that one deal in ten exceeds (90th percentile); nothing for
    /// [`Stage::DEFAULT_SLOW_RATIO`] times the median.
    #[serde(default)]
    pub slow_time: Option<Days>,
    /// Rep hours for one deal that enters.
    #[serde(default)]
    pub hours_per_deal: Assumption<Hours>,
    /// Age in the stage at which a deal is given up.
    #[serde(default)]
    pub cut_off: Option<Days>,
}

impl Stage {
    /// How many times the median the slow deals are taken to need when nobody said.
    pub const DEFAULT_SLOW_RATIO: f64 = 2.0;
}

/// What customers buy again after a win.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RepeatBusiness {
    /// Value of the repeat as a share of the first deal's value.
    pub share_of_value: Assumption<Factor>,
    /// Days from one purchase to the next.
    pub lag: Assumption<Days>,
    /// Share of customers kept over a year.
    pub retention: Assumption<Fraction>,
}

/// Leads that customers bring.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Referrals {
    /// Leads per won deal.
    pub leads_per_win: Assumption<Count>,
    /// Days from the win to the referred lead.
    pub lag: Assumption<Days>,
}

fields!(Process { motions });
fields!(Motion {
    id,
    name,
    segment,
    product,
    lead_sources,
    lead_season,
    stages,
    win_stage,
    close_season,
    deal_value,
    value_spread,
    repeat,
    referrals
});
fields!(LeadSource {
    id,
    name,
    from_activity,
    per_month,
    activity,
    growth
});
fields!(Activity {
    reps,
    working_days,
    per_day,
    contact_rate,
    lead_rate,
    hours_each
});
fields!(Stage {
    id,
    name,
    buyer_step,
    activities,
    milestone,
    conversion,
    time_in_stage,
    slow_time,
    hours_per_deal,
    cut_off
});
fields!(RepeatBusiness {
    share_of_value,
    lag,
    retention
});
fields!(Referrals { leads_per_win, lag });
items!(Motion, LeadSource, Stage);
