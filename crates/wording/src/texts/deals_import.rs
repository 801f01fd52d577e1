//! Importing deals: what a file is, how it was read, what has to be answered, and what
//! became of every row.

use plumbline_deals::{
    KeptFault,
    import::{
        Effect, Field, FileKind, Heads, Question, Reason, Refused, Remark, RowFault,
        SpreadsheetFault, Survey, System,
    },
};

use super::deals::DealFigures;

/// What a file is that cannot be read; nothing for text.
#[must_use]
pub fn not_a_table(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::Text(_) => None,
        FileKind::Empty => Some(
            "The file is empty. Export the deals again, with a row of column names above them.",
        ),
        FileKind::Archive => Some(
            "This is a spreadsheet or an archive. Save the sheet with the deals as CSV, then try again.",
        ),
        FileKind::OldDocument => Some(
            "This is a document of an older kind, such as .xls. Open it in your spreadsheet program, save it as .xlsx or CSV, then try again.",
        ),
        FileKind::Pdf => {
            Some("This is a PDF document. Export the deals from your CRM as CSV, then try again.")
        }
        FileKind::Picture => {
            Some("This is a picture. Export the deals from your CRM as CSV, then try again.")
        }
        FileKind::Binary => {
            Some("This is no text. Export the deals from your CRM as CSV, then try again.")
        }
    }
}

/// The file is too large.
pub const TOO_LARGE: &str =
    "This file is larger than 200 MB. Export the last few years only, then try again.";

/// Why a spreadsheet is not taken.
#[must_use]
pub fn spreadsheet(fault: &SpreadsheetFault) -> String {
    let said = match fault {
        SpreadsheetFault::TooLarge => {
            "This spreadsheet is larger than 100 MB. Export the last few years only, or save the sheet as CSV, then try again."
        }
        SpreadsheetFault::TooMuchInside => {
            "What is packed in this spreadsheet comes to more than can be held: over 300 MB, or a single text of over 8 MB. Nothing of it was read. Save the sheet with the deals as CSV, then try again."
        }
        SpreadsheetFault::TooManyCells => {
            "This sheet has more than 20 million cells, or over 200 MB of text. Export the last few years only, then try again."
        }
        SpreadsheetFault::TooManyColumns { row } => {
            return format!(
                "Something stands in row {row} beyond the 2,000th column. Delete it, or save only the columns that matter, then try again."
            );
        }
        SpreadsheetFault::Encrypted => {
            "This spreadsheet is locked with a password. Save it without one, then try again."
        }
        SpreadsheetFault::OtherKind => {
            "This is a spreadsheet of another kind than .xlsx. Save it as .xlsx or the sheet as CSV, then try again."
        }
        SpreadsheetFault::NoSpreadsheet => {
            "This is an archive and no spreadsheet. Take the table with the deals out of it, then try again."
        }
        SpreadsheetFault::NoSheet => {
            "This spreadsheet has no sheet with a table in it. Check that it is the right file."
        }
        SpreadsheetFault::Entities => {
            "This file declares abbreviations that no spreadsheet program writes and that can do harm. Nothing of it was read. Save the sheet with the deals as CSV, then try again."
        }
        SpreadsheetFault::Damaged(why) => {
            return format!(
                "This spreadsheet is damaged or cut off. Open it in your spreadsheet program, save it again, then try again. (What the reader says: {why}.)"
            );
        }
        SpreadsheetFault::NotInThisFile => {
            "A workbook of one file reads tables of text alone. Save the sheet with the deals as CSV, or open Plumbline from the web for this step."
        }
        SpreadsheetFault::NotLoaded => {
            "The part of Plumbline that reads spreadsheets could not be loaded. Check the connection and try again, or save the sheet with the deals as CSV."
        }
        SpreadsheetFault::NoWorkers => {
            "This page runs without workers (workers=0 in its address, or a browser that starts none), and spreadsheets are read in a worker alone: it can be stopped, the page cannot. Save the sheet with the deals as CSV, which the page reads by itself."
        }
        SpreadsheetFault::Stopped => {
            "Reading this spreadsheet did not come to an end. Save the sheet with the deals as CSV, then try again."
        }
    };
    said.to_owned()
}

/// Said of formulas whose results the file does not hold.
#[must_use]
pub fn unanswered(formulas: &str, one: bool) -> String {
    if one {
        "A formula's result is not in the file; it counts as missing. Open the file in your spreadsheet program, save it, then read it again.".to_owned()
    } else {
        format!(
            "The results of {formulas} formulas are not in the file; they count as missing. Open the file in your spreadsheet program, save it, then read it again."
        )
    }
}

/// Why a file is not taken.
#[must_use]
pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::Empty => "Nothing stands in this file. Export the deals again, with a row of column names above them.".to_owned(),
        Refused::NoRows => "There are column names and no row below them. Check the filter of the export.".to_owned(),
        Refused::OneColumn => {
            "There is one column only. A table of deals takes at least a stage or status and a date or a value.".to_owned()
        }
        Refused::Row(RowFault::TooLong { row }) => format!(
            "Row {row} is longer than 1 MB. Probably a quotation mark opens there and never closes; put it right and try again."
        ),
        Refused::Row(RowFault::TooManyColumns { row }) => {
            format!("Row {row} has more than 2,000 columns. Export only the columns that matter.")
        }
        Refused::NoDeals => "No row is a deal: see which column holds the stage or status, and what its values mean.".to_owned(),
        Refused::TooManyDeals => "There are more than a million deals. Export the last few years only.".to_owned(),
    }
}

/// Why deals kept with a plan, in its file or in the browser, cannot be read.
#[must_use]
pub fn kept_fault(fault: &KeptFault) -> String {
    let why = match fault {
        KeptFault::Form => "they are not in a form that this version knows".to_owned(),
        KeptFault::Count { said, found } => {
            format!("there should be {said}, and their table has {found}")
        }
        KeptFault::Row { row } => format!("row {row} of their table was changed or damaged"),
        KeptFault::Refused(_) => "their table was changed or damaged".to_owned(),
    };
    format!(
        "The deals kept with this plan cannot be read: {why}. None of them is used; they stay as \
         they are, and the plan is not touched. Import the deals again, or open an earlier copy \
         of the file."
    )
}

/// The program that seems to have written the file.
#[must_use]
pub fn system(system: System) -> &'static str {
    match system {
        System::Salesforce => "Salesforce",
        System::HubSpot => "HubSpot",
        System::Pipedrive => "Pipedrive",
        System::Zoho => "Zoho CRM",
        System::Dynamics => "Dynamics 365",
        System::Plain => "a plain table",
    }
}

/// What a column holds.
#[must_use]
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Id => "Identifier",
        Field::Name => "Deal",
        Field::Account => "Customer",
        Field::Owner => "Owner",
        Field::Source => "Source",
        Field::Segment => "Segment",
        Field::Product => "Product",
        Field::Stage => "Stage",
        Field::Status => "Status",
        Field::IsWon => "Won, yes or no",
        Field::IsClosed => "Closed, yes or no",
        Field::Value => "Value",
        Field::WonValue => "Value when won",
        Field::Currency => "Currency",
        Field::Created => "Created on",
        Field::Closed => "Closed on",
        Field::WonOn => "Won on",
        Field::LostOn => "Lost on",
        Field::ExpectedClose => "Expected to close on",
        Field::Probability => "Seller's chance",
        Field::LastActivity => "Last activity",
        Field::StageEntered => "Entered stage on",
        Field::Further => "Kept for the customer profile",
    }
}

/// What has to be answered before a file is taken.
#[must_use]
pub fn question(question: &Question, survey: &Survey, figures: &DealFigures<'_>) -> String {
    let name = |column: usize| {
        let header = survey
            .columns
            .get(column)
            .map_or("", |column| column.header.as_str());
        if header.is_empty() {
            format!("column {}", column + 1)
        } else {
            format!("column \"{header}\"")
        }
    };
    match question {
        Question::DateOrder {
            column,
            examples,
            torn,
        } => {
            let example = examples.first().map_or("", String::as_str);
            let why = if *torn {
                "holds dates with the day first and dates with the month first"
            } else {
                "can be read with the day or with the month first"
            };
            format!(
                "Dates: {} {why}, such as {example}. Which comes first?",
                name(*column)
            )
        }
        Question::Decimal {
            column,
            example,
            torn,
        } => {
            let why = if *torn {
                "holds amounts with a decimal point and amounts with a decimal comma"
            } else {
                "can be read with a decimal point or a decimal comma"
            };
            format!(
                "Amounts: {} {why}, such as {example}. Which is it?",
                name(*column)
            )
        }
        Question::Currencies { codes } => {
            let codes: Vec<String> = codes
                .iter()
                .map(|(code, rows)| format!("{} ({})", code.as_str(), figures.count(*rows)))
                .collect();
            format!(
                "Amounts are in several currencies: {}. They cannot be added up; say what each is worth, or leave it out.",
                codes.join(", ")
            )
        }
        Question::NoState => {
            "No column says which deals are won and lost. Say which it is.".to_owned()
        }
        Question::NoneWon { column, values } => {
            let values: Vec<&str> = values
                .iter()
                .take(12)
                .map(|(value, _)| value.as_str())
                .collect();
            format!(
                "None of the values of {} says that a deal is won: {}. Say which means won and which lost.",
                name(*column),
                values.join(", ")
            )
        }
    }
}

/// What is said of a row.
#[must_use]
pub fn remark(remark: &Remark) -> String {
    let about = remark.field.map_or("", field);
    let with_field = |said: &str| {
        if about.is_empty() {
            said.to_owned()
        } else {
            format!("{about}: {said}")
        }
    };
    match (remark.reason, remark.other_row) {
        (Reason::SameId, Some(row)) => {
            format!("The same identifier stands in row {row}, which was taken.")
        }
        (Reason::LooksTheSame, Some(row)) => {
            format!(
                "Name, value and dates are those of row {row}. Both were taken; check whether they are one deal."
            )
        }
        (reason, _) => with_field(said(reason)),
    }
}

/// Why, in a sentence.
#[must_use]
pub fn said(reason: Reason) -> &'static str {
    match reason {
        Reason::SameId => "Its identifier stands in an earlier row.",
        Reason::ToBeLeftOut => "Its stage or status was to be left out.",
        Reason::NoState => "It has neither stage nor status.",
        Reason::UnknownState => "Nobody said what this stage or status means.",
        Reason::NoSuchDay => "The calendar has no such day, or it lies outside 1980 to 2199.",
        Reason::CreatedAfterClosed => "It was created after it closed.",
        Reason::ClosedInFuture => "It is closed on a day yet to come.",
        Reason::CreatedInFuture => "It was created on a day yet to come.",
        Reason::AfterTheDay => "It was created after the day asked for.",
        Reason::CurrencyLeftOut => "Its currency was to be left out.",
        Reason::FewerCells => {
            "The row has fewer cells than there are columns; the others count as empty."
        }
        Reason::MoreCells => {
            "The row has more cells than there are columns; those beyond were passed over."
        }
        Reason::NulTakenOut => "Invisible NUL characters were taken out.",
        Reason::OpenQuote => {
            "A quotation mark is never closed; the row was read without regard to it."
        }
        Reason::DateNotRead => "This is no date; it counts as missing.",
        Reason::AmountNotRead => "This is no amount; it counts as missing.",
        Reason::ChanceNotRead => "This is no chance from 0 to 100%; it counts as missing.",
        Reason::YesNoNotRead => "This is neither yes nor no; it counts as no.",
        Reason::LooksTheSame => "Name, value and dates are those of another row. Both were taken.",
        Reason::ClosedWithoutDate => {
            "It is won or lost, but not said when: it counts for rates and not for times."
        }
        Reason::NoCreated => "It has no date of creation: it counts for rates and not for times.",
        Reason::OpenPastClose => "It is open, and the day it was expected to close is past.",
        Reason::WonWithoutValue => "It is won and has no value.",
        Reason::WonForNothing => "It is won with a value of zero.",
        Reason::NegativeValue => "Its value is below zero.",
        Reason::OutlyingValue => {
            "Its value is far from those of all other won deals; check for a slipped digit."
        }
    }
}

/// What happened to a row.
#[must_use]
pub fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::LeftOut => "left out",
        Effect::Repaired => "taken, put right",
        Effect::Noted => "taken",
    }
}

/// The heads of the downloadable report.
#[must_use]
pub fn heads() -> Heads<'static> {
    Heads {
        row: "Row",
        effect: "What happened",
        reason: "Why",
        found: "What stood there",
        left_out: effect(Effect::LeftOut),
        repaired: effect(Effect::Repaired),
        noted: effect(Effect::Noted),
    }
}

/// How many rows became deals.
#[must_use]
pub fn taken(rows: u32, taken: u32, figures: &DealFigures<'_>) -> String {
    format!(
        "{} {}: {} taken, {} left out",
        figures.count(rows),
        if rows == 1 { "row" } else { "rows" },
        figures.deals(taken),
        figures.count(rows - taken)
    )
}
/// Up to which day the deals are known.
#[must_use]
pub fn known_up_to(day: &str) -> String {
    format!("Known up to {day}")
}
/// How the file was taken for one of a program.
#[must_use]
pub fn read_as(system_name: &str) -> String {
    format!("Read as {system_name}")
}
/// Section.
pub const HOW_READ: &str = "How the file was read";
/// Section.
pub const REMARKS: &str = "What became of the rows";
/// Column.
pub const FIELD: &str = "Taken as";
/// Column.
pub const COLUMN: &str = "Column";
/// Column.
pub const EXAMPLE: &str = "Example";
/// Column.
pub const HOW_SURE: &str = "How sure";
/// Column.
pub const ROWS: &str = "Rows";
/// Letters that did not fit the encoding.
#[must_use]
pub fn odd_letters(count: u64) -> String {
    format!(
        "{count} letters could not be read in the file's encoding. Save the file as UTF-8, then try again."
    )
}
/// How sure a guess is.
#[must_use]
pub fn confidence(confidence: plumbline_deals::import::Confidence) -> &'static str {
    use plumbline_deals::import::Confidence;
    match confidence {
        Confidence::Said => "you said so",
        Confidence::High => "by its name",
        Confidence::Medium => "by a word in its name",
        Confidence::Low => "by what stands in it",
    }
}
