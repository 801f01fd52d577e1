//! Scenarios: other ways to reach the target, kept beside the one that stands in the
//! chapters (product.md, F9).
//!
//! A scenario holds what people decide: process, team, pay, targets and rhythm. What is so
//! or has happened (open deals, actual figures, the market) is the plan's alone, so that
//! every scenario is judged by the same facts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Compensation, Process, Rhythm, Targets, Team};
use crate::{
    Edit, Id, Plan,
    reach::{fields, items},
};

/// The scenario that stands in the chapters, by name, and those beside it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scenarios {
    /// The name of the one that stands in the chapters; empty while it has none.
    pub current: String,
    /// The others.
    pub others: Vec<Scenario>,
}

/// A scenario that does not stand in the chapters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scenario {
    /// Identifier.
    pub id: Id<Scenario>,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// What it is about.
    #[serde(default)]
    pub note: String,
    /// When it was copied from another.
    #[serde(default)]
    pub made_on: Option<NaiveDate>,
    /// Its process.
    #[serde(default)]
    pub process: Process,
    /// Its team.
    #[serde(default)]
    pub team: Team,
    /// Its pay plans.
    #[serde(default)]
    pub compensation: Compensation,
    /// Its targets.
    pub targets: Targets,
    /// Its rhythm.
    #[serde(default)]
    pub rhythm: Rhythm,
}

fields!(Scenarios { current, others });
fields!(Scenario {
    id,
    name,
    note,
    made_on,
    process,
    team,
    compensation,
    targets,
    rhythm
});
items!(Scenario);

impl Scenarios {
    /// The chapters a scenario holds, by their names in paths.
    pub const CHAPTERS: [&'static str; 5] =
        ["process", "team", "compensation", "targets", "rhythm"];

    /// Whether there is nothing to keep: one scenario, without a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.others.is_empty() && self.current.is_empty()
    }

    /// The scenario with this identifier, if it is not the one in the chapters.
    #[must_use]
    pub fn find(&self, id: &Id<Scenario>) -> Option<&Scenario> {
        self.others.iter().find(|scenario| scenario.id == *id)
    }
}

impl Scenario {
    /// What stands in the plan's chapters, as a scenario.
    #[must_use]
    pub fn of(plan: &Plan, id: Id<Scenario>, name: String, made_on: Option<NaiveDate>) -> Self {
        Self {
            id,
            name,
            note: String::new(),
            made_on,
            process: plan.process.clone(),
            team: plan.team.clone(),
            compensation: plan.compensation.clone(),
            targets: plan.targets.clone(),
            rhythm: plan.rhythm.clone(),
        }
    }

    /// The plan with this scenario in its chapters, to be computed and compared. Its own
    /// scenarios are left out: nobody asks for them there.
    #[must_use]
    pub fn in_place(&self, plan: &Plan) -> Plan {
        Plan {
            about: plan.about.clone(),
            foundation: plan.foundation.clone(),
            market: plan.market.clone(),
            offer: plan.offer.clone(),
            process: self.process.clone(),
            team: self.team.clone(),
            compensation: self.compensation.clone(),
            targets: self.targets.clone(),
            pipeline: plan.pipeline.clone(),
            rhythm: self.rhythm.clone(),
            scorecard: plan.scorecard.clone(),
            reality_check: plan.reality_check.clone(),
            review: plan.review.clone(),
            scenarios: Scenarios::default(),
            leftovers: crate::file::Leftovers::default(),
        }
    }
}

/// The edit that keeps a copy of what stands in the chapters as a scenario beside it.
#[must_use]
pub fn keep_scenario(plan: &Plan, id: Id<Scenario>, name: &str, on: Option<NaiveDate>) -> Edit {
    let copy = Scenario::of(plan, id, name.to_owned(), on);
    Edit::insert("scenarios/others", plan.scenarios.others.len(), copy)
}

/// The edit that copies a scenario that does not stand in the chapters; nothing when it is
/// not there.
#[must_use]
pub fn copy_scenario(
    plan: &Plan,
    from: &Id<Scenario>,
    id: Id<Scenario>,
    name: &str,
    on: Option<NaiveDate>,
) -> Option<Edit> {
    let copy = Scenario {
        id,
        name: name.to_owned(),
        made_on: on,
        ..plan.scenarios.find(from)?.clone()
    };
    let end = plan.scenarios.others.len();
    Some(Edit::insert("scenarios/others", end, copy))
}

/// The edit after which a scenario stands in the chapters, and what stood there takes its
/// place beside it; `unnamed` is what that is called when it has no name. Nothing when the
/// scenario is not there. The edit is refused, like any other, when open deals or actual
/// figures name a stage, rep or motion that the scenario does not have.
#[must_use]
pub fn switch_scenario(plan: &Plan, to: &Id<Scenario>, unnamed: &str) -> Option<Edit> {
    let place = |scenario: &Scenario| scenario.id == *to;
    let at = plan.scenarios.others.iter().position(place)?;
    let scenario = &plan.scenarios.others[at];
    let current = &plan.scenarios.current;
    let name = if current.is_empty() { unnamed } else { current };
    let aside = Scenario::of(plan, to.clone(), name.to_owned(), scenario.made_on);
    Some(Edit::group(vec![
        Edit::set("process", &scenario.process),
        Edit::set("team", &scenario.team),
        Edit::set("compensation", &scenario.compensation),
        Edit::set("targets", &scenario.targets),
        Edit::set("rhythm", &scenario.rhythm),
        Edit::set("scenarios/current", &scenario.name),
        Edit::remove("scenarios/others", to.as_str()),
        Edit::insert("scenarios/others", at, aside),
    ]))
}
