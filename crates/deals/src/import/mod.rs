//! From the text of a CRM's export to a [`crate::History`], in two walks over the file.
//!
//! ```text
//! first bytes --file_kind--> encoding          (but for UTF-8, decoding is the caller's)
//! text --Surveyor--> Survey --Mapping::guess--> Mapping --questions--> the user
//! text + Mapping --Taking--> History + Report
//! ```
//!
//! Both walks take the text in pieces of any size, so that a worker can feed a file of any
//! length, show progress between two pieces and stop. Nothing here knows a file, a browser
//! or the day: today is passed in. Nothing is guessed row by row, and nothing happens to a
//! row that the [`Report`] does not tell.

mod amount;
mod characters;
mod column;
mod currency;
mod date;
mod delimiter;
mod distinct_values;
mod encoding;
mod field;
mod guess;
pub(crate) mod hash;
mod header;
mod mapping;
mod report;
mod rows;
mod sanity;
mod seen;
mod spreadsheet;
mod state;
mod survey;
mod take;
mod utf8;
mod write;

pub use amount::{Amount, Decimal, read_amount};
pub use column::{Amounts, Column, Dates, Told, VALUES_KEPT};
pub use currency::Code;
pub use date::{DateFault, DateOrder, read_date};
pub use delimiter::Delimiter;
pub use encoding::{Encoding, FileKind, LOOK_AT, file_kind};
pub use field::Field;
pub use guess::Confidence;
pub use header::HeaderRow;
pub use mapping::{ColumnUse, CurrencyUse, Mapping, Question, ValueUse};
pub use report::{Effect, Heads, MOST_REMARKS, Reason, Remark, Report};
pub use rows::{LARGEST_ROW, MOST_COLUMNS, Row, RowFault, Rows};
pub use spreadsheet::{SpreadsheetFault, is_encrypted};
pub(crate) use state::meaning;
pub use state::{Meaning, State};
pub use survey::{Survey, Surveyor, System};
pub use take::{Import, MOST_DEALS, Options, Taking};
pub use utf8::Utf8Pieces;
pub use write::{CsvText, guarded, unguarded};

/// Why a file is not taken at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Nothing stands in it.
    Empty,
    /// There is a header and no row below it.
    NoRows,
    /// There is one column only.
    OneColumn,
    /// A row goes beyond all bounds.
    Row(RowFault),
    /// No row is a deal.
    NoDeals,
    /// There are more deals than [`MOST_DEALS`].
    TooManyDeals,
}

impl From<RowFault> for Refused {
    fn from(fault: RowFault) -> Self {
        Self::Row(fault)
    }
}

/// Surveys a whole text at once.
///
/// # Errors
/// [`Refused`].
pub fn survey(text: &str) -> Result<Survey, Refused> {
    let mut surveyor = Surveyor::default();
    surveyor.push(text)?;
    surveyor.finish()
}

/// Takes a whole text at once. `mapping` should have no open questions
/// ([`Mapping::questions`]); a column whose way of writing is still open is read day first
/// and with a decimal point.
///
/// # Errors
/// [`Refused`].
pub fn take(text: &str, mapping: &Mapping, options: Options) -> Result<Import, Refused> {
    let mut taking = Taking::new(mapping, options);
    taking.push(text)?;
    taking.finish()
}
