//! What became of every row: taken, left out, or taken with something put right, each with
//! its row number and reason. Nothing happens to a row that is not told here.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Field, write::CsvText};

/// How many remarks of one reason are kept whole; of the others the row is.
pub const MOST_REMARKS: usize = 2_000;

/// What became of the rows of a file.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Rows below the header with something in them.
    pub rows: u32,
    /// Those that became deals.
    pub taken: u32,
    /// How often each reason was given.
    pub counts: BTreeMap<Reason, u32>,
    /// The remarks, by row; at most [`MOST_REMARKS`] of each reason.
    pub remarks: Vec<Remark>,
    /// The rows of all further remarks.
    pub further: BTreeMap<Reason, Vec<u32>>,
}

/// What is to be said of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// The row, as a spreadsheet numbers it.
    pub row: u32,
    /// Why.
    pub reason: Reason,
    /// The field it is about.
    pub field: Option<Field>,
    /// What stood there, shortened.
    pub found: Box<str>,
    /// Another row it is about: the one it repeats.
    pub other_row: Option<u32>,
}

/// Why something is said of a row. The first ones leave the row out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Its identifier stands in an earlier row.
    SameId,
    /// Its stage or status was to be left out.
    ToBeLeftOut,
    /// It has neither stage nor status.
    NoState,
    /// Its stage or status is not in the mapping, and its words say nothing.
    UnknownState,
    /// A date is no day of the calendar, or beyond the years 1980 to 2199.
    NoSuchDay,
    /// It was created after it closed.
    CreatedAfterClosed,
    /// It closed after the day of the import.
    ClosedInFuture,
    /// It was created after the day of the import.
    CreatedInFuture,
    /// It was created after the day asked for.
    AfterTheDay,
    /// Its currency was to be left out.
    CurrencyLeftOut,
    /// It has fewer cells than the header; the missing ones count as empty.
    FewerCells,
    /// It has more cells than the header; those beyond are passed over.
    MoreCells,
    /// NUL characters were taken out.
    NulTakenOut,
    /// A quote is never closed; quotes were read as letters.
    OpenQuote,
    /// A date could not be read and counts as missing.
    DateNotRead,
    /// An amount could not be read and counts as missing.
    AmountNotRead,
    /// A chance is not from 0 to 100% and counts as missing.
    ChanceNotRead,
    /// Yes or no could not be read and counts as no.
    YesNoNotRead,
    /// Another row has the same name, value and date. Both were taken.
    LooksTheSame,
    /// It is won or lost without a date of closing.
    ClosedWithoutDate,
    /// It has no date of creation.
    NoCreated,
    /// It is open past the date it was expected to close.
    OpenPastClose,
    /// A won deal has no value.
    WonWithoutValue,
    /// Its value is zero, and it is won.
    WonForNothing,
    /// Its value is below zero.
    NegativeValue,
    /// Its value is far from those of all other won deals.
    OutlyingValue,
}

/// What a reason does to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// The row is left out.
    LeftOut,
    /// It was taken, with something put right.
    Repaired,
    /// It was taken as it is; worth a look.
    Noted,
}

impl Reason {
    /// What it does to its row.
    #[must_use]
    pub fn effect(self) -> Effect {
        match self {
            Self::SameId
            | Self::ToBeLeftOut
            | Self::NoState
            | Self::UnknownState
            | Self::NoSuchDay
            | Self::CreatedAfterClosed
            | Self::ClosedInFuture
            | Self::CreatedInFuture
            | Self::AfterTheDay
            | Self::CurrencyLeftOut => Effect::LeftOut,
            Self::FewerCells
            | Self::MoreCells
            | Self::NulTakenOut
            | Self::OpenQuote
            | Self::DateNotRead
            | Self::AmountNotRead
            | Self::ChanceNotRead
            | Self::YesNoNotRead => Effect::Repaired,
            Self::LooksTheSame
            | Self::ClosedWithoutDate
            | Self::NoCreated
            | Self::OpenPastClose
            | Self::WonWithoutValue
            | Self::WonForNothing
            | Self::NegativeValue
            | Self::OutlyingValue => Effect::Noted,
        }
    }
}

impl Remark {
    /// Of a row alone.
    fn of_row(row: u32, reason: Reason) -> Self {
        Self {
            row,
            reason,
            field: None,
            found: "".into(),
            other_row: None,
        }
    }
}

impl Report {
    /// How often a reason was given.
    #[must_use]
    pub fn count(&self, reason: Reason) -> u32 {
        self.counts.get(&reason).copied().unwrap_or(0)
    }

    /// Rows left out.
    #[must_use]
    pub fn left_out(&self) -> u32 {
        self.rows - self.taken
    }

    /// Adds a remark.
    pub(super) fn say(&mut self, remark: Remark) {
        let count = self.counts.entry(remark.reason).or_insert(0);
        *count += 1;
        if *count as usize <= MOST_REMARKS {
            self.remarks.push(remark);
        } else {
            let rows = self.further.entry(remark.reason).or_default();
            rows.push(remark.row);
        }
    }

    /// The remarks as a table for download, under these heads, each with its sentence.
    #[must_use]
    pub fn to_csv(&self, heads: &Heads<'_>, sentence: &dyn Fn(&Remark) -> String) -> String {
        let mut csv = CsvText::new();
        for head in [heads.row, heads.effect, heads.reason, heads.found] {
            csv.text(head);
        }
        csv.end_row();
        let further = self
            .further
            .iter()
            .flat_map(|(reason, rows)| rows.iter().map(|row| Remark::of_row(*row, *reason)));
        for remark in self.remarks.iter().cloned().chain(further) {
            csv.number(Some(remark.row.into()));
            csv.text(match remark.reason.effect() {
                Effect::LeftOut => heads.left_out,
                Effect::Repaired => heads.repaired,
                Effect::Noted => heads.noted,
            });
            csv.text(&sentence(&remark));
            csv.text(&remark.found);
            csv.end_row();
        }
        csv.into_text()
    }
}

/// The words of a report's table.
#[derive(Debug, Clone, Copy)]
pub struct Heads<'a> {
    /// Over row numbers.
    pub row: &'a str,
    /// Over what happened.
    pub effect: &'a str,
    /// Over reasons.
    pub reason: &'a str,
    /// Over what stood there.
    pub found: &'a str,
    /// For [`Effect::LeftOut`].
    pub left_out: &'a str,
    /// For [`Effect::Repaired`].
    pub repaired: &'a str,
    /// For [`Effect::Noted`].
    pub noted: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADS: Heads<'_> = Heads {
        row: "Row",
        effect: "What happened",
        reason: "Why",
        found: "Found",
        left_out: "left out",
        repaired: "repaired",
        noted: "noted",
    };

    #[test]
    fn every_row_stands_in_the_table_however_many_there_are() {
        let mut report = Report::default();
        let most = MOST_REMARKS as u32;
        for row in 1..=most + 500 {
            report.say(Remark::of_row(row, Reason::NoSuchDay));
        }
        assert_eq!(report.remarks.len(), MOST_REMARKS);
        let csv = report.to_csv(&HEADS, &|_| "no day".to_owned());
        let rows: Vec<&str> = csv.lines().skip(1).collect();
        assert_eq!(rows.len(), MOST_REMARKS + 500);
        assert_eq!(rows[MOST_REMARKS + 499], "2500,left out,no day,");
    }

    #[test]
    fn what_stood_in_a_cell_cannot_act_in_a_spreadsheet() {
        let mut report = Report::default();
        report.say(Remark {
            row: 7,
            reason: Reason::AmountNotRead,
            field: Some(Field::Value),
            found: "=HYPERLINK(\"http://x\")".into(),
            other_row: None,
        });
        let csv = report.to_csv(&HEADS, &|_| "no amount".to_owned());
        assert_eq!(
            csv,
            "Row,What happened,Why,Found\n7,repaired,no amount,\"'=HYPERLINK(\"\"http://x\"\")\"\n"
        );
    }
}
