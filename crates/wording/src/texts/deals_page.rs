//! The page on which a firm's own deals are imported, shown and taken into the plan.

mod kept;
mod mapping;
mod proposals;

pub use kept::*;
pub use mapping::*;
pub use proposals::*;

/// Title of the page.
pub const TITLE: &str = "Your own deals";
/// Section: how many deals there are, and up to which day.
pub const TAKEN: &str = "The deals taken";
/// Switch: the record begins with its first close.
#[must_use]
pub fn earlier_closes_missing(begins: &str) -> String {
    format!("Deals that closed before {begins}, the first close here, are missing from the file")
}
/// What the switch does.
pub const EARLIER_CLOSES_HINT: &str = "Of the deals created before that day the file then holds only those that were still open on it. \
     With this, they count from that day on, so that chances and times come out right.";
/// Why it is there.
pub const WHY: &str =
    "What really happened to your deals says more about the plan's numbers than any guess.";

/// Section: where deals come from.
pub const SOURCE: &str = "Import deals";
/// What is wanted.
pub const WHAT_IS_WANTED: &str = "Export all deals from your CRM, won, lost and open, as CSV or as a spreadsheet (.xlsx): with stage or status, \
     the dates they were created and closed, and value. The file stays on this machine.";
/// Button.
pub const CHOOSE_FILE: &str = "Choose a file";
/// Where files can be dropped.
pub const OR_DROP: &str = "or drop it anywhere on this page";
/// Folded away.
pub const PASTE: &str = "Paste a table instead";
/// Label of the field pasted into.
pub const PASTE_HERE: &str = "The table, with its column names";
/// Button.
pub const READ_PASTED: &str = "Read what was pasted";
/// The name of what was pasted.
pub const PASTED: &str = "Pasted table";
/// Button.
pub const CANCEL: &str = "Cancel";
/// Nothing was pasted.
pub const NOTHING_PASTED: &str = "Nothing stands in the field. Copy the rows in your spreadsheet, column names included, and paste them here.";
/// The worker stopped.
pub const STOPPED: &str = "Reading the deals stopped at a fault of the program. Your plan is as it was. Try a file with fewer columns.";
/// The file could not be read.
#[must_use]
pub fn unreadable(why: &str) -> String {
    format!("The file could not be read ({why}). Save it anew, then try again.")
}
/// How far it has come.
#[must_use]
pub fn progress(share: &str, rows: &str) -> String {
    format!("Reading: {share}, {rows} rows so far")
}
/// Something is under way, and it is not known how far.
pub const WORKING: &str = "Working on it";
/// What was not taken.
pub const REFUSED: &str = "This file was not taken. Your plan is as it was.";

/// Section: what became of the rows.
pub const ROWS: &str = "What became of the rows";
/// All rows were taken as they are.
pub const NOTHING_TO_SAY: &str = "Every row was taken as it stands.";
/// Rows of one reason.
#[must_use]
pub fn rows_for_reason(count: &str, is_one: bool, effect: &str, why: &str) -> String {
    let rows = if is_one { "row" } else { "rows" };
    format!("{count} {rows} {effect}: {why}")
}
/// Rows not listed.
#[must_use]
pub fn more_rows(count: &str) -> String {
    format!("and {count} more; the download has them all")
}
/// Button.
pub const DOWNLOAD_ROWS: &str = "Download the report of rows";
/// Button.
pub const DOWNLOAD_OPEN: &str = "Download the open deals";
/// Button.
pub const DOWNLOAD_FIGURES: &str = "Download all figures, unrounded";
/// Button.
pub const DOWNLOAD_ALL: &str = "Download all deals";
/// File name.
pub const ROWS_FILE: &str = "rows.csv";
/// File name.
pub const OPEN_FILE: &str = "open-deals.csv";
/// File name.
pub const ALL_FILE: &str = "deals.csv";
/// File name.
pub const FIGURES_FILE: &str = "figures.csv";

/// Section: by owner, source, segment and product.
pub const GROUPS: &str = "Who and what wins";
/// Why rates are drawn toward the whole.
pub const WHY_DRAWN: &str = "A few deals say little: each win rate is also shown drawn toward that of all deals, the more the fewer there are.";
/// Column.
pub const TOWARD_THE_WHOLE: &str = "Drawn toward all (8 in 10)";
/// Section.
pub const STAGES: &str = "Time in stages";
/// Column.
pub const GOES_ON: &str = "Goes on (8 in 10)";
/// Column.
pub const ONE_IN_TEN: &str = "One in ten takes more than";
/// Name of the picture.
pub const CHANCE_BY_AGE: &str = "Chance of an open deal to be won, by its age";
/// A value of the picture of chances by age.
#[must_use]
pub fn chance_at_age(age: &str, chance: &str, range: &str) -> String {
    format!("open for {age}: a chance of {chance} ({range})")
}
/// A value of the picture of forecasts.
#[must_use]
pub fn forecast_reading(quarter: &str, middle: &str, range: &str, actual: &str) -> String {
    format!("{quarter}: forecast {middle} (8 in 10: {range}), {actual} came")
}
/// What the picture shows.
#[must_use]
pub fn chance_picture(begin: &str, until: &str) -> String {
    format!("It begins at {begin} for a new deal and reaches as far as there is evidence, {until}.")
}
/// Key of the picture.
pub const FORECAST_RANGE: &str = "8 in 10";
/// Key of the picture.
pub const FORECAST_MIDDLE: &str = "forecast";
/// Caption.
pub const WORTH: &str = "What the open deals are worth";
/// Caption.
pub const MOVING_DEALS: &str = "Moving deals, the most promising first";
/// Caption.
pub const STAGNANT_DEALS: &str = "Stagnant deals, the most valuable first";
/// Caption.
pub const DEAD_DEALS: &str = "Dead deals, the most valuable first";
/// Column.
pub const DAYS_IN_STAGE: &str = "Days in stage";
/// Column.
pub const CUT_OFF: &str = "Cut-off used";
/// Standing of an open deal.
pub const MOVING: &str = "moving";
/// Standing of an open deal.
pub const STAGNANT: &str = "stagnant";
/// Standing of an open deal.
pub const DEAD: &str = "dead";
/// Column.
pub const DEAL: &str = "Deal";
/// Column.
pub const CUSTOMER: &str = "Customer";
/// Column.
pub const OWNER: &str = "Owner";
/// Column.
pub const CHANCE: &str = "Chance";
/// Column.
pub const STANDING: &str = "Standing";
/// Column.
pub const ROW: &str = "Row";
/// Column.
pub const WHY_ROW: &str = "Why";
/// Column.
pub const WHAT_STOOD_THERE: &str = "What stood there";
/// Column.
pub const IDENTIFIER: &str = "Identifier";
/// A deal without name and identifier.
#[must_use]
pub fn row(number: &str) -> String {
    format!("row {number}")
}
/// Nothing is known.
pub const NOTHING: &str = "–";
/// From one figure to another.
#[must_use]
pub fn from_to(low: &str, high: &str) -> String {
    format!("{low} – {high}")
}
/// A quarter.
#[must_use]
pub fn quarter(year: i32, quarter: u32) -> String {
    format!("{year} Q{quarter}")
}
