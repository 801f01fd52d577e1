//! What fields say of themselves.

/// Said of a range nobody entered.
pub const DEFAULT_RANGE: &str = "usual spread";
/// A guess.
pub const GUESS: &str = "guess";
/// The team's judgement.
pub const TEAM: &str = "team judgement";
/// The team's judgement, in a table.
pub const TEAM_SHORT: &str = "team";
/// Counts in a table.
#[must_use]
pub fn counts(events: Option<u64>, of: u64) -> String {
    match events {
        Some(events) => format!("{events} of {of}"),
        None => super::counted(usize::try_from(of).unwrap_or(usize::MAX), "case", "cases"),
    }
}
/// Own history with counts.
#[must_use]
pub fn own_history(events: Option<u64>, of: u64) -> String {
    match events {
        Some(events) => format!("own history, {events} of {of}"),
        None => format!("own history, {of} cases"),
    }
}
/// A published figure.
#[must_use]
pub fn published(reference: &str) -> String {
    if reference.is_empty() {
        "published".to_owned()
    } else {
        format!("published: {reference}")
    }
}

/// Opens the details of an assumption.
#[must_use]
pub fn details_of(label: &str) -> String {
    format!("Range and source of {label}")
}
/// Label of the low end.
pub const LOW: &str = "Low (1 in 10 that the average is lower)";
/// Label of the high end.
pub const HIGH: &str = "High (1 in 10 that the average is higher)";
/// Label of the source.
pub const SOURCE: &str = "Source";
/// The four sources.
pub const SOURCE_GUESS: &str = "Guess";
/// Team.
pub const SOURCE_TEAM: &str = "Team judgement";
/// History.
pub const SOURCE_HISTORY: &str = "Own history";
/// Published.
pub const SOURCE_PUBLISHED: &str = "Published figure";
/// Label of the successes counted.
pub const HISTORY_EVENTS: &str = "How often it happened";
/// Label of the trials counted.
pub const HISTORY_OF: &str = "Out of how many";
/// Label of the number of observations.
pub const HISTORY_CASES: &str = "From how many cases";
/// Label of the reference.
pub const REFERENCE: &str = "Reference";
/// Label of the year of the figures.
pub const YEAR: &str = "Year of the figures";
/// Label of the note.
pub const NOTE: &str = "Note";
/// Label of the date of the last check.
pub const CHECKED_ON: &str = "Last checked";
/// Label of who answers for it.
pub const OWNER: &str = "Who answers for it";
/// Label of the date of the next check.
pub const REVIEW_ON: &str = "To be checked again on";
/// How much a number matters.
#[must_use]
pub fn matters(share: &str) -> String {
    format!("carries {share} of the answer")
}
/// What was understood.
#[must_use]
pub fn understood(text: &str) -> String {
    format!("Understood: {text}")
}
/// A value outside the bounds of its field.
#[must_use]
pub fn out_of_bounds(least: &str, most: &str) -> String {
    format!("This has to be from {least} to {most}. The last good value goes on counting.")
}
/// A range was typed where one value belongs.
pub const ONE_VALUE_ONLY: &str = "One number belongs here, not a range.";
/// Counts were typed where they make no sense.
pub const NO_COUNTS: &str = "Counts such as 4 of 10 belong to shares only.";
/// The last good value counts.
pub const LAST_GOOD: &str = "The last good value goes on counting.";
/// Optional fields.
pub const OPTIONAL: &str = "optional";
/// Units written after the field.
pub const UNIT_DAYS: &str = "days";
/// Hours.
pub const UNIT_HOURS: &str = "hours";

/// Adds an item.
#[must_use]
pub fn add(what: &str) -> String {
    format!("Add {what}")
}
/// Removes an item.
#[must_use]
pub fn remove(what: &str) -> String {
    format!("Remove {what}")
}
/// Moves an item up.
#[must_use]
pub fn move_up(what: &str) -> String {
    format!("Move {what} up")
}
/// Moves an item down.
#[must_use]
pub fn move_down(what: &str) -> String {
    format!("Move {what} down")
}
/// Nothing chosen.
pub const NOT_CHOSEN: &str = "not said";
/// A month typed wrong.
pub const MONTH_FORM: &str = "A month such as 2027-03.";
/// A date typed wrong.
pub const DATE_FORM: &str = "A date such as 2027-03-31.";
