//! Closed deals counted by what their columns hold: few enough figures to be kept without
//! the deals, enough of them to ask how often deals of a kind were won. Has no names of deals
//! or customers.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{Deal, History, Label, Labels, State};

/// Closed deals by the values of their columns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// The columns.
    pub columns: Vec<Column>,
    /// How many deals were won and lost, by what these columns hold.
    pub rows: Vec<Row>,
}

/// A column of the deals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What a plan calls it: `owner`, `source`, `segment`, `product`, or [`FURTHER`] and the
    /// name it has in the file.
    pub key: String,
    /// Its values.
    pub values: Vec<String>,
}

/// Closed deals that hold the same in every column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The place of the value in each column; nothing where the cell was empty.
    pub values: Vec<Option<u32>>,
    /// How many were won.
    pub won: u32,
    /// How many were lost.
    pub lost: u32,
}

/// A value of a column, with the closed deals that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<'a> {
    /// The value.
    pub value: &'a str,
    /// How many were won.
    pub won: u32,
    /// How many were lost.
    pub lost: u32,
}

/// What a plan calls the column of owners.
pub(crate) const OWNER: &str = "owner";

/// What stands in front of the name of a column that has no meaning of its own.
pub const FURTHER: &str = "further:";

/// The most rows that are kept. With more, the column of the most values is left out, and so
/// on until they fit.
const MOST_ROWS: usize = 5_000;

/// A column with the way to its value in a deal.
type Reading<'a> = (String, &'a Labels, Box<dyn Fn(&Deal) -> Label + 'a>);

impl Tally {
    /// The closed deals of a history by owner, source, segment, product and the further
    /// columns kept. A column in which nothing stands is left out.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let mut columns = readings(history);
        columns.retain(|(_, labels, _)| !labels.is_empty());
        loop {
            let rows = counted(history, &columns);
            if rows.len() <= MOST_ROWS || columns.is_empty() {
                return Self::out_of(&columns, rows);
            }
            let widest = (0..columns.len()).max_by_key(|place| columns[*place].1.len());
            drop(columns.remove(widest.unwrap_or(0)));
        }
    }

    fn out_of(columns: &[Reading<'_>], rows: BTreeMap<Vec<Option<u32>>, (u32, u32)>) -> Self {
        let named = columns.iter().map(|(key, labels, _)| Column {
            key: key.clone(),
            values: labels.names().map(str::to_owned).collect(),
        });
        let rows = rows
            .into_iter()
            .map(|(values, (won, lost))| Row { values, won, lost });
        Self {
            columns: named.collect(),
            rows: rows.collect(),
        }
    }

    /// Whether no closed deal says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty() || self.rows.is_empty()
    }

    /// The place of a column.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The owners of the deals, in the order of their numbers once names are left out; none
    /// where there were too many for the column to be kept.
    #[must_use]
    pub fn owners(&self) -> Labels {
        let mut owners = Labels::default();
        let column = self.columns.iter().find(|column| column.key == OWNER);
        for name in column.iter().flat_map(|column| &column.values) {
            owners.take(name);
        }
        owners
    }

    /// The values of a column that closed deals have, those of the most deals first.
    #[must_use]
    pub fn values(&self, key: &str) -> Vec<Counted<'_>> {
        let Some(place) = self.column(key) else {
            return Vec::new();
        };
        let values = self.columns[place].values.iter();
        let mut counted: Vec<Counted<'_>> = values
            .map(|value| Counted {
                value,
                won: 0,
                lost: 0,
            })
            .collect();
        for row in &self.rows {
            let value = row.values.get(place).copied().flatten();
            if let Some(value) = value.and_then(|value| counted.get_mut(value as usize)) {
                value.won += row.won;
                value.lost += row.lost;
            }
        }
        counted.retain(|value| value.won + value.lost > 0);
        counted.sort_by_key(|value| (std::cmp::Reverse(value.won + value.lost), value.value));
        counted
    }

    /// What a row holds in a column; nothing where the cell was empty.
    #[must_use]
    pub fn value<'a>(&'a self, row: &Row, column: usize) -> Option<&'a str> {
        let place = row.values.get(column).copied().flatten()?;
        let values = &self.columns.get(column)?.values;
        values.get(place as usize).map(String::as_str)
    }
}

fn readings(history: &History) -> Vec<Reading<'_>> {
    fn known<'a>(key: &str, labels: &'a Labels, read: fn(&Deal) -> Label) -> Reading<'a> {
        (key.to_owned(), labels, Box::new(read))
    }
    let known = [
        known("segment", &history.segments, |deal| deal.segment),
        known("product", &history.products, |deal| deal.product),
        known("source", &history.sources, |deal| deal.source),
        known(OWNER, &history.owners, |deal| deal.owner),
    ];
    let further = history.further.iter().enumerate();
    let further = further.map(|(place, column)| -> Reading<'_> {
        let read = move |deal: &Deal| deal.further.get(place).copied().unwrap_or(Label::NONE);
        let key = format!("{FURTHER}{}", column.name);
        (key, &column.labels, Box::new(read))
    });
    known.into_iter().chain(further).collect()
}

fn counted(history: &History, columns: &[Reading<'_>]) -> BTreeMap<Vec<Option<u32>>, (u32, u32)> {
    let mut rows: BTreeMap<Vec<Option<u32>>, (u32, u32)> = BTreeMap::new();
    for deal in &history.deals {
        let (won, lost) = match deal.state {
            State::Won => (1, 0),
            State::Lost => (0, 1),
            State::Open => continue,
        };
        let place = |label: Label| label.place().map(|place| place as u32);
        let values = columns.iter().map(|(_, _, read)| place(read(deal)));
        let row = rows.entry(values.collect()).or_default();
        *row = (row.0 + won, row.1 + lost);
        // Beyond twice the most nothing is kept of it anyway.
        if rows.len() > 2 * MOST_ROWS {
            break;
        }
    }
    rows
}

/// The names of `values` that a set has and the column does not: said of a profile whose
/// values no deal has any more.
#[must_use]
pub fn unknown<'a>(values: &'a BTreeSet<String>, known: &[Counted<'_>]) -> Vec<&'a str> {
    let is_known = |value: &&str| known.iter().any(|other| other.value == *value);
    let values = values.iter().map(String::as_str);
    values.filter(|value| !is_known(value)).collect()
}
