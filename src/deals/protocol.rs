//! What the page and the worker that reads deals say to each other: orders one way, reports
//! the other, each a line of JSON with bytes beside it where there are many. What a report
//! shows is worded already, so that the page draws it and nothing more.
//!
//! Knows no browser: how a message travels is [`crate::browser::worker`]'s business.

mod picture;

use chrono::NaiveDate;
use plumbline_deals::import::{
    Code, Confidence, DateOrder, Decimal, Delimiter, Encoding, Field, HeaderRow, Meaning,
};
use plumbline_plan::{Edit, Id, chapter::process::Stage};
use plumbline_review::History as Record;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

pub(super) use picture::Picture;

/// What the first letters of every order are: a worker that has not been told anything yet
/// knows its work by them.
pub(super) const MARK: &str = "deals ";

/// What the worker is to do. It carries out its orders one by one, as they come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Order {
    /// Look at a file; answered by [`Report::Sheet`]. Beside it: its bytes.
    Read {
        /// Its name.
        name: String,
        /// Mappings decided earlier, of files of whatever shape.
        remembered: Vec<Value>,
        /// For whom.
        reader: Reader,
        /// Where its bytes are the text of a sheet: which sheet of what spreadsheet.
        book: Option<Book>,
    },
    /// Look at the same file again, read otherwise.
    ReadAs(ReadAs),
    /// Read its columns otherwise.
    Change(Change),
    /// Take its deals; answered by [`Report::Found`].
    Take,
    /// Take deals kept earlier; answered by [`Report::Found`]. Beside it: the deals as
    /// [`Report::Found`] came with them, or as they stood in a plan's file.
    Recall {
        /// For whom.
        reader: Reader,
    },
    /// Say the figures again, for a page of another width.
    Width(u32),
    /// Say what the deals would change in a plan; answered by [`Report::Calibrated`]. Beside
    /// it: the plan, as in its file.
    Calibrate {
        /// In which of its motions; its first where none is named.
        motion: Option<String>,
    },
    /// Put numbers in place of names; answered by [`Report::Found`].
    LeaveNamesOut,
    /// Take the record for one that begins with its first close, or not; answered by
    /// [`Report::Found`].
    EarlierClosesMissing(bool),
    /// Write a table for the user; answered by [`Report::Table`].
    Write(Table),
}

/// A spreadsheet that the text of a sheet comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Book {
    /// The names of its sheets.
    pub sheets: Vec<String>,
    /// The place of the sheet among them.
    pub chosen: usize,
    /// Formulas of the sheet whose results the file does not hold.
    pub unanswered: u32,
}

/// Who reads the figures, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Reader {
    /// The language tag of numbers and dates.
    pub language: String,
    /// The currency amounts are shown in where the file names none.
    pub currency: String,
    /// Today.
    pub today: NaiveDate,
    /// The width charts are drawn for, in CSS pixels.
    pub width: u32,
}

/// How a file is to be read; what is nothing is found out.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct ReadAs {
    /// How its letters are written.
    pub encoding: Option<Encoding>,
    /// What separates its cells.
    pub delimiter: Option<Delimiter>,
    /// Where the names of its columns stand.
    pub header: HeaderRow,
}

/// A change of how the columns of a file are read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Change {
    /// What a column holds.
    Column(usize, Option<Field>),
    /// Whether day or month stands first.
    DateOrder(DateOrder),
    /// What separates decimals.
    Decimal(Decimal),
    /// What a stage or status means.
    Meaning(String, Meaning),
    /// Which of the plan's stages a stage is.
    PlanStage(String, Option<Id<Stage>>),
    /// What a currency is worth; nothing to leave its deals out.
    Currency(Code, Option<f64>),
    /// Leave out the deals of currencies not decided, but for [`Sheet::currency_alone`].
    LeaveOutUndecided,
}

/// A table for the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Table {
    /// What became of the rows.
    Rows,
    /// The open deals with their chances.
    OpenDeals,
    /// All deals.
    AllDeals,
    /// Every figure, unrounded.
    AllFigures,
}

/// What the worker has done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Report {
    /// How far it has come, 0 to 1, and how many rows it has seen.
    Progress(f64, u32),
    /// The file is not taken: why, and what to do.
    Refused(String),
    /// How the file is read.
    Sheet(Box<Sheet>),
    /// What its deals say. Beside it: the deals as they are to be kept; nothing of deals kept
    /// earlier.
    Found(Box<Found>),
    /// What they would change in the plan.
    Calibrated(Box<Calibrated>),
    /// A table. Beside it: its text.
    Table(Table),
    /// The last words of a program that has stopped at a fault of its own.
    Panicked(String),
}

/// How a file is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Sheet {
    /// Its name.
    pub name: String,
    /// The program it seems to come from; nothing for a plain table.
    pub system: Option<String>,
    /// Rows below the header.
    pub rows: String,
    /// Said of letters that could not be read.
    pub odd_letters: Option<String>,
    /// Said of formulas without a result.
    pub unanswered: Option<String>,
    /// The spreadsheet it comes from.
    pub book: Option<Book>,
    /// How its letters are written.
    pub encoding: Encoding,
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// The row of the header.
    pub header_row: Option<u32>,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Columns not shown.
    pub more_columns: usize,
    /// The first rows.
    pub first_rows: Vec<Vec<String>>,
    /// What has to be answered before its deals can be taken.
    pub questions: Vec<String>,
    /// How dates are read, where there are any.
    pub dates: Option<Choice<DateOrder>>,
    /// How amounts are read, where there are any.
    pub amounts: Option<Choice<Decimal>>,
    /// The stages and statuses.
    pub values: Vec<SheetValue>,
    /// The currencies, where there are several.
    pub currencies: Vec<SheetCurrency>,
    /// The currency whose deals are taken alone where the others are left out; nothing where
    /// one has a rate.
    pub currency_alone: Option<Code>,
    /// Whether it is read as a file of this shape was before.
    pub remembered: bool,
    /// How it is read, to be remembered.
    pub mapping: Value,
}

/// Two ways to read a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Choice<T> {
    /// The way chosen; nothing while it has to be asked.
    pub chosen: Option<T>,
    /// What an example would mean in the first way and in the second.
    pub examples: [String; 2],
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct SheetColumn {
    /// Its place.
    pub place: usize,
    /// Its name, or its number where it has none.
    pub name: String,
    /// Values from it.
    pub examples: Vec<String>,
    /// What it holds.
    pub field: Option<Field>,
    /// How sure that is.
    pub confidence: Option<Confidence>,
}

/// A stage or status of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct SheetValue {
    /// As it stands in the file.
    pub name: String,
    /// How many rows have it.
    pub rows: String,
    /// What it means.
    pub meaning: Meaning,
    /// Whether its words say so, or the user.
    pub sure: bool,
    /// Whether it is a stage.
    pub is_stage: bool,
    /// The plan's stage it is.
    pub plan_stage: Option<String>,
}

/// A currency of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct SheetCurrency {
    /// Its code.
    pub code: Code,
    /// How many rows have it.
    pub rows: String,
    /// What one unit is worth in the currency counted in.
    pub rate: Option<f64>,
    /// Whether that was decided.
    pub decided: bool,
}

/// What a file's deals say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Found {
    /// How many deals there are, up to which day.
    pub head: Vec<String>,
    /// How many deals there are.
    pub deals: u32,
    /// The day up to which they are known.
    pub as_of: NaiveDate,
    /// Whether numbers stand in place of names.
    pub nameless: bool,
    /// Whether deals that closed before the first close on record are missing.
    pub earlier_closes_missing: bool,
    /// The day of the first close on record, in words; nothing without any.
    pub begins: Option<String>,
    /// What became of the rows, by reason; nothing of deals kept earlier.
    pub remarks: Option<Vec<Remarks>>,
    /// Everything else.
    pub sections: Vec<Section>,
    /// What the rules of the review compare the plan with.
    pub record: Record,
}

/// What is said of rows for one reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Remarks {
    /// What happened to them, how many there are, and why.
    pub summary: String,
    /// Whether they were left out.
    pub left_out: bool,
    /// The first of them: row, why, what stood there.
    pub rows: Vec<[String; 3]>,
    /// Said of those not listed.
    pub more: Option<String>,
}

/// A part of what is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Section {
    /// Its heading.
    pub heading: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// What a section consists of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Block {
    /// Sentences.
    Lines(Vec<String>),
    /// A picture.
    Picture(Picture),
    /// A table.
    Figures(Figures),
}

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Figures {
    /// What it is called.
    pub caption: String,
    /// Whether it is folded away under its caption.
    pub folded: bool,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// How many columns from the left hold words.
    pub words: usize,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// Said of rows not listed.
    pub more: Option<String>,
}

/// What deals would change in a plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Calibrated {
    /// The motion whose assumptions these are.
    pub motion: Option<String>,
    /// The assumptions they speak to.
    pub proposals: Vec<Proposed>,
    /// All of them at once.
    pub all: Option<Edit>,
    /// What they say nothing about, and why.
    pub refused: Vec<String>,
    /// What taking the open deals into the plan's pipeline means, and the change.
    pub pipeline: Option<(String, Edit)>,
}

/// A proposed change of an assumption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Proposed {
    /// What it is about.
    pub label: String,
    /// What stands there.
    pub old: String,
    /// What would stand there.
    pub new: String,
    /// What that was counted from.
    pub counts: String,
    /// The change.
    pub edit: Edit,
}

/// An order as text.
pub(super) fn encode_order(order: &Order) -> String {
    format!("{MARK}{}", encode(order))
}

/// An order from its text; nothing when it is none.
pub(super) fn decode_order(text: &str) -> Option<Order> {
    decode(text.strip_prefix(MARK)?)
}

/// A report as text.
pub(super) fn encode(message: &impl Serialize) -> String {
    // Numbers and texts under text keys: JSON can hold them all.
    serde_json::to_string(message).unwrap_or_default()
}

/// A report from its text; nothing when it is none.
pub(super) fn decode<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
