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
/// Mark of a deal past the cut-off of its stage.
pub const STAGNANT: &str = "stagnant";
/// Opens a deal's details.
pub const DETAILS: &str = "Details";
/// Summary above the list.
#[must_use]
pub fn summary(deals: usize, value: &str) -> String {
    let deals = super::counted(deals, "deal", "deals");
    format!("{deals}, worth {value} at face value.")
}
/// Added when some are stagnant.
#[must_use]
pub fn stagnant(deals: usize, value: &str) -> String {
    match deals {
        1 => format!("1 of them, worth {value}, has been in its stage beyond the cut-off."),
        many => {
            format!("{many} of them, worth {value}, have been in their stage beyond its cut-off.")
        }
    }
}
/// How long a deal has been in its stage.
#[must_use]
pub fn days_in_stage(days: i64) -> String {
    match days {
        1 => "1 day in stage".to_owned(),
        days => format!("{days} days in stage"),
    }
}
/// Field.
pub const SCORE: &str = "Fit with the ideal customer";
/// Explanation.
pub const SCORE_HINT: &str = "From 0% to 100%, by the profile of the Market chapter.";
/// Field.
pub const NOTE: &str = "Note";
/// Starting point.
pub const STARTING_FROM: &str = "What is under way when the period starts";
/// Running.
pub const RUNNING: &str = "A running business: leads have been coming in at this rate";
/// Nothing.
pub const FROM_NOTHING: &str = "Nothing: the first leads come in on the first day";
/// Explanation.
pub const STARTING_HINT: &str = "A running business has customers who buy again and refer others. Its past leads count only while no open deals are listed.";

/// Example of a deal.
pub const DEAL_EXAMPLE: &str = "Press shop";
/// Example of its customer.
pub const CUSTOMER_EXAMPLE: &str = "Altmann Stamping";
