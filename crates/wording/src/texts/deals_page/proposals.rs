//! What the deals propose for the plan.

/// Section: from deals to assumptions.
pub const CALIBRATE: &str = "Take figures into the plan";
/// What that does.
pub const CALIBRATE_WHY: &str = "Each assumption that your deals speak to, with what stands in the plan and what they say. What you take has your own history as its source; undo takes it back.";
/// Label: which motion.
pub const MOTION: &str = "Way of selling";
/// Column.
pub const ASSUMPTION: &str = "Assumption";
/// Column.
pub const IN_THE_PLAN: &str = "In the plan";
/// Column.
pub const FROM_DEALS: &str = "From your deals";
/// Column.
pub const COUNTED: &str = "Counted from";
/// Button.
pub const TAKE_ONE: &str = "Take";
/// Button, for those who hear it.
#[must_use]
pub fn take_one(label: &str) -> String {
    format!("Take: {label}")
}
/// Button.
pub const TAKE_ALL: &str = "Take all";
/// Nothing to take.
pub const ALL_TAKEN: &str = "The plan says what your deals say.";
/// What was counted.
#[must_use]
pub fn counted(events: &str, of: &str) -> String {
    format!("{events} of {of}")
}
/// What was counted.
#[must_use]
pub fn from_deals(of: &str) -> String {
    format!("{of} cases")
}
/// What was counted.
#[must_use]
pub fn from_months(of: &str) -> String {
    format!("{of} months")
}
/// An average with its range.
#[must_use]
pub fn with_range(average: &str, range: &str) -> String {
    format!("{average} ({range})")
}
/// Twelve weights.
#[must_use]
pub fn season((most, weight): (&str, &str), (least, low_weight): (&str, &str)) -> String {
    format!("most in {most} ({weight}), least in {least} ({low_weight})")
}
/// A season in which all months are alike.
pub const EVEN_SEASON: &str = "every month alike";
/// Said after taking one.
#[must_use]
pub fn taken(label: &str) -> String {
    format!("Taken from your deals: {label}.")
}
/// Said after taking all.
#[must_use]
pub fn taken_all(count: usize) -> String {
    if count == 1 {
        "1 assumption taken from your deals.".to_owned()
    } else {
        format!("{count} assumptions taken from your deals.")
    }
}
/// The deals are in another currency than the plan.
#[must_use]
pub fn other_currency(of_deals: &str, of_plan: &str) -> String {
    format!(
        "Your deals are in {of_deals} and the plan in {of_plan}. Set the plan's currency to {of_deals}, or import again with a rate."
    )
}
/// Button.
pub const TAKE_OPEN_DEALS: &str = "Put the open deals into the pipeline";
/// Said after it.
pub const OPEN_DEALS_TAKEN: &str = "The open deals stand in the pipeline.";
/// What stays as it is.
pub const STAYS: &str = "What stays as it is";
