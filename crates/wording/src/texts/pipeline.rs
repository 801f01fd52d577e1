//! Chapter 8, Pipeline.

/// Section.
pub const OPEN_DEALS: &str = "Open deals";
/// Empty list.
pub const EMPTY: &str = "No open deals listed. With a list, the first months rest on what is really there, \
    and leads of the past are counted only through it.";
/// Add.
pub const A_DEAL: &str = "a deal";
/// A deal without a name, by place.
#[must_use]
pub fn unnamed(place: usize) -> String {
    format!("Deal {place}")
}
/// Column.
pub const NAME: &str = "Deal";
/// Column.
pub const CUSTOMER: &str = "Customer";
/// Column.
pub const VALUE: &str = "Value";
/// Column.
pub const MOTION: &str = "Way of selling";
/// Column.
pub const STAGE: &str = "Stage";
/// Column.
pub const CREATED: &str = "Created";
/// Column.
pub const IN_STAGE_SINCE: &str = "In stage since";
/// Column.
pub const EXPECTED: &str = "Expected close";
/// Column.
pub const WIN_CHANCE: &str = "Own chance";
/// Explanation.
pub const WIN_CHANCE_HINT: &str = "Leave empty to use the conversions of the process.";
/// Column.
pub const OWNER: &str = "Owner";
/// Column.
pub const SOURCE: &str = "Source";
/// Column.
pub const AGE: &str = "Days in stage";
/// Mark of a deal past the cut-off of its stage.
pub const STAGNANT: &str = "stagnant";
/// Opens a deal's details.
pub const DETAILS: &str = "Details";
/// Summary above the list.
#[must_use]
pub fn summary(deals: &str, value: &str) -> String {
    format!("{deals}, worth {value} at face value.")
}
/// Added when some are stagnant.
#[must_use]
pub fn stagnant(deals: &str, value: &str) -> String {
    format!("{deals} of them, worth {value}, have been in their stage longer than its cut-off.")
}
/// Starting point.
pub const STARTING_FROM: &str = "What is under way when the period starts";
/// Running.
pub const RUNNING: &str = "A running business: leads have been coming in at this rate";
/// Nothing.
pub const FROM_NOTHING: &str = "Nothing: the first leads come in on the first day";
/// Explanation.
pub const STARTING_HINT: &str = "A running business has customers who buy again and refer others. Its past leads count only while no open deals are listed.";
