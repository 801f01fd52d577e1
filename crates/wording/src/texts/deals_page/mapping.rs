//! How a file is read, and what its columns, stages and currencies mean: guessed, shown and changed.

/// Section: how the file is read.
#[must_use]
pub fn how_read(name: &str) -> String {
    format!("How {name} is read")
}
/// What the file looks like.
#[must_use]
pub fn looks_like(system: &str, rows: &str) -> String {
    format!("It looks like an export of {system}: {rows} rows below the column names.")
}
/// What the file looks like, when it looks like no program's.
#[must_use]
pub fn plain_table(rows: &str) -> String {
    format!("A table of {rows} rows.")
}
/// A file of this shape was imported before.
pub const REMEMBERED: &str = "Read as the last file with these columns.";
/// What is to be done.
pub const CHECK_GUESSES: &str =
    "Below is how the columns were understood. Change what is wrong, then take the deals.";
/// Heading of what has to be answered.
pub const TO_ANSWER: &str = "To be answered first";
/// Label.
pub const WHICH_SHEET: &str = "Sheet";
/// Label.
pub const ENCODING: &str = "Letters";
/// Label.
pub const DELIMITER: &str = "Cells separated by";
/// Label.
pub const HEADER_ROW: &str = "Column names";
/// Option.
#[must_use]
pub fn in_row(row: u32) -> String {
    format!("in row {row}")
}
/// Option.
pub const NO_HEADER: &str = "none";
/// Label.
pub const DATE_ORDER: &str = "Dates";
/// Label.
pub const DECIMAL_SIGN: &str = "Amounts";
/// Option of an encoding.
#[must_use]
pub fn encoding(encoding: plumbline_deals::import::Encoding) -> &'static str {
    use plumbline_deals::import::Encoding;
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16",
        Encoding::Utf16Be => "UTF-16, big end first",
        Encoding::Windows1252 => "Windows, western Europe",
    }
}
/// Option of a delimiter.
#[must_use]
pub fn delimiter(delimiter: plumbline_deals::import::Delimiter) -> &'static str {
    use plumbline_deals::import::Delimiter;
    match delimiter {
        Delimiter::Comma => "comma",
        Delimiter::Semicolon => "semicolon",
        Delimiter::Tab => "tab",
        Delimiter::Pipe => "vertical bar",
    }
}
/// Option of the order of dates.
pub const DAY_FIRST: &str = "Day first";
/// Option of the order of dates.
pub const MONTH_FIRST: &str = "Month first";
/// Option of the decimal sign.
pub const POINT: &str = "Decimal point";
/// Option of the decimal sign.
pub const COMMA: &str = "Decimal comma";
/// An option with what it would make of an example.
#[must_use]
pub fn option(name: &str, example: &str) -> String {
    format!("{name}: {example}")
}
/// What an example would be.
#[must_use]
pub fn would_be(example: &str, read: &str) -> String {
    format!("{example} is {read}")
}
/// An example that is no date in this order.
pub const NOT_A_DATE: &str = "no date";
/// An amount with a point.
pub const POINT_EXAMPLE: &str = "as in 1,234.50";
/// An amount with a comma.
pub const COMMA_EXAMPLE: &str = "as in 1.234,50";
/// Heading and caption: the columns.
pub const COLUMNS: &str = "Columns";
/// Column of the columns' table.
pub const HOLDS: &str = "Holds";
/// Column of the columns' table.
pub const EXAMPLES: &str = "Examples";
/// A column that holds nothing of interest.
pub const NOT_USED: &str = "not used";
/// Columns that hold nothing of interest, folded away.
#[must_use]
pub fn unused_columns(count: usize) -> String {
    format!("Columns not used ({count})")
}
/// Caption of them.
pub const UNUSED_COLUMNS: &str = "Columns not used";
/// A column without a name.
#[must_use]
pub fn unnamed_column(number: usize) -> String {
    format!("column {number}")
}
/// What a column holds.
#[must_use]
pub fn column_holds(name: &str) -> String {
    format!("{name} holds")
}
/// Columns not shown.
#[must_use]
pub fn more_columns(count: usize) -> String {
    format!("{count} more columns are not used.")
}
/// Heading and caption: stages and statuses.
pub const VALUES: &str = "Stages and statuses";
/// Column.
pub const MEANS: &str = "Means";
/// Column.
pub const PLAN_STAGE: &str = "Stage of the plan";
/// What a stage means.
#[must_use]
pub fn value_means(name: &str) -> String {
    format!("{name} means")
}
/// The plan's stage of a stage.
#[must_use]
pub fn value_is(name: &str) -> String {
    format!("{name} is the plan's stage")
}
/// No stage of the plan.
pub const NO_STAGE: &str = "the stage before";
/// A stage of the plan that is called as that of the file.
#[must_use]
pub fn stage_by_name(name: &str) -> String {
    format!("{name} (by its name)")
}
/// A guess.
pub const A_GUESS: &str = "a guess";
/// Options: what a stage means.
#[must_use]
pub fn meaning(meaning: plumbline_deals::import::Meaning) -> &'static str {
    use plumbline_deals::import::Meaning;
    match meaning {
        Meaning::Open => "open",
        Meaning::Won => "won",
        Meaning::Lost => "lost",
        Meaning::LeaveOut => "leave out",
    }
}
/// Heading and caption: currencies.
pub const CURRENCIES: &str = "Currencies";
/// What a currency is worth.
#[must_use]
pub fn worth_of(code: &str) -> String {
    format!("What 1 {code} is worth")
}
/// How rates are typed.
pub const RATE_HINT: &str = "1 for the currency counted in; leave empty to leave its deals out.";
/// Button.
pub const LEAVE_OUT_OPEN_CURRENCIES: &str = "Leave out currencies without a rate";
/// The same button, while no currency has a rate.
#[must_use]
pub fn one_currency_alone(code: &str) -> String {
    format!("Take the deals in {code} alone")
}
/// Folded away: the first rows of the file.
pub const FIRST_ROWS: &str = "The first rows as they stand in the file";
/// Button.
pub const TAKE: &str = "Take these deals";
