//! The assumptions register in chapter 12.

/// Section.
pub const TITLE: &str = "Assumptions";
/// Why.
pub const WHY: &str = "Every number of the plan that is not a fact, with where it comes from and who looks at it \
    again. An hour goes furthest on the guesses that carry most of the answer.";
/// While there are none.
pub const NONE: &str = "No assumption yet. Conversions, deal values, leads, times and hours appear here as soon as \
    they are entered in their chapters.";
/// Label of the choice of which are shown.
pub const SHOWN: &str = "Show";
/// Choice.
pub const GUESSES: &str = "guesses that matter most";
/// Choice.
pub const DUE: &str = "due for review";
/// Choice.
pub const ALL: &str = "all";
/// None of them is shown.
pub const NONE_SHOWN: &str = "None of them.";
/// How many are shown.
#[must_use]
pub fn shown(count: usize, all: usize) -> String {
    format!("{count} of {all}")
}
/// Column.
pub const NAME: &str = "Assumption";
/// Column.
pub const VALUE: &str = "Value and range";
/// Column of the table in a file.
pub const VALUE_ALONE: &str = "Average";
/// The same.
pub const LOW: &str = "Low";
/// The same.
pub const HIGH: &str = "High";
/// The same.
pub const UNIT: &str = "Unit";
/// The same.
pub const NOTE: &str = "Note";
/// Unit.
pub const SHARE: &str = "share";
/// Unit.
pub const COUNT: &str = "count";
/// Unit.
pub const DAYS: &str = "days";
/// Unit.
pub const HOURS: &str = "hours";
/// Unit.
pub const FACTOR: &str = "factor";
/// Unit.
pub const GROWTH: &str = "growth a month";
/// Button.
pub const SAVE: &str = "Save as a table (CSV)";
/// Column.
pub const SOURCE: &str = "Source";
/// Column.
pub const MATTERS: &str = "Carries";
/// What the column says.
pub const MATTERS_MEANING: &str = "share of the answer's uncertainty that it carries";
/// Column.
pub const CHECKED: &str = "Last checked";
/// Column.
pub const OWNER: &str = "Owner";
/// Column.
pub const REVIEW: &str = "Next review";
/// Nothing was said.
pub const NEVER: &str = "never";
/// No value.
pub const NOTHING: &str = "–";
/// The mark of one that is due.
pub const DUE_MARK: &str = "due";
/// Before the columns, where they stand in a line.
pub const SORT: &str = "Sort by";
/// Sorts by a column.
#[must_use]
pub fn sort_by(column: &str) -> String {
    format!("Sort by {column}")
}
/// Opens the details.
pub const DETAILS: &str = "Details";
/// The same, with what of.
#[must_use]
pub fn details_of(label: &str) -> String {
    format!("{DETAILS}: {label}")
}
/// Notes that it was checked today.
pub const CHECK: &str = "Checked today";
/// The same, with what.
#[must_use]
pub fn check(label: &str) -> String {
    format!("{CHECK}: {label}")
}
/// After that.
#[must_use]
pub fn checked(label: &str) -> String {
    format!("Noted: {label} was checked today.")
}
/// An average with its range.
#[must_use]
pub fn with_range(average: &str, range: &str) -> String {
    format!("{average} ({range})")
}
