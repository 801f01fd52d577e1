//! Scenarios: other ways to reach the target, kept and compared.

use super::counted;

/// The page.
pub const TITLE: &str = "Scenarios";
/// What it is for.
pub const WHY: &str = "Other ways to reach the target, side by side. Each has its own process, \
    team, pay, targets and rhythm; open deals and actual figures are the same for all.";

/// What the scenario in the chapters is called while it has no name.
pub const THE_PLAN: &str = "The plan";
/// What another scenario is called while it has no name.
#[must_use]
pub fn unnamed(place: usize) -> String {
    format!("Scenario {place}")
}
/// The same within a sentence or a name.
pub const OF_THE_PLAN: &str = "the plan";
/// Heading of the list.
pub const ALL: &str = "All scenarios";
/// Marks the scenario that stands in the chapters.
pub const IN_CHAPTERS: &str = "in the chapters now";
/// How a scenario is changed.
pub const HOW_TO_CHANGE: &str = "To change a scenario, work in it: it then stands in the \
    chapters, and the one that stood there is kept here as it was.";
/// There is one scenario alone.
pub const ONE_ALONE: &str = "There is one so far: what stands in the chapters. Keep a copy of it, \
    then change the plan; here you see both.";

/// Label of a scenario's name.
pub const NAME: &str = "Name";
/// Label of what a scenario is about.
pub const NOTE: &str = "What it is about";
/// An example of it.
pub const NOTE_EXAMPLE: &str = "Two reps more from April, no change in price";
/// Makes a copy of what stands in the chapters.
pub const KEEP_COPY: &str = "Keep a copy of the plan as a scenario";
/// It was made.
#[must_use]
pub fn kept(name: &str) -> String {
    format!("A copy is kept as “{name}”. What you change now is not changed there.")
}
/// Puts a scenario into the chapters.
#[must_use]
pub fn work_in(name: &str) -> String {
    format!("Work in it: {name}")
}
/// The same, where the name stands beside it.
pub const WORK_IN: &str = "Work in it";
/// It was done.
#[must_use]
pub fn switched(now: &str, before: &str) -> String {
    format!("“{now}” stands in the chapters now; “{before}” is kept beside it.")
}
/// Copies a scenario.
#[must_use]
pub fn copy(name: &str) -> String {
    format!("Copy {name}")
}
/// The same, where the name stands beside it.
pub const COPY: &str = "Copy";
/// Removes a scenario.
#[must_use]
pub fn remove(name: &str) -> String {
    format!("Delete {name}")
}
/// The same, where the name stands beside it.
pub const REMOVE: &str = "Delete";
/// Whether a scenario is compared.
#[must_use]
pub fn compare_it(name: &str) -> String {
    format!("Compare {name}")
}
/// The same, where the name stands beside it.
pub const COMPARE_IT: &str = "Compare";

/// Heading of the comparison.
pub const COMPARED: &str = "Side by side";
/// Fewer than two are chosen.
pub const CHOOSE_TWO: &str = "Choose two to four scenarios to compare.";
/// How many can be compared at most.
pub const MOST: &str = "Four can be compared at once: take one out first.";
/// Row: the chance of reaching the target.
pub const CHANCE: &str = "Chance of the target";
/// Row: the target.
pub const TARGET: &str = "Target";
/// Row: bookings on average.
pub const MEAN: &str = "Bookings on average";
/// Row: the range of bookings.
pub const RANGE: &str = "Eight times in ten between";
/// The range of bookings.
#[must_use]
pub fn from_to(low: &str, high: &str) -> String {
    format!("{low} and {high}")
}
/// Row: the target reached with 80%.
pub const SAFE: &str = "Reached with an 80% chance";
/// Row: the picture of the bookings.
pub const PICTURE: &str = "Bookings, on one scale";
/// A scenario that cannot be computed.
#[must_use]
pub fn missing(count: usize) -> String {
    let things = counted(count, "thing", "things");
    format!("{things} missing for a verdict")
}
/// Figures are still those of the quick estimate.
pub const ESTIMATING: &str = "Quick estimates so far; the simulation is under way.";
/// All figures are simulated.
#[must_use]
pub fn simulated(trials: &str) -> String {
    format!(
        "Each simulated {trials} times with the same luck, so that nothing but the inputs differs."
    )
}

/// Heading of the inputs that differ.
pub const DIFFERENT: &str = "What is different";
/// Nothing is.
pub const SAME: &str = "No input differs.";
/// Column: the field.
pub const INPUT: &str = "Input";
/// Heading of the differences in words.
pub const IN_WORDS: &str = "In words";
/// A scenario against another, in a sentence.
#[must_use]
pub fn against(
    name: &str,
    other: &str,
    chances: (&str, &str),
    more: &Moved,
    inputs: usize,
) -> String {
    let inputs = counted(inputs, "input differs", "inputs differ");
    let moved = match more {
        Moved::More(amount) => format!("about {amount} more on average"),
        Moved::Less(amount) => format!("about {amount} less on average"),
        Moved::Same => "about as much on average".to_owned(),
    };
    format!(
        "“{name}” has a chance of {}, “{other}” of {}: {moved}. {inputs}.",
        chances.0, chances.1
    )
}
/// How far the bookings of one scenario are from those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// So much more.
    More(String),
    /// So much less.
    Less(String),
    /// No difference worth saying.
    Same,
}

/// An item that a scenario has.
pub const THERE: &str = "there";
/// An item that a scenario does not have.
pub const NOT_THERE: &str = "not there";
/// A field that is not filled in.
pub const NOT_ENTERED: &str = "not entered";
/// A picture, which is no text.
pub const A_PICTURE: &str = "a picture";
/// A box that is ticked.
pub const YES: &str = "yes";
/// A box that is not ticked.
pub const NO: &str = "no";
/// A list of values by month or by part, too long to be shown.
#[must_use]
pub fn entries(count: usize) -> String {
    counted(count, "entry", "entries")
}
/// An assumption with its range.
#[must_use]
pub fn with_range(value: &str, range: &str) -> String {
    format!("{value} ({range})")
}
/// An assumption that stands for another.
#[must_use]
pub fn same_as(field: &str) -> String {
    format!("the same as {field}")
}
