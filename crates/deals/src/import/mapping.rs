//! How a file is to be read: which column holds what, how its dates and amounts are
//! written, what its stages mean. Plain data, which the user can change and the workbook
//! remembers by the file's shape. Reads no row.

mod currencies;
mod questions;

use plumbline_plan::{Id, chapter::process::Stage};
use serde::{Deserialize, Serialize};

use super::{
    Survey,
    amount::Decimal,
    column::Told,
    currency::Code,
    date::DateOrder,
    delimiter::Delimiter,
    field::{Field, stage_of_header},
    guess::{self, Confidence},
    state::{Meaning, meaning},
};

pub use questions::Question;

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The shape of the files it is for ([`Survey::shape`]).
    pub shape: String,
    /// What separates cells.
    pub delimiter: Delimiter,
    /// The first row with a deal.
    pub first_row: u32,
    /// How many columns the table has.
    pub width: usize,
    /// What its columns hold; those not named are passed over.
    pub columns: Vec<ColumnUse>,
    /// What the values of the stage column stand for.
    pub stages: Vec<ValueUse>,
    /// What the values of the status column stand for.
    pub statuses: Vec<ValueUse>,
    /// What the currencies of the file are worth; empty when there is one or none.
    pub currencies: Vec<CurrencyUse>,
}

/// What a column holds and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnUse {
    /// Its place, the first column being 0.
    pub column: usize,
    /// What it holds.
    pub field: Field,
    /// How sure that is.
    pub confidence: Confidence,
    /// The order of day and month of its dates; nothing while it has to be asked.
    pub order: Option<DateOrder>,
    /// The decimal sign of its amounts; nothing while it has to be asked.
    pub decimal: Option<Decimal>,
    /// Its numbers are percentages.
    pub percent: bool,
    /// The stage whose entries it holds, for [`Field::StageEntered`]; its own name, for
    /// [`Field::Further`].
    pub stage: String,
}

/// What a stage or status stands for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueUse {
    /// As it stands in the file.
    pub name: String,
    /// What it means.
    pub meaning: Meaning,
    /// Whether its words say so, or the user; otherwise it is taken for open.
    pub sure: bool,
    /// How many rows have it.
    pub rows: u32,
    /// The plan's stage it is, for open deals.
    pub plan_stage: Option<Id<Stage>>,
}

/// What a currency is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CurrencyUse {
    /// The currency.
    pub code: Code,
    /// How many rows have it.
    pub rows: u32,
    /// What one unit of it is worth in the currency counted in; nothing to leave its deals
    /// out, or while it has to be asked.
    pub rate: Option<f64>,
    /// Whether the user decided.
    pub decided: bool,
}

impl Mapping {
    /// What a survey suggests.
    #[must_use]
    pub fn guess(survey: &Survey) -> Self {
        let columns = guess::columns(survey)
            .into_iter()
            .map(|(column, field, confidence)| ColumnUse::guess(survey, column, field, confidence))
            .collect();
        let mut mapping = Self {
            shape: survey.shape(),
            delimiter: survey.delimiter,
            first_row: survey.first_row,
            width: survey.columns.len(),
            columns,
            stages: Vec::new(),
            statuses: Vec::new(),
            currencies: Vec::new(),
        };
        mapping.settle_dates(survey);
        mapping.renew(survey);
        mapping
    }

    /// The same mapping for another file of the same shape: what was decided stays, what is
    /// new in the file is guessed. Nothing when the file has another shape.
    #[must_use]
    pub fn for_file(mut self, survey: &Survey) -> Option<Self> {
        if self.shape != survey.shape() {
            return None;
        }
        self.delimiter = survey.delimiter;
        self.first_row = survey.first_row;
        self.width = survey.columns.len();
        for used in &mut self.columns {
            let fresh = ColumnUse::guess(survey, used.column, used.field, used.confidence);
            // What the file's own cells tell for sure goes before what was decided for another.
            used.order = fresh.order.or(used.order);
            used.decimal = fresh.decimal.or(used.decimal);
        }
        self.renew(survey);
        Some(self)
    }

    /// Says what a column holds, in place of what held it before.
    pub fn set_column(&mut self, survey: &Survey, column: usize, field: Option<Field>) {
        let freed = |used: &ColumnUse| {
            used.column == column || Some(used.field) == field && !used.field.repeats()
        };
        self.columns.retain(|used| !freed(used));
        if let Some(field) = field {
            let used = ColumnUse::guess(survey, column, field, Confidence::Said);
            self.columns.push(used);
            self.columns.sort_by_key(|used| (used.field, used.column));
        }
        self.settle_dates(survey);
        self.renew(survey);
    }

    /// Says what a stage or status means.
    pub fn set_meaning(&mut self, name: &str, said: Meaning) {
        let named = |value: &&mut ValueUse| value.name.eq_ignore_ascii_case(name);
        let values = self.stages.iter_mut().chain(&mut self.statuses);
        values.filter(named).for_each(|value| {
            (value.meaning, value.sure) = (said, true);
        });
    }

    /// Says which of the plan's stages a stage of the file is.
    pub fn set_plan_stage(&mut self, name: &str, stage: Option<Id<Stage>>) {
        let named = self.stages.iter_mut().filter(|value| value.name == name);
        named.for_each(|value| value.plan_stage.clone_from(&stage));
    }

    /// Says the order of day and month of every column in which it is not plain.
    pub fn set_date_order(&mut self, order: DateOrder) {
        let dates = self.columns.iter_mut().filter(|used| used.field.is_date());
        dates.for_each(|used| used.order = Some(order));
    }

    /// Says the decimal sign of every column of amounts.
    pub fn set_decimal(&mut self, decimal: Decimal) {
        let numbers = self
            .columns
            .iter_mut()
            .filter(|used| used.field.is_number());
        numbers.for_each(|used| used.decimal = Some(decimal));
    }

    /// Says what a currency is worth; nothing to leave its deals out.
    pub fn set_currency(&mut self, code: Code, rate: Option<f64>) {
        let same = |used: &&mut CurrencyUse| used.code == code;
        self.currencies.iter_mut().filter(same).for_each(|used| {
            (used.rate, used.decided) = (rate, true);
        });
    }

    /// The column that holds a field.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<&ColumnUse> {
        self.columns.iter().find(|used| used.field == field)
    }

    /// Columns of dates that leave the order open go by their neighbours: one program wrote
    /// them all.
    fn settle_dates(&mut self, survey: &Survey) {
        let told = self
            .columns
            .iter()
            .filter(|used| used.field.is_date())
            .filter_map(|used| match survey.columns[used.column].dates.order() {
                Told::As(order) => Some(order),
                _ => None,
            });
        let orders: Vec<DateOrder> = told.collect();
        let Some(order) = orders
            .first()
            .filter(|first| orders.iter().all(|order| order == *first))
        else {
            return;
        };
        let open = self.columns.iter_mut().filter(|used| used.field.is_date());
        open.for_each(|used| used.order = used.order.or(Some(*order)));
    }

    /// Takes up the values and currencies of a file that are not there yet.
    fn renew(&mut self, survey: &Survey) {
        self.stages = self.values(survey, Field::Stage, &self.stages);
        self.statuses = self.values(survey, Field::Status, &self.statuses);
        let found = self.currencies_in(survey);
        let known = std::mem::take(&mut self.currencies);
        if found.len() > 1 {
            self.currencies = found
                .into_iter()
                .map(|(code, rows)| {
                    let before = known.iter().find(|used| used.code == code && used.decided);
                    CurrencyUse {
                        code,
                        rows,
                        rate: before.and_then(|used| used.rate),
                        decided: before.is_some(),
                    }
                })
                .collect();
        }
    }

    fn values(&self, survey: &Survey, field: Field, known: &[ValueUse]) -> Vec<ValueUse> {
        let column = self
            .column_of(field)
            .map(|used| &survey.columns[used.column]);
        let Some(values) = column.and_then(|column| column.values.as_ref()) else {
            return Vec::new();
        };
        values
            .iter()
            .map(|(name, rows)| {
                let before = known.iter().find(|value| *value.name == **name);
                let (said, sure) = meaning(name);
                before.map_or_else(
                    || ValueUse {
                        name: name.to_string(),
                        meaning: said,
                        sure,
                        rows: *rows,
                        plan_stage: None,
                    },
                    |value| ValueUse {
                        rows: *rows,
                        ..value.clone()
                    },
                )
            })
            .collect()
    }

    /// The currencies of the file with their rows.
    fn currencies_in(&self, survey: &Survey) -> Vec<(Code, u32)> {
        let mut found = std::collections::BTreeMap::new();
        if let Some(used) = self.column_of(Field::Currency) {
            let values = survey.columns[used.column].values.iter().flatten();
            for (value, rows) in values {
                if let Some(code) = Code::read(value) {
                    *found.entry(code).or_insert(0) += rows;
                }
            }
        } else if let Some(used) = self.column_of(Field::Value) {
            found.clone_from(&survey.columns[used.column].amounts.currencies);
        }
        found.into_iter().collect()
    }
}

impl ColumnUse {
    /// A column as the survey saw it.
    fn guess(survey: &Survey, column: usize, field: Field, confidence: Confidence) -> Self {
        let seen = &survey.columns[column];
        let order = match seen.dates.order() {
            // Where every date is plain, the order never comes to be asked.
            Told::Any => Some(DateOrder::DayMonthYear),
            Told::As(order) => Some(order),
            Told::Open | Told::Torn => None,
        };
        let decimal = match seen.amounts.decimal() {
            Told::Any => Some(Decimal::Point),
            Told::As(decimal) => Some(decimal),
            Told::Open | Told::Torn => None,
        };
        Self {
            column,
            field,
            confidence,
            order: order.filter(|_| field.is_date()),
            decimal: decimal.filter(|_| field.is_number()),
            percent: field == Field::Probability && seen.amounts.greatest > 1.0,
            stage: stage_of_header(&seen.header)
                .unwrap_or(&seen.header)
                .to_owned(),
        }
    }
}
