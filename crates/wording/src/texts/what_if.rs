//! What-ifs: figures tried out without changing the plan.

/// Section.
pub const WHAT_IF: &str = "What if";
/// Explanation.
pub const WHAT_IF_TEXT: &str = "Move a slider, or type a figure, and see what it would do. The plan stays \
     as it is until you keep what you tried.";
/// Before anything is tried.
pub const NOTHING_TRIED: &str = "Nothing tried yet: the figures below are the plan's own.";
/// When the tried plan has no answer.
pub const CANNOT_BE_COMPUTED: &str = "With these figures there is no verdict; move one back.";
/// Button.
pub const KEEP: &str = "Keep in the plan";
/// Button.
pub const RESET: &str = "Back to the plan";
/// Said after keeping.
#[must_use]
pub fn kept(changes: usize) -> String {
    format!(
        "Taken into the plan: {}.",
        super::counted(changes, "figure", "figures")
    )
}
/// Below a figure: what the plan says.
#[must_use]
pub fn planned(value: &str) -> String {
    format!("in the plan: {value}")
}
/// A figure whose amount is hidden, against what the plan says.
#[must_use]
pub fn percent_of_planned(percent: &str) -> String {
    format!("{percent} of the plan")
}
/// Name of a figure's slider.
#[must_use]
pub fn slider(label: &str) -> String {
    format!("{label}, slider")
}
/// Figure.
pub const ALL_LEADS: &str = "All new leads, against the plan";
/// Unfolds the figures that matter less.
#[must_use]
pub fn more(count: usize) -> String {
    super::counted(count, "more figure", "more figures")
}
/// Figure.
pub const PEOPLE_ON_TOP: &str = "People hired on top of those planned";
/// Role of somebody hired by a what-if.
pub const HIRED: &str = "Sales person";
/// Table.
pub const EFFECT: &str = "What it would do";
/// Column.
pub const FIGURE: &str = "Figure";
/// Column.
pub const BEFORE: &str = "As planned";
/// Column.
pub const AFTER: &str = "As tried";
/// Column.
pub const DIFFERENCE: &str = "Difference";
/// Row.
pub const CHANCE: &str = "Chance of the target";
/// Row.
pub const MIDDLE: &str = "Middle outcome";
/// Row.
pub const MEAN: &str = "Average";
/// A difference of two chances.
#[must_use]
pub fn points(points: &str) -> String {
    format!("{points} points")
}
/// While the simulation of what is tried runs.
pub const SETTLING: &str = "Quick estimate; being simulated.";
/// The effect in a sentence.
#[must_use]
pub fn effect(chance: &str, tried: &str, middle: &str, tried_middle: &str) -> String {
    format!(
        "As tried the chance is {tried} instead of {chance}, and the middle outcome {tried_middle} \
         instead of {middle}."
    )
}
