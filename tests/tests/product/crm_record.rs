//! What a firm would take from its records to write its plan: the figures of the public
//! CRM record, taken from its table, or as they are known where the table is absent.

use std::path::Path;

use chrono::NaiveDate;
use plumbline_tests::crm_record;

/// The figures of a sales record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Figures {
    /// Mean value of a won deal, dollars.
    pub won_value: f64,
    /// Standard deviation of the value of won deals, as a share of the mean.
    pub value_spread: f64,
    /// Deals created in an average month of the record's whole year.
    pub created_a_month: f64,
    /// Days from creation to win: half of the wins took longer.
    pub median_days: f64,
    /// Days from creation to win: one win in ten took longer.
    pub slow_days: f64,
    /// Chance that a created deal is won in the end: the Aalen-Johansen estimate, with the
    /// deals still open counted as such. Computed with a statistics package, not here.
    pub win_chance: f64,
    /// Value of everything won, dollars.
    pub won: f64,
}

/// The figures as they are known.
pub(crate) const KNOWN: Figures = Figures {
    won_value: 2_360.909_4,
    value_spread: 1.077_6,
    created_a_month: 661.833_3,
    median_days: 57.0,
    slow_days: 106.0,
    win_chance: 0.519_439,
    won: 10_005_534.0,
};

/// The figures taken from the table; where this machine does not have it, that is said
/// loudly and the known ones are used.
pub(crate) fn figures() -> Figures {
    match crm_record("sales_pipeline.csv") {
        Some(file) => taken_from(&file),
        None => {
            eprintln!("SKIPPED: sales_pipeline.csv is not here; its known figures are used");
            KNOWN
        }
    }
}

struct Row {
    state: String,
    created: Option<NaiveDate>,
    closed: Option<NaiveDate>,
    value: Option<f64>,
}

fn taken_from(file: &Path) -> Figures {
    let rows = rows(file);
    let won: Vec<&Row> = rows.iter().filter(|row| row.state == "Won").collect();
    let values: Vec<f64> = won.iter().filter_map(|row| row.value).collect();
    let (sum, count) = (values.iter().sum::<f64>(), values.len() as f64);
    let mean = sum / count;
    let variance = values
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>()
        / count;
    let mut days: Vec<i64> = won
        .iter()
        .filter_map(|row| Some((row.closed? - row.created?).num_days()))
        .collect();
    days.sort_unstable();
    let creations = rows.iter().filter_map(|row| row.created);
    let whole_year = creations
        .filter(|day| day.format("%Y").to_string() == "2017")
        .count();
    Figures {
        won_value: mean,
        value_spread: variance.sqrt() / mean,
        created_a_month: whole_year as f64 / 12.0,
        median_days: days[days.len() / 2] as f64,
        slow_days: days[days.len() * 9 / 10] as f64,
        win_chance: KNOWN.win_chance,
        won: sum,
    }
}

fn rows(file: &Path) -> Vec<Row> {
    let mut table = csv::Reader::from_path(file).expect("the record can be read");
    let column = |name: &str, heads: &csv::StringRecord| heads.iter().position(|head| head == name);
    let heads = table.headers().expect("the record has heads").clone();
    let place = |name: &str| column(name, &heads).expect("the record has this column");
    let (state, created, closed, value) = (
        place("deal_stage"),
        place("engage_date"),
        place("close_date"),
        place("close_value"),
    );
    let row = |record: csv::StringRecord| Row {
        state: record[state].to_owned(),
        created: record[created].parse().ok(),
        closed: record[closed].parse().ok(),
        value: record[value].parse().ok(),
    };
    table
        .records()
        .map(|record| row(record.expect("every row is whole")))
        .collect()
}
