//! What a column looks like: what was counted of it in one walk over the file. Decides how
//! its dates and amounts are to be read, or that this cannot be told.

use std::collections::BTreeMap;

use super::{
    amount::{self, AmountShape, Decimal, PlainAmount},
    currency::Code,
    date::{self, DateOrder, DateShape},
    distinct_values::DistinctValues,
};

/// How many different values of a column are kept.
pub const VALUES_KEPT: usize = 200;

/// How many examples are shown.
const EXAMPLES: usize = 3;

/// A column of the file.
#[derive(Debug, Clone, Default)]
pub struct Column {
    /// Its name, without spaces around it; empty where it has none.
    pub header: String,
    /// Cells with something in them.
    pub filled: u32,
    /// The first few different values.
    pub examples: Vec<String>,
    /// How often each value stands there; nothing where there are more than
    /// [`VALUES_KEPT`].
    pub values: Option<BTreeMap<Box<str>, u32>>,
    /// What its dates look like.
    pub dates: Dates,
    /// What its amounts look like.
    pub amounts: Amounts,
    /// Its different values while they are few: looked at in the end, each once.
    distinct: DistinctValues,
}

/// What was counted of the cells of a column that are dates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dates {
    /// All of them but plain numbers.
    pub all: u32,
    /// Numbers that may be a spreadsheet's days.
    pub serials: u32,
    /// Those whose day stands first for sure.
    pub day_first: u32,
    /// Those whose month stands first for sure.
    pub month_first: u32,
    /// Those that are dates in either order, and differ.
    pub either: u32,
    /// The same between full stops.
    pub dotted: u32,
}

/// What was counted of the cells of a column that are amounts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Amounts {
    /// All of them.
    pub all: u32,
    /// Those whose decimal sign is a point for sure.
    pub point: u32,
    /// Those whose decimal sign is a comma for sure.
    pub comma: u32,
    /// Those with a single point or comma before three digits.
    pub either: u32,
    /// Currencies beside amounts, and how often.
    pub currencies: BTreeMap<Code, u32>,
    /// An amount that can be read either way, to ask with.
    pub example: Option<String>,
    /// The greatest amount below a thousand: tells percentages from shares.
    pub greatest: f64,
}

/// How a column is to be read, or why that cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told<T> {
    /// It does not matter: nothing depends on it.
    Any,
    /// Like this.
    As(T),
    /// Either way; what is left out here has to be asked.
    Open,
    /// Some cells say one thing, some the other.
    Torn,
}

impl Dates {
    /// Cells that are dates, if numbers are taken for a spreadsheet's days.
    #[must_use]
    pub fn with_serials(&self) -> u32 {
        self.all + self.serials
    }

    /// The order of day and month of the whole column.
    #[must_use]
    pub fn order(&self) -> Told<DateOrder> {
        match (self.day_first, self.month_first) {
            (0, 0) if self.either > 0 => Told::Open,
            (0, 0) if self.dotted > 0 => Told::As(DateOrder::DayMonthYear),
            (0, 0) => Told::Any,
            (_, 0) => Told::As(DateOrder::DayMonthYear),
            (0, _) => Told::As(DateOrder::MonthDayYear),
            // A single day beyond the calendar is a fault of its row, not of its column.
            (day, month) if day >= 20 * month => Told::As(DateOrder::DayMonthYear),
            (day, month) if month >= 20 * day => Told::As(DateOrder::MonthDayYear),
            _ => Told::Torn,
        }
    }
}

impl Amounts {
    /// The decimal sign of the whole column.
    #[must_use]
    pub fn decimal(&self) -> Told<Decimal> {
        match (self.point, self.comma) {
            (0, 0) if self.either > 0 => Told::Open,
            (0, 0) => Told::Any,
            (_, 0) => Told::As(Decimal::Point),
            (0, _) => Told::As(Decimal::Comma),
            (point, comma) if point >= 20 * comma => Told::As(Decimal::Point),
            (point, comma) if comma >= 20 * point => Told::As(Decimal::Comma),
            _ => Told::Torn,
        }
    }
}

impl Column {
    /// A column of this name.
    #[must_use]
    pub fn named(header: &str) -> Self {
        Self {
            header: header.to_owned(),
            ..Self::default()
        }
    }

    /// Counts a cell.
    pub(super) fn count(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        if self.examples.len() < EXAMPLES && !self.examples.iter().any(|example| example == cell) {
            self.examples.push(shortened(cell).to_owned());
        }
        if self.distinct.count(cell) {
            return;
        }
        for (value, count) in self.distinct.give_up() {
            self.look(&value, count);
        }
        self.look(cell, 1);
    }

    /// All cells are counted: looks at the values that are few.
    pub(super) fn settle(&mut self) {
        let Some(values) = self.distinct.take() else {
            return;
        };
        for (value, count) in &values {
            self.look(value, *count);
        }
        self.values = Some(values.into_iter().collect());
    }

    /// Looks at a value that stands in so many cells.
    fn look(&mut self, cell: &str, count: u32) {
        if let Some(plain) = PlainAmount::of(cell) {
            if !plain.may_be_date() || !self.look_at_date(cell, count) {
                self.look_at_amount(cell, count, (plain.shape(), None));
            }
        } else if !self.look_at_date(cell, count) {
            self.look_at_amount(cell, count, amount::shape_of_any(cell));
        }
    }

    /// Whether it is a date and so surely no amount.
    fn look_at_date(&mut self, cell: &str, count: u32) -> bool {
        let dates = &mut self.dates;
        match date::shape(cell) {
            DateShape::None => return false,
            DateShape::Serial => {
                dates.serials += count;
                return false;
            }
            DateShape::DayFirst => dates.day_first += count,
            DateShape::MonthFirst => dates.month_first += count,
            DateShape::Either => dates.either += count,
            DateShape::Dotted => dates.dotted += count,
            DateShape::Plain | DateShape::Same => {}
        }
        dates.all += count;
        // Within an amount there is no hyphen and no slash, as there is in 2027-03-31.
        matches!(cell.as_bytes().get(1..5), Some(inner) if inner.iter().any(|sign| matches!(sign, b'-' | b'/')))
            && cell.as_bytes()[0].is_ascii_digit()
            && cell.as_bytes()[cell.len() - 1].is_ascii_digit()
    }

    fn look_at_amount(
        &mut self,
        cell: &str,
        count: u32,
        (shape, currency): (AmountShape, Option<Code>),
    ) {
        let amounts = &mut self.amounts;
        match shape {
            AmountShape::None => return,
            AmountShape::Plain => {}
            AmountShape::Point => amounts.point += count,
            AmountShape::Comma => amounts.comma += count,
            AmountShape::Either => {
                amounts.either += count;
                amounts.example.get_or_insert_with(|| cell.to_owned());
            }
        }
        amounts.all += count;
        if let Some(code) = currency {
            *amounts.currencies.entry(code).or_insert(0) += count;
        }
        if cell.len() <= 6 {
            let read = |decimal| amount::read_amount(cell, decimal);
            let value = read(Decimal::Point).or_else(|| read(Decimal::Comma));
            amounts.greatest = value.map_or(amounts.greatest, |amount| {
                amounts.greatest.max(amount.value)
            });
        }
    }
}

/// The first letters of a text, for showing.
pub(super) fn shortened(text: &str) -> &str {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[&str]) -> Column {
        let mut column = Column::named("x");
        cells.iter().for_each(|cell| column.count(cell));
        column.settle();
        column
    }

    #[test]
    fn one_sure_date_decides_for_its_column() {
        assert_eq!(
            column(&["03/04/2021", "15/04/2021"]).dates.order(),
            Told::As(DateOrder::DayMonthYear)
        );
        assert_eq!(
            column(&["03/04/2021", "04/15/2021"]).dates.order(),
            Told::As(DateOrder::MonthDayYear)
        );
        assert_eq!(
            column(&["03/04/2021", "05/05/2021"]).dates.order(),
            Told::Open
        );
        assert_eq!(
            column(&["03.04.2021"]).dates.order(),
            Told::As(DateOrder::DayMonthYear)
        );
        assert_eq!(column(&["2021-04-03"]).dates.order(), Told::Any);
        assert_eq!(
            column(&["15/04/2021", "04/15/2021"]).dates.order(),
            Told::Torn
        );
    }

    #[test]
    fn one_sure_amount_decides_for_its_column() {
        assert_eq!(
            column(&["1.000", "1.234,50"]).amounts.decimal(),
            Told::As(Decimal::Comma)
        );
        assert_eq!(
            column(&["1,000", "12.50"]).amounts.decimal(),
            Told::As(Decimal::Point)
        );
        assert_eq!(column(&["1.000", "2.500"]).amounts.decimal(), Told::Open);
        assert_eq!(column(&["1000", "2500"]).amounts.decimal(), Told::Any);
        assert_eq!(column(&["1.5", "2,5"]).amounts.decimal(), Told::Torn);
    }

    #[test]
    fn values_are_counted_until_there_are_too_many() {
        let stages = column(&["Won", "Lost", "Won"]);
        assert_eq!(stages.values.unwrap().get("Won"), Some(&2));
        let names: Vec<String> = (0..=VALUES_KEPT).map(|n| format!("n{n}")).collect();
        assert!(
            column(&names.iter().map(String::as_str).collect::<Vec<_>>())
                .values
                .is_none()
        );
    }
}
