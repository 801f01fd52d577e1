//! Chapter 9: meetings, coaching, the manager's own week, and sharing with the rest of the
//! firm.

mod time;

use serde::{Deserialize, Serialize};

pub use time::{WEEKS_A_MONTH, whole_team};

use crate::{
    Count, Hours, Id, Money,
    reach::{fields, items, leaves},
};

/// The rhythm of the team.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Rhythm {
    /// Meetings held regularly.
    pub meetings: Vec<Meeting>,
    /// What an hour of a rep costs, all in, plan's currency.
    pub hourly_cost: Option<Money>,
    /// One-to-one coaching per rep and month; nothing for
    /// [`Rhythm::DEFAULT_COACHING_HOURS`].
    pub coaching_hours: Option<Hours>,
    /// How coaching is done.
    pub coaching: String,
    /// The manager's own week.
    pub manager_week: ManagerWeek,
    /// What is shared with other departments.
    pub sharing: Vec<Sharing>,
}

impl Rhythm {
    /// Coaching hours per rep and month when nobody said (product.md, published figures).
    pub const DEFAULT_COACHING_HOURS: f64 = 3.0;
}

/// A regular meeting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Identifier.
    pub id: Id<Meeting>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// How often.
    #[serde(default)]
    pub every: Frequency,
    /// How long, hours.
    #[serde(default)]
    pub length: Option<Hours>,
    /// How many attend; nothing for the whole team.
    #[serde(default)]
    pub attendees: Option<Count>,
    /// What is on the agenda.
    #[serde(default)]
    pub agenda: Vec<AgendaItem>,
}

/// How often something happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every week.
    #[default]
    Weekly,
    /// Every other week.
    EveryOtherWeek,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
}

impl Frequency {
    /// How many times in an average month.
    #[must_use]
    pub fn times_a_month(self) -> f64 {
        match self {
            Self::Weekly => WEEKS_A_MONTH,
            Self::EveryOtherWeek => WEEKS_A_MONTH / 2.0,
            Self::Monthly => 1.0,
            Self::Quarterly => 1.0 / 3.0,
        }
    }
}

/// One item of an agenda.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgendaItem {
    /// Identifier.
    pub id: Id<AgendaItem>,
    /// What it is about.
    #[serde(default)]
    pub topic: String,
    /// Its length, hours.
    #[serde(default)]
    pub length: Option<Hours>,
}

/// Where the manager's week goes, hours a week.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ManagerWeek {
    /// Coaching.
    pub coaching: Option<Hours>,
    /// Selling to accounts of their own.
    pub own_accounts: Option<Hours>,
    /// Customer service.
    pub customer_service: Option<Hours>,
    /// Delivery work.
    pub delivery: Option<Hours>,
    /// Calls made together with a rep that are not coaching.
    pub joint_calls: Option<Hours>,
    /// Reports and administration.
    pub administration: Option<Hours>,
}

/// What is shared with another department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sharing {
    /// Identifier.
    pub id: Id<Sharing>,
    /// The department.
    #[serde(default)]
    pub department: String,
    /// What is shared.
    #[serde(default)]
    pub what: String,
    /// Who owns it.
    #[serde(default)]
    pub owner: String,
}

fields!(Rhythm {
    meetings,
    hourly_cost,
    coaching_hours,
    coaching,
    manager_week,
    sharing
});
fields!(Meeting {
    id,
    name,
    every,
    length,
    attendees,
    agenda
});
fields!(AgendaItem { id, topic, length });
fields!(ManagerWeek {
    coaching,
    own_accounts,
    customer_service,
    delivery,
    joint_calls,
    administration
});
fields!(Sharing {
    id,
    department,
    what,
    owner
});
items!(Meeting, AgendaItem, Sharing);
leaves!(Frequency);
