//! Templates: plans for kinds of firms, thought through to the end, whose every number is
//! an estimate to be replaced. No open deals, no people and no record are made up.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::moving::moved;
use crate::Plan;

/// The note on every number of a template.
pub const ESTIMATE: &str = "Estimate of the template: put your own figure in its place.";

/// A kind of firm that there is a first plan for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// Projects sold by partners and an account manager; further work for clients.
    Services,
    /// A subscription for firms; further seats at customers.
    Software,
    /// Machines through dealers; projects sold directly.
    Manufacturer,
    /// Campaigns and websites; ongoing work for clients.
    Agency,
}

impl Template {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Services,
        Self::Software,
        Self::Manufacturer,
        Self::Agency,
    ];

    /// Its plan, with a period that starts the month after `today`. Every number that is no
    /// fact is a guess with the note [`ESTIMATE`].
    #[must_use]
    pub fn plan(self, today: NaiveDate) -> Plan {
        let mut plan = moved(self.text(), today, mark_estimates);
        plan.about.created_on = Some(today);
        plan
    }

    fn text(self) -> &'static str {
        match self {
            Self::Services => include_str!("templates/services.plumbline.json"),
            Self::Software => include_str!("templates/software.plumbline.json"),
            Self::Manufacturer => include_str!("templates/manufacturer.plumbline.json"),
            Self::Agency => include_str!("templates/agency.plumbline.json"),
        }
    }
}

/// Notes on every assumption that it is an estimate: a record with an average is one.
fn mark_estimates(document: &mut Value) {
    match document {
        Value::Object(record) => {
            if is_assumption(record) {
                record.insert("note".to_owned(), ESTIMATE.into());
            }
            record.values_mut().for_each(mark_estimates);
        }
        Value::Array(items) => items.iter_mut().for_each(mark_estimates),
        _ => {}
    }
}

fn is_assumption(record: &Map<String, Value>) -> bool {
    record.get("average").is_some_and(Value::is_number)
}
