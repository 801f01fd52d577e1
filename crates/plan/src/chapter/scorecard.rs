//! Chapter 10: the figures kept, what really happened, and who promised what.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    process::{Motion, Stage},
    team::Rep,
};
use crate::{
    Count, Id, Money, Month, Quantity,
    reach::{fields, items, leaves},
    unit::Period,
};

/// Key figures, actuals, commitments.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scorecard {
    /// The figures chosen with the team.
    pub key_figures: Vec<KeyFigure>,
    /// What really happened, by month and rep.
    pub actuals: Vec<Actual>,
    /// Who promised what.
    pub commitments: Vec<Commitment>,
}

impl Scorecard {
    /// Bookings of a month as entered, plan's currency; nothing while none are. Where there
    /// is an entry for the whole team, the entries of single reps are its parts and are not
    /// added again.
    #[must_use]
    pub fn bookings(&self, month: Month) -> Option<f64> {
        let of_month = || {
            self.actuals
                .iter()
                .filter(move |actual| actual.month == month)
        };
        let entered = || of_month().filter(|actual| actual.bookings.is_some());
        let whole_team = entered().any(|actual| actual.rep.is_none());
        let counted = entered().filter(|actual| !whole_team || actual.rep.is_none());
        let amounts = counted
            .filter_map(|actual| actual.bookings)
            .map(Quantity::get);
        amounts.reduce(|sum, amount| sum + amount)
    }

    /// The month to enter next: the one after the last with an entry, else the period's
    /// first.
    #[must_use]
    pub fn next_month(&self, period: Period) -> Month {
        let last = self.actuals.iter().map(|actual| actual.month).max();
        last.map_or(period.start, |month| month.plus(1))
    }
}

/// A figure the team keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn actual(id: &str, month: &str, rep: Option<&str>, bookings: Option<f64>) -> Actual {
        let json =
            serde_json::json!({ "id": id, "month": month, "rep": rep, "bookings": bookings });
        serde_json::from_value(json).unwrap()
    }

    fn scorecard(actuals: Vec<Actual>) -> Scorecard {
        Scorecard {
            actuals,
            ..Scorecard::default()
        }
    }

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn reps_add_up_until_there_is_a_figure_of_the_whole_team() {
        let mut card = scorecard(vec![
            actual("a", "2027-01", Some("ann"), Some(10.0)),
            actual("b", "2027-01", Some("bob"), Some(20.0)),
            actual("c", "2027-01", None, None),
            actual("d", "2027-02", None, Some(5.0)),
        ]);
        assert_eq!(card.bookings(month("2027-01")), Some(30.0));
        card.actuals[2].bookings = Some(Money::nearest(33.0));
        assert_eq!(card.bookings(month("2027-01")), Some(33.0));
        assert_eq!(card.bookings(month("2027-02")), Some(5.0));
    }

    #[test]
    fn a_month_without_figures_is_unknown_and_one_without_bookings_is_zero() {
        let card = scorecard(vec![
            actual("a", "2027-01", None, None),
            actual("b", "2027-02", None, Some(0.0)),
        ]);
        assert_eq!(card.bookings(month("2027-01")), None);
        assert_eq!(card.bookings(month("2027-02")), Some(0.0));
    }

    #[test]
    fn months_are_entered_one_after_the_other() {
        let period = Period {
            start: month("2027-04"),
            months: 12,
        };
        assert_eq!(scorecard(Vec::new()).next_month(period), month("2027-04"));
        let card = scorecard(vec![
            actual("a", "2027-12", None, None),
            actual("b", "2027-05", None, None),
        ]);
        assert_eq!(card.next_month(period), month("2028-01"));
    }
}
