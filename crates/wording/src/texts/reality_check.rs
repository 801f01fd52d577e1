//! The reality check beyond the verdict itself: figures, pictures, levers, what makes the
//! answer uncertain.

/// Under a picture whose values can be read one by one.
pub const READ_VALUES: &str =
    "Point at the picture, or press the arrow keys on it, to read its values.";
/// Name of such a picture for who cannot see it.
#[must_use]
pub fn values_of(picture: &str) -> String {
    format!("{picture}: read the values with the arrow keys")
}
/// A name and its value, read aloud.
#[must_use]
pub fn reading(name: &str, value: &str) -> String {
    format!("{name}: {value}")
}

/// Figure.
pub const CHANCE: &str = "Chance of the target";
/// Figure.
pub const BAND: &str = "In a word";
/// Figure.
pub const ONE_IN_TEN_BELOW: &str = "1 in 10 outcomes below";
/// Figure.
pub const MIDDLE_OUTCOME: &str = "Middle outcome";
/// Figure.
pub const ONE_IN_TEN_ABOVE: &str = "1 in 10 outcomes above";
/// Figure.
pub const MEAN_OUTCOME: &str = "Average of all outcomes";
/// Figure.
pub const TARGET_AT_80: &str = "Target with an 80% chance";
/// Figure.
pub const SHORTFALL: &str = "Missing on average, counting what exceeds as nothing";
/// Figure.
pub const EVIDENCE: &str = "Rests on own history or published figures";
/// Error of the chance.
#[must_use]
pub fn give_or_take(percent: &str, points: &str) -> String {
    format!("{percent}, give or take {points} points")
}

/// Section.
pub const SPREAD: &str = "How the period may end";
/// Explanation.
pub const SPREAD_TEXT: &str = "The higher the hill, the more often the period ends there. The bar below \
     it holds 8 in 10 outcomes.";
/// Description of the hill for who cannot see it.
#[must_use]
pub fn spread_picture(low: &str, middle: &str, high: &str, target: &str) -> String {
    format!(
        "Outcomes of the period along a scale of bookings: 8 in 10 lie from {low} to {high}, the \
         middle one is {middle}; the target line is at {target}."
    )
}
/// A value of the hill.
#[must_use]
pub fn below(share: &str, amount: &str) -> String {
    format!("{share} of the outcomes stay below {amount}")
}
/// Heading of a picture.
pub const CHANCE_OF_TARGETS: &str = "The chance of every target";
/// Description of the curve for who cannot see it.
#[must_use]
pub fn curve_picture(target: &str, chance: &str, goal: &str, at_goal: &str) -> String {
    format!(
        "The chance falls as the target grows. The target of {target} has a chance of {chance}; the \
         chance you want, {goal}, belongs to a target of {at_goal}."
    )
}
/// A value of the curve.
#[must_use]
pub fn chance_of(target: &str, chance: &str) -> String {
    format!("a target of {target} has a chance of {chance}")
}
/// Column.
pub const OUTCOMES_BELOW: &str = "Outcomes below";
/// Column.
pub const BOOKINGS_COLUMN: &str = "Bookings";
/// Column.
pub const TARGET_COLUMN: &str = "Target";
/// Column.
pub const CHANCE_COLUMN: &str = "Chance";

/// Section.
pub const BY_ORIGIN: &str = "Bookings by origin, month by month";
/// Description for who cannot see it.
pub const BY_ORIGIN_TEXT: &str =
    "Average bookings of every month by where they come from, against the month's target.";
/// Description of the workload picture.
pub const WORKLOAD_PICTURE: &str =
    "Hours asked in every month by what they are for, against the hours there are.";
/// Part of the hours.
pub const HOURS_DEALS: &str = "New deals";
/// Part of the hours.
pub const HOURS_OPEN: &str = "Open deals";
/// Part of the hours.
pub const HOURS_ACTIVITY: &str = "Making leads";

/// People behind the hours.
pub const HOURS_PEOPLE: &str = "People employed";

/// Section.
pub const LEVERS: &str = "What alone would be enough";
/// Explanation.
#[must_use]
pub fn levers_text(goal: &str) -> String {
    format!("What one change by itself would have to be for a {goal} chance, all else as planned.")
}
/// While they are searched for.
#[must_use]
pub fn searching(done: usize, all: usize) -> String {
    format!("Searching: {done} of {all} tried.")
}
/// Nothing needed.
pub const GOAL_IS_MET: &str = "The plan as written reaches your goal; no lever has to be moved.";
/// Before the plausible ones.
pub const EITHER: &str = "Any one of these would do:";
/// Before the first of them.
pub const EITHER_THIS: &str = "either ";
/// Before each of the others.
pub const OR_THIS: &str = "or ";
/// Before those that are not, when there are no others.
pub const NONE_OF_THESE: &str = "Each of these would do, but none of them alone is plausible:";
/// Why not.
pub const BEYOND_TEAM: &str = ", which is more than half the team again";
/// Why not.
pub const BEYOND_SOURCES: &str = ", which is more than the plan holds possible of its sources";
/// Why not.
#[must_use]
pub fn beyond(edge: &str, is_low: bool) -> String {
    let how = if is_low { "at least" } else { "at most" };
    format!(", where the plan holds {how} {edge} possible")
}
/// Before those that are not.
pub const NOT_PLAUSIBLE: &str = "These would do only beyond what the plan itself holds possible:";
/// When there are more levers than were searched.
#[must_use]
pub fn strongest(searched: &str, all: &str) -> String {
    format!(
        "Searched were the {searched} strongest of {all}; the others, which move less, have their sliders \
         below."
    )
}
/// Before those that never do.
pub const NEVER: &str = "These do not reach it alone, however far they are moved:";
/// When there is none.
pub const NONE_PLAUSIBLE: &str = "No single change within what the plan holds possible is enough. It takes several together, or \
     another target.";
/// Lever.
#[must_use]
pub fn more_leads(more: &str, now: &str, needed: &str) -> String {
    format!("{more} more leads a month: {needed} instead of {now}")
}
/// Lever.
#[must_use]
pub fn more_people(people: &str) -> String {
    if people == "1" {
        "1 more person in the team".to_owned()
    } else {
        format!("{people} more people in the team")
    }
}
/// Lever.
#[must_use]
pub fn instead(label: &str, needed: &str, now: &str) -> String {
    format!("{label}: {needed} instead of {now}")
}
/// Lever that never does it.
#[must_use]
pub fn at_best(label: &str, chance: &str) -> String {
    format!("{label}: a chance of {chance} at best")
}
/// Name of the lever.
pub const NEW_LEADS: &str = "New leads";
/// Name of the lever.
pub const PEOPLE: &str = "People in the team";
/// Button beside a lever.
pub const GO_TO_FIELD: &str = "Change it";
/// When it could not be computed.
pub const NO_ANSWER: &str = "This could not be worked out for this plan.";

/// Section.
pub const TORNADO: &str = "What moves the chance most";
/// Explanation.
pub const TORNADO_TEXT: &str = "The chance of the target with one figure at its low and at its high, \
     all else as it is.";
/// Half of a bar.
pub const AT_LOW: &str = "at its low";
/// Half of a bar.
pub const AT_HIGH: &str = "at its high";
/// Column.
pub const FIGURE: &str = "Figure";
/// Column.
pub const LOW: &str = "Low";
/// Column.
pub const CHANCE_AT_LOW: &str = "Chance at its low";
/// Column.
pub const CHANCE_AT_HIGH: &str = "Chance at its high";
/// When there are more figures than bars.
#[must_use]
pub fn widest(shown: &str, all: &str) -> String {
    format!("Shown are the {shown} that carry most of {all}.")
}
/// Column.
pub const HIGH: &str = "High";
/// Column.
pub const MIDDLE_AT_LOW: &str = "Middle outcome at its low";
/// Column.
pub const MIDDLE_AT_HIGH: &str = "Middle outcome at its high";
/// A row read aloud.
#[must_use]
pub fn bar(label: &str, low: &str, at_low: &str, high: &str, at_high: &str) -> String {
    format!("{label}: {at_low} at {low}, {at_high} at {high}")
}
/// When every figure is known for sure.
pub const NOTHING_UNCERTAIN: &str = "Every figure of the plan is entered as known for sure.";

/// Section.
pub const UNCERTAINTY: &str = "What the uncertainty comes from";
/// Explanation.
pub const UNCERTAINTY_TEXT: &str = "Shares of the spread of the period's bookings. What lies with figures \
     can be narrowed by finding out more; chance cannot.";
/// Source.
pub const CHANCE_SOURCE: &str = "Chance: which deals are won, when, and for how much";
/// Source.
pub const MARKET_SOURCE: &str = "The market as a whole";
/// Source.
pub const OPEN_DEALS_SOURCE: &str = "The open deals going better or worse together";
/// Source: judgements of a kind.
#[must_use]
pub fn together(kind: &str) -> String {
    format!("Judgements of {kind} being off together")
}
/// Kind of judgements.
pub const KIND_LEADS: &str = "leads";
/// Kind of judgements.
pub const KIND_CONVERSION: &str = "conversions";
/// Kind of judgements.
pub const KIND_TIME: &str = "times";
/// Kind of judgements.
pub const KIND_VALUE: &str = "deal values";
/// Kind of judgements.
pub const KIND_GROWTH: &str = "growth";
/// Kind of judgements.
pub const KIND_REPEAT: &str = "repeat business";
/// Kind of judgements.
pub const KIND_HOURS: &str = "hours";
/// Column.
pub const SOURCE: &str = "Source";
/// Column.
pub const SHARE: &str = "Share of the spread";
/// All that is too small for a line.
pub const REST: &str = "Everything else";
