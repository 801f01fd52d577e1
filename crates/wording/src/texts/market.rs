//! Chapter 2, Market.

/// Section.
pub const TARGET_MARKETS: &str = "Target markets";
/// Its field.
pub const TARGET_MARKETS_LABEL: &str = "Where you sell";
/// Explanation.
pub const TARGET_MARKETS_HINT: &str = "Trades, regions, sizes of customer, in a sentence or two.";
/// Example.
pub const TARGET_MARKETS_EXAMPLE: &str = "Food and plastics plants in Austria and northern Italy";

/// Section.
pub const SEGMENTS: &str = "Segments";
/// Why.
pub const SEGMENTS_WHY: &str = "Customers alike enough to be sold to in one way.";
/// Empty list.
pub const SEGMENTS_EMPTY: &str = "A segment is a group of customers alike enough to be sold to in one way. Two or \
    three are plenty. Each can have a value proposition and a way of selling of its own, and their size shows how much \
    of the market the target asks for.";
/// Add.
pub const A_SEGMENT: &str = "a segment";
/// A segment without a name, by place.
#[must_use]
pub fn unnamed_segment(place: usize) -> String {
    format!("Segment {place}")
}
/// Name.
pub const SEGMENT: &str = "Segment";
/// Example.
pub const SEGMENT_EXAMPLE: &str = "Single plants";
/// Description.
pub const DESCRIPTION: &str = "Who belongs to it";
/// Example.
pub const DESCRIPTION_EXAMPLE: &str = "50 to 500 people, a maintenance crew of their own";
/// Customers.
pub const CUSTOMERS: &str = "Customers in reach";
/// Explanation.
pub const CUSTOMERS_HINT: &str =
    "How many there are that you could sell to, customers of today included.";
/// Spend.
pub const YEARLY_SPEND: &str = "What one spends a year";
/// Explanation.
pub const YEARLY_SPEND_HINT: &str = "On offers like yours, from you or from others.";
/// The size of the market.
#[must_use]
pub fn market_size(money: &str) -> String {
    format!("Together they spend about {money} a year on offers like yours.")
}
/// The target beside the size of the market.
#[must_use]
pub fn target_share(percent: &str) -> String {
    format!("A year of the target is {percent} of that.")
}

/// Section.
pub const PROFILE: &str = "Ideal customer profile";
/// Why.
pub const PROFILE_WHY: &str = "Statements that are true of an opportunity or not. At least one should rule out: a \
    profile that fits everybody saves no hours.";
/// Empty list.
pub const PROFILE_EMPTY: &str = "Look at your five best customers and the five you would rather not have won. Write \
    down what sets them apart, each as a statement that is true or not, and let at least one rule out: a profile that \
    fits everybody saves no hours.";
/// Add.
pub const AN_ATTRIBUTE: &str = "an attribute";
/// An attribute without words, by place.
#[must_use]
pub fn unnamed_attribute(place: usize) -> String {
    format!("Attribute {place}")
}
/// Statement.
pub const STATEMENT: &str = "Statement";
/// Example.
pub const STATEMENT_EXAMPLE: &str = "Knows what an hour of stoppage costs";
/// Role.
pub const ROLE: &str = "What it decides";
/// Must.
pub const MUST: &str = "must hold";
/// Helps.
pub const HELPS: &str = "helps";
/// Rules out.
pub const RULES_OUT: &str = "rules out";
/// Weight.
pub const WEIGHT: &str = "Weight";
/// Explanation.
pub const WEIGHT_HINT: &str = "How much it counts against the others; 1 when left empty.";
/// Example.
pub const WEIGHT_EXAMPLE: &str = "1";
/// Explanation where the weight does not count.
pub const WEIGHT_UNUSED: &str = "Does not count here: what rules out decides alone.";

/// Section.
pub const BUYING_ROLES: &str = "Buying roles";
/// Why.
pub const BUYING_ROLES_WHY: &str = "Who feels the problem, who pays, who can say no.";
/// Empty list.
pub const BUYING_ROLES_EMPTY: &str = "Who takes part in the decision: who feels the problem, who pays, who can say no. \
    A deal that stalls late has often not met one of them.";
/// Add.
pub const A_BUYING_ROLE: &str = "a buying role";
/// A role without a name, by place.
#[must_use]
pub fn unnamed_buying_role(place: usize) -> String {
    format!("Buying role {place}")
}
/// Role.
pub const BUYING_ROLE: &str = "Role";
/// Example.
pub const BUYING_ROLE_EXAMPLE: &str = "Head of operations";
/// Cares about.
pub const CARES_ABOUT: &str = "What the decision turns on";
/// Example.
pub const CARES_ABOUT_EXAMPLE: &str = "Hours of stoppage";
/// Reached by.
pub const REACHED_BY: &str = "How to reach this person";
/// Example.
pub const REACHED_BY_EXAMPLE: &str = "Reference plants";

/// Section.
pub const CHOOSING: &str = "Which opportunities to take";
/// Why.
pub const CHOOSING_WHY: &str = "Agreed beforehand, passing on a deal is a rule and no defeat.";
/// Seize.
pub const SEIZE: &str = "Seize";
/// Example.
pub const SEIZE_EXAMPLE: &str = "A known cost of stoppage and a head of operations who asks";
/// Pass on.
pub const PASS_ON: &str = "Pass on";
/// Example.
pub const PASS_ON_EXAMPLE: &str = "Tenders written around another product";

/// Section.
pub const OPPORTUNITIES: &str = "Opportunity scorecard";
/// Why.
pub const OPPORTUNITIES_WHY: &str = "A minute of questions before the hours go in.";
/// Empty list, once there is a profile.
pub const OPPORTUNITIES_EMPTY: &str = "Add an opportunity you are not sure about and answer the statements of the \
    profile for it. A minute of questions before the hours go in.";
/// Empty list, while there is no profile.
pub const OPPORTUNITIES_WITHOUT_PROFILE: &str = "Once the ideal customer profile above has a few statements, \
    opportunities are scored against it here.";
/// Add.
pub const AN_OPPORTUNITY: &str = "an opportunity";
/// An opportunity without a name, by place.
#[must_use]
pub fn unnamed_opportunity(place: usize) -> String {
    format!("Opportunity {place}")
}
/// Name.
pub const OPPORTUNITY: &str = "Opportunity";
/// Example.
pub const OPPORTUNITY_EXAMPLE: &str = "A plant that asked for an offer";
/// The answers to the statements.
pub const ANSWERS: &str = "Answers";
/// Yes.
pub const YES: &str = "yes";
/// No.
pub const NO: &str = "no";
/// Not known.
pub const NOT_KNOWN: &str = "not known";
/// The fit.
#[must_use]
pub fn fit(percent: &str) -> String {
    format!("Fits {percent} of the profile.")
}
/// Advice.
pub const PURSUE: &str = "pursue";
/// Advice.
pub const CHECK: &str = "check first";
/// Advice.
pub const PASS: &str = "pass on it";
/// Why it is passed on: a statement that must hold.
#[must_use]
pub fn does_not_hold(statement: &str) -> String {
    format!("It must hold and does not: {statement}.")
}
/// Why it is passed on: a statement that rules out.
#[must_use]
pub fn rules_it_out(statement: &str) -> String {
    format!("It rules the opportunity out: {statement}.")
}
/// What to ask before any hours go in.
#[must_use]
pub fn find_out(statements: &[String]) -> String {
    format!("Find out first: {}.", statements.join("; "))
}
/// Puts the opportunity among the open deals.
pub const TO_PIPELINE: &str = "Put into the pipeline";
/// The same, with its name.
#[must_use]
pub fn to_pipeline(name: &str) -> String {
    format!("{TO_PIPELINE}: {name}")
}
/// After that.
#[must_use]
pub fn in_the_pipeline(name: &str) -> String {
    format!("{name} is among the open deals, with its fit.")
}
/// Folded.
pub const HOW_SCORED: &str = "How the score is made";
/// Explanation; `from` is the fit from which to pursue.
#[must_use]
pub fn how_scored(from: &str) -> String {
    format!(
        "The fit is the weight of the statements known to hold as a share of the weight of all that must hold or help. \
         From {from} it says pursue, once every statement that must hold or rules out has been answered. One that must \
         hold and does not, or one that rules out and holds, says pass on it, whatever the fit. Otherwise check first. \
         It is a rule of thumb for where the hours go, not a probability, and the verdict does not use it."
    )
}
