//! The chain behind a number: how it comes about and what it rests on.

/// A section of the description of the maths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// From leads to bookings.
    Flow,
    /// Hours.
    Capacity,
    /// The simulation.
    Uncertainty,
    /// What the answer means.
    Verdict,
}

/// Where the formula stands with its sources.
#[must_use]
pub fn section(section: Section) -> String {
    let (number, title) = match section {
        Section::Flow => (2, "Flow"),
        Section::Capacity => (3, "Capacity"),
        Section::Uncertainty => (4, "Uncertainty"),
        Section::Verdict => (5, "The verdict"),
    };
    format!("The formula, with its sources: the maths of the plan, section {number}, {title}.")
}
/// Said of a number that opens its chain.
#[must_use]
pub fn why(name: &str) -> String {
    format!("{name}: how it is computed")
}
/// Button in place of a number.
pub const HOW: &str = "How this is computed";
/// Heading.
pub const INPUTS: &str = "What it rests on";
/// Column.
pub const FIELD: &str = "Field";
/// Column.
pub const VALUE: &str = "Value";
/// Column.
pub const SOURCE: &str = "Source";
/// Column.
pub const CHECKED: &str = "Last checked";
/// Source of a field that is no assumption.
pub const FACT: &str = "entered as a fact";
/// Never checked.
pub const NEVER: &str = "never";

/// Formula.
pub const CHANCE: &str = "The period is simulated many times. Each time every assumption is drawn once \
     from what it might be, leads come and deals are won by chance, and the bookings are added up. The \
     chance is the share of simulated periods that reach the target.";
/// Formula.
pub const BAND: &str = "A name for the chance: likely from 80%, realistic from 50%, a stretch from 20%, \
     unlikely from 5%, below that out of reach. Two names when the error of the simulation leaves both \
     open.";
/// Formula.
pub const PERCENTILE: &str = "All simulated periods sorted by their bookings: one in ten lies below the \
     low figure, half below the middle one, nine in ten below the high one.";
/// Formula.
pub const MEAN: &str = "The bookings of all simulated periods, added up and divided by their number. It \
     is the sum of what each origin brings on average.";
/// Formula.
pub const MEAN_DIFFERENCE: &str =
    "The bookings of the one on average, less those of the other, simulated under the same draws.";
/// Formula.
pub const TARGET_AT_80: &str =
    "The bookings that eight in ten simulated periods reach: a target there has an 80% chance.";
/// Formula.
pub const TARGET: &str = "Bookings wanted in the period, as entered.";
/// How to read the page.
pub const PRESS_ANY: &str =
    "Press any figure on this page to see how it comes about and what it rests on.";
/// Formula.
pub const WANTED: &str = "The chance you want of reaching the target, as entered.";
/// Name of the error of the chance.
pub const ERROR_NAME: &str = "How exact the chance is";
/// Formula.
pub const ERROR_OF: &str = "What another simulation of as many periods would hardly differ by: two standard \
     errors of a share counted in so many periods.";
/// Name of a number.
pub const GAP_NAME: &str = "Middle outcome and target";
/// Formula.
pub const TARGET_GAP: &str = "The middle outcome, less the target.";
/// Name of a number.
#[must_use]
pub fn carried_by(label: &str) -> String {
    format!("{label}: its part of the answer")
}
/// Formula.
pub const INFLUENCE: &str = "How much the middle outcome moves when this figure is changed by one percent, as a \
     share of what all figures move it together.";
/// Formula.
pub const ENTERED: &str = "As it stands in the plan.";
/// Name of a number.
pub const SEARCHED: &str = "Levers searched";
/// Formula.
pub const STRONGEST: &str = "The figures that move the chance most, by how much the middle outcome moves when they \
     are changed by one percent; each is searched by simulating again.";
/// Formula.
pub const EVIDENCE: &str = "How much the middle outcome moves when an assumption is changed by one \
     percent, added up by where the assumptions come from. The figure is the share of own history and of \
     published figures.";
/// Formula.
pub const ORIGIN: &str = "Average bookings of the simulated periods, kept apart by where the deals come \
     from: booked so far, open today, not yet created, repeat business and referrals.";
/// Formula.
pub const DEPENDENCE: &str = "The target, less what is booked and what the deals open today bring on \
     average, divided by the target.";
/// Formula.
pub const COVERAGE: &str = "What is there: the value of all open deals divided by the target. What it \
     takes: the share of the target that the open deals have to bring, divided by their chance of being \
     won in the period, weighted by value.";
/// Formula.
pub const LAST_USEFUL: &str = "The end of the period, less the days within which half, and eight in ten, \
     of the deals that are won have been won.";
/// Formula.
pub const REQUIRED: &str = "Leads required: the planned leads, times what new deals must bring (the \
     target less all other origins), divided by what they bring as planned. Deals at a stage: the leads, \
     times the conversions on the way there, as far as they get there within the period.";
/// Formula.
pub const WORKLOAD: &str = "Hours available: working hours of everybody employed, less work that is not \
     selling, meetings, and what is still missing while new people learn. Hours asked: deals that enter \
     a stage times its hours per deal, and the activity that makes leads.";
/// Formula.
pub const MONTHS: &str = "Every simulated period, added up month by month; of each month's sums the low, \
     the middle and the high one.";
/// Formula.
pub const MONTH_MEAN: &str = "The bookings of this month in all simulated periods, added up and divided by \
     their number.";
/// Formula.
pub const TARGET_SO_FAR: &str = "The targets of the months up to this one, added up. The period's target is \
     spread over its months by season, unless each month has a target of its own.";
/// Formula.
pub const MONTH_TARGET: &str = "The period's target, spread over its months by season, unless each month has a \
     target of its own.";
/// Formula.
pub const CHANCE_OF: &str = "The share of simulated periods that reach a target of this size.";
/// Formula.
pub const ORIGIN_SHARE: &str =
    "What this origin brings on average, divided by what all origins bring together.";
/// Formula.
pub const PROVIDED: &str = "The leads planned until the end of the period, times the conversions on the way to \
     this stage, as far as they get there within the period.";
/// Formula.
pub const GAP: &str = "What is required, less what the plan provides.";
/// Formula.
pub const AT_GOAL: &str = "As required for the target on average, but with the leads multiplied until the target \
     has the chance you want.";
/// Formula.
pub const A_WEEK: &str =
    "What is required, divided by the weeks that are left until the end of the period.";
/// Formula.
pub const A_REP_AND_WEEK: &str = "What is required a week, divided by the people who sell.";
/// Formula.
pub const HOURS_ASKED: &str = "Deals that enter a stage in this month, times its hours per deal; what the deals \
     open today still take; and the activity that makes leads.";
/// Formula.
pub const HOURS_AVAILABLE: &str = "The working hours of everybody employed in this month, less work that is not \
     selling, less meetings, less what is still missing while new people learn.";
/// Formula.
pub const UTILISATION: &str = "Hours asked, divided by hours available.";
/// Formula.
pub const DEALS_PER_REP: &str = "New deals a month, times the months a deal is worked on, divided by the people \
     employed (Little's law).";
/// Formula.
pub const LOW_END: &str =
    "What the figure's average might be at its low: one time in ten it is lower.";
/// Formula.
pub const HIGH_END: &str =
    "What the figure's average might be at its high: one time in ten it is higher.";
/// Formula.
pub const TRIED: &str = "The plan with what is tried in it, simulated under the same draws as the plan itself, so \
     that nothing differs but what was changed. Until that is done, the quick estimate of the difference.";
/// Formula.
pub const TRIED_DIFFERENCE: &str = "As tried, less as planned.";
/// Formula.
pub const ONE_LEVER: &str = "This one figure is changed, step by step, and the period simulated again under the \
     same draws, until the chance reaches your goal; then the step is halved until it is found.";
/// Step.
pub const NOW: &str = "In the plan, on average";
/// Step.
pub const IT_TAKES: &str = "It takes";
/// Step.
pub const CHANCE_THEN: &str = "The chance then";
/// Step.
pub const CHANCE_AT_BEST: &str = "The chance at best";
/// Step.
pub const HELD_POSSIBLE: &str = "Held possible, from low to high";
/// Formula.
pub const LEVERS: &str = "One figure is changed, step by step, and the period simulated again under the \
     same draws, until the chance reaches your goal; then the step is halved until it is found. Within \
     what the plan holds possible means: up to the figure's own high or low.";
/// Formula.
pub const TORNADO: &str = "Each figure is fixed at its low, then at its high, and the period is simulated \
     again under the same draws.";
/// Formula.
pub const UNCERTAINTY: &str = "How closely the period's bookings go with each figure's draws, squared, \
     less what chance alone would show; what is left over is chance.";
/// Step.
pub const TRIALS: &str = "Simulated periods";
/// Step.
pub const ERROR: &str = "Error of the simulation, in points";
/// Step.
pub const GOAL: &str = "Chance wanted";
/// Step.
pub const FROM_GUESSES: &str = "Guesses";
/// Step.
pub const FROM_TEAM: &str = "Team judgement";
/// Step.
pub const FROM_HISTORY: &str = "Own history";
/// Step.
pub const FROM_PUBLISHED: &str = "Published figures";
/// Step.
pub const OPEN_VALUE: &str = "Open deals, times the target";
/// Step.
pub const SHARE_TO_BRING: &str = "Share of the target they have to bring";
/// Step.
pub const WIN_CHANCE: &str = "Their chance of being won in the period";
/// Step.
pub const NEEDED: &str = "Needed, times the target";
/// Step.
pub const MUST_BRING: &str = "New deals must bring";
/// Step.
pub const BRING: &str = "As planned they bring";
/// Step.
pub const FACTOR: &str = "Planned leads have to be multiplied by";
/// Step.
pub const PLANNED_LEADS: &str = "Planned leads";
/// Step.
pub const REQUIRED_LEADS: &str = "Leads required";
/// Step.
pub const MEDIAN_DAYS: &str = "Days within which half of the wins come";
/// Step.
pub const MOST_DAYS: &str = "Days within which eight in ten come";
