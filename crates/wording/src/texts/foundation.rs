//! Chapter 1, Foundation.

/// Section.
pub const COVER: &str = "About this plan";
/// Field.
pub const CLIENT: &str = "Firm the plan is for";
/// Field.
pub const PREPARED_BY: &str = "Prepared by";
/// Field.
pub const CREATED_ON: &str = "Begun on";

/// Section.
pub const VALUES: &str = "Values";
/// Why.
pub const VALUES_WHY: &str = "Each with what it means in front of a customer, so that reps know what to refuse as \
    well as what to do.";
/// Empty list.
pub const VALUES_EMPTY: &str = "What the firm holds to even when it costs something. Three to five are enough, each \
    with what it means in front of a customer: then reps know what to refuse as well as what to do.";
/// Add.
pub const A_VALUE: &str = "a value";
/// A value without a name, by place.
#[must_use]
pub fn unnamed_value(place: usize) -> String {
    format!("Value {place}")
}
/// Name.
pub const VALUE: &str = "Value";
/// Example.
pub const VALUE_EXAMPLE: &str = "Plain words";
/// Meaning.
pub const MEANING: &str = "What it means when selling";
/// Example.
pub const MEANING_EXAMPLE: &str = "We say what it will not do before we say what it will";

/// Section.
pub const DIRECTION: &str = "Purpose, mission, vision";
/// Why.
pub const DIRECTION_WHY: &str =
    "A sentence each. They are ready when a rep can say them to a stranger without notes.";
/// Field.
pub const PURPOSE: &str = "Purpose";
/// Explanation.
pub const PURPOSE_HINT: &str = "Why the firm exists, besides earning money.";
/// Example.
pub const PURPOSE_EXAMPLE: &str = "Machines that run when they are needed";
/// Field.
pub const MISSION: &str = "Mission";
/// Explanation.
pub const MISSION_HINT: &str = "What it does, and for whom.";
/// Example.
pub const MISSION_EXAMPLE: &str = "Maintenance planning for plants with 50 to 500 people";
/// Field.
pub const VISION: &str = "Vision";
/// Explanation.
pub const VISION_HINT: &str = "Where it wants to be in a few years.";
/// Example.
pub const VISION_EXAMPLE: &str = "The usual choice of mid-sized manufacturers in four countries";

/// Section.
pub const PRIORITIES: &str = "Priorities of the period";
/// Why.
pub const PRIORITIES_WHY: &str =
    "A priority in which sales has no part will not show in anybody's week.";
/// Empty list.
pub const PRIORITIES_EMPTY: &str = "The two or three things that come first in this period, and what sales does for \
    each. A priority in which sales has no part will not show in anybody's week.";
/// Add.
pub const A_PRIORITY: &str = "a priority";
/// A priority without a name, by place.
#[must_use]
pub fn unnamed_priority(place: usize) -> String {
    format!("Priority {place}")
}
/// Name.
pub const PRIORITY: &str = "What is to be reached";
/// Example.
pub const PRIORITY_EXAMPLE: &str = "Fewer proposals, better ones";
/// Part of sales.
pub const SALES_PART: &str = "What sales does for it";
/// Example.
pub const SALES_PART_EXAMPLE: &str = "No proposal without signed needs";

/// Section.
pub const FOLLOWS: &str = "What follows for selling";
/// Field.
pub const STRATEGY: &str = "Sales strategy";
/// Explanation.
pub const STRATEGY_HINT: &str = "Whom to sell to, what to lead with, what to stop doing, and which value or priority \
    each of these follows from.";
/// Example.
pub const STRATEGY_EXAMPLE: &str = "We sell where a stoppage has a price the buyer knows, and pitch to nobody before \
    the needs assessment on site";
