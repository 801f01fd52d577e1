//! Chapter 10: the figures kept, what really happened, and who promised what.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    process::{Motion, Stage},
    team::Rep,
};
use crate::{
    Count, Id, Money, Month,
    reach::{fields, items, leaves},
};

/// Key figures, actuals, commitments.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Scorecard {
    /// The figures chosen with the team.
    pub key_figures: Vec<KeyFigure>,
    /// What really happened, by month and rep.
    pub actuals: Vec<Actual>,
    /// Who promised what.
    pub commitments: Vec<Commitment>,
}

/// A figure the team keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeyFigure {
    /// Identifier.
    pub id: Id<KeyFigure>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Whether it moves before the bookings do, or after.
    #[serde(default)]
    pub timing: Timing,
    /// The goal, in words or figures.
    #[serde(default)]
    pub goal: String,
    /// The aim of the plan it serves.
    #[serde(default)]
    pub serves: String,
    /// Who answers for it.
    #[serde(default)]
    pub owner: String,
    /// Whether the team agreed to it.
    #[serde(default)]
    pub agreed_with_team: bool,
}

/// Whether a figure moves before the bookings do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// Before: activity, leads, stage entries.
    #[default]
    Leading,
    /// After: bookings, margin, retention.
    Lagging,
}

/// What happened in a month, of one rep or of the whole team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Actual {
    /// Identifier.
    pub id: Id<Actual>,
    /// The month.
    pub month: Month,
    /// The rep; nothing for the whole team.
    #[serde(default)]
    pub rep: Option<Id<Rep>>,
    /// The motion; nothing for all.
    #[serde(default)]
    pub motion: Option<Id<Motion>>,
    /// Activities done.
    #[serde(default)]
    pub activities: Option<Count>,
    /// Leads created.
    #[serde(default)]
    pub leads: Option<Count>,
    /// Deals that entered each stage.
    #[serde(default)]
    pub stage_entries: BTreeMap<Id<Stage>, Count>,
    /// Deals won.
    #[serde(default)]
    pub wins: Option<Count>,
    /// Value of the deals won, plan's currency.
    #[serde(default)]
    pub bookings: Option<Money>,
}

/// A promise and who keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Commitment {
    /// Identifier.
    pub id: Id<Commitment>,
    /// What was promised.
    #[serde(default)]
    pub what: String,
    /// Who promised.
    #[serde(default)]
    pub owner: String,
    /// By when.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    #[serde(default)]
    pub done: bool,
}

fields!(Scorecard {
    key_figures,
    actuals,
    commitments
});
fields!(KeyFigure {
    id,
    name,
    timing,
    goal,
    serves,
    owner,
    agreed_with_team
});
fields!(Actual {
    id,
    month,
    rep,
    motion,
    activities,
    leads,
    stage_entries,
    wins,
    bookings
});
fields!(Commitment {
    id,
    what,
    owner,
    due,
    done
});
items!(KeyFigure, Actual, Commitment);
leaves!(Timing);
