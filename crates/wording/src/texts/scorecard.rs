//! Chapter 10, Scorecard.

/// Section.
pub const KEY_FIGURES: &str = "Key figures";
/// Why.
pub const KEY_FIGURES_WHY: &str =
    "Few, chosen with the team, each with a goal and one person who answers for it.";
/// Empty list.
pub const KEY_FIGURES_EMPTY: &str = "Three to five figures, chosen with the team, each with a goal and one person who \
    answers for it. At least one should lead: it moves while there is still time to act, as calls and first meetings \
    do. Bookings only tell how it went.";
/// Add.
pub const A_KEY_FIGURE: &str = "a key figure";
/// One without a name, by place.
#[must_use]
pub fn unnamed_key_figure(place: usize) -> String {
    format!("Key figure {place}")
}
/// Name.
pub const KEY_FIGURE: &str = "Key figure";
/// Example.
pub const KEY_FIGURE_EXAMPLE: &str = "Needs assessments on site";
/// Timing.
pub const TIMING: &str = "It moves";
/// Leading.
pub const LEADING: &str = "before the bookings";
/// Lagging.
pub const LAGGING: &str = "with or after them";
/// Goal.
pub const GOAL: &str = "Goal";
/// Example.
pub const GOAL_EXAMPLE: &str = "9 a month";
/// Serves.
pub const SERVES: &str = "What it serves";
/// Example.
pub const SERVES_EXAMPLE: &str = "Fewer proposals, better ones";
/// Owner.
pub const OWNER: &str = "Who answers for it";
/// Agreed.
pub const AGREED: &str = "The team has agreed to it";

/// Section.
pub const ACTUALS: &str = "What really happened";
/// Why.
pub const ACTUALS_WHY: &str = "The verdict adds the bookings entered here to what the rest of the period should bring. \
    Where a month has a figure for the whole team, those of single reps are its parts and are not added to it.";
/// Empty list.
pub const ACTUALS_EMPTY: &str = "Once a month is over, enter what it brought, for the whole team or rep by rep. Its \
    bookings then count in the verdict, where a month that is over and has no entry counts nothing; activities and \
    leads show in time whether the assumptions hold.";
/// Add, for the whole team.
#[must_use]
pub fn a_month(month: &str) -> String {
    format!("{month}, whole team")
}
/// Add, for each rep.
#[must_use]
pub fn a_month_by_rep(month: &str) -> String {
    format!("{month}, rep by rep")
}
/// What a row is about.
#[must_use]
pub fn row(month: &str, rep: &str) -> String {
    format!("{month}, {rep}")
}
/// Month.
pub const MONTH: &str = "Month";
/// Rep.
pub const REP: &str = "Rep";
/// No rep.
pub const WHOLE_TEAM: &str = "whole team";
/// Activities.
pub const ACTIVITIES: &str = "Activities";
/// Leads.
pub const LEADS: &str = "Leads";
/// Wins.
pub const WINS: &str = "Wins";
/// Bookings.
pub const BOOKINGS: &str = "Bookings";
/// Folded.
pub const STAGE_ENTRIES: &str = "Deals that entered each stage";
/// Way of selling.
pub const MOTION: &str = "Way of selling";
/// No way of selling.
pub const ALL_MOTIONS: &str = "all of them";
/// Table.
pub const AGAINST_TARGET: &str = "Against the target";
/// Column.
pub const TARGET: &str = "Target";
/// Column.
pub const ACTUAL: &str = "Booked";
/// Column.
pub const DIFFERENCE: &str = "Difference";
/// Row.
pub const TOTAL: &str = "Months entered";

/// Section.
pub const COMMITMENTS: &str = "Commitments";
/// Why.
pub const COMMITMENTS_WHY: &str = "A promise with a name and a day is kept more often.";
/// Empty list.
pub const COMMITMENTS_EMPTY: &str = "Who promised what, by when. A promise with a name and a day is kept more often, the \
    manager's own included.";
/// Add.
pub const A_COMMITMENT: &str = "a commitment";
/// One without words, by place.
#[must_use]
pub fn unnamed_commitment(place: usize) -> String {
    format!("Commitment {place}")
}
/// What.
pub const COMMITMENT: &str = "What was promised";
/// Example.
pub const COMMITMENT_EXAMPLE: &str = "Service desk takes first questions of customers";
/// Who.
pub const PROMISED_BY: &str = "Who promised";
/// Due.
pub const DUE: &str = "By when";
/// Done.
pub const DONE: &str = "Done";
/// Mark of one past its day.
pub const OVERDUE: &str = "overdue";
