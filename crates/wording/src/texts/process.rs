//! Chapter 4, Process.

/// Section.
pub const WAY_OF_SELLING: &str = "Way of selling";
/// A motion without a name, by its place.
#[must_use]
pub fn unnamed(place: usize) -> String {
    format!("Way of selling {place}")
}
/// Name.
pub const NAME: &str = "Name of this way of selling";
/// Explanation.
pub const NAME_HINT: &str = "A segment and an offer with their own leads, stages and deal value. Most firms have one or two.";
/// Segment.
pub const SEGMENT: &str = "Segment";
/// Product.
pub const PRODUCT: &str = "Product";
/// Add a motion.
pub const A_MOTION: &str = "a way of selling";
/// Section.
pub const DEALS: &str = "A won deal";
/// Value.
pub const DEAL_VALUE: &str = "Average value of a won deal";
/// Explanation.
pub const DEAL_VALUE_HINT: &str =
    "Total won value divided by the number of wins, not the usual deal: a few large ones count.";
/// Spread.
pub const VALUE_SPREAD: &str = "How much won deals differ in value";
/// Explanation.
pub const VALUE_SPREAD_HINT: &str = "Standard deviation as a share of the average: 20% all alike, 60% usual, 150% a few giants. 60% when left empty.";
/// Section.
pub const LEADS: &str = "Leads";
/// Add a source.
pub const A_SOURCE: &str = "a lead source";
/// A source without a name, by its place.
#[must_use]
pub fn unnamed_source(place: usize) -> String {
    format!("Lead source {place}")
}
/// Name.
pub const SOURCE_NAME: &str = "Lead source";
/// How leads are given.
pub const LEADS_GIVEN: &str = "Leads are";
/// Given.
pub const GIVEN: &str = "a number a month";
/// Derived.
pub const FROM_ACTIVITY: &str = "derived from activity";
/// Leads.
pub const PER_MONTH: &str = "Leads a month";
/// Explanation.
pub const PER_MONTH_HINT: &str =
    "New opportunities created in an average month, before any is qualified.";
/// Growth.
pub const GROWTH: &str = "Growth from month to month";
/// Explanation.
pub const GROWTH_HINT: &str = "2% a month is 27% a year. None when left empty.";
/// Reps.
pub const ACTIVITY_REPS: &str = "Reps who do it";
/// Explanation.
pub const ACTIVITY_REPS_HINT: &str = "All reps employed in the month when left empty.";
/// Working days.
pub const WORKING_DAYS: &str = "Working days a month";
/// Explanation.
pub const WORKING_DAYS_HINT: &str = "The weekdays of each calendar month when left empty.";
/// Activities.
pub const PER_DAY: &str = "Calls or visits per rep and day";
/// Contact rate.
pub const CONTACT_RATE: &str = "Reach somebody";
/// Lead rate.
pub const LEAD_RATE: &str = "Contacts that become leads";
/// Hours.
pub const HOURS_EACH: &str = "Hours for one";
/// Section.
pub const STAGES: &str = "Stages";
/// Explanation of the stages.
pub const STAGES_HINT: &str = "Every deal passes them in order. The conversion is the share that goes on; \
    the win is the stage marked so, and what comes after it never lowers the chance of winning.";
/// A stage without a name, by its place.
#[must_use]
pub fn unnamed_stage(place: usize) -> String {
    format!("Stage {place}")
}
/// Add a stage.
pub const A_STAGE: &str = "a stage";
/// Name.
pub const STAGE_NAME: &str = "Stage";
/// Win mark.
pub const IS_WIN: &str = "Passing this stage is the win";
/// Beside the win stage.
pub const WIN: &str = "win";
/// Conversion.
pub const CONVERSION: &str = "Conversion";
/// Explanation.
pub const CONVERSION_HINT: &str = "Share of the deals entering this stage that go on to the next.";
/// Time.
pub const TIME: &str = "Time in stage";
/// Explanation.
pub const TIME_HINT: &str =
    "Days of the middle deal: half are faster, half slower. None when left empty.";
/// Slow time.
pub const SLOW_TIME: &str = "Slow deals";
/// Explanation.
pub const SLOW_TIME_HINT: &str =
    "Days that one deal in ten exceeds. Twice the middle deal when left empty.";
/// Hours.
pub const HOURS: &str = "Rep hours per deal";
/// Cut-off.
pub const CUT_OFF: &str = "Give up after";
/// Explanation.
pub const CUT_OFF_HINT: &str = "Days in this stage after which a deal counts as stagnant.";
/// Buyer's step.
pub const BUYER_STEP: &str = "Buyer's step";
/// Activities.
pub const ACTIVITIES: &str = "What the rep does";
/// Milestone.
pub const MILESTONE: &str = "Milestone to leave the stage";
/// Example.
pub const BUYER_STEP_EXAMPLE: &str = "Says what a solution must do, and who decides";
/// Example.
pub const ACTIVITIES_EXAMPLE: &str = "Half a day on site; write down what the trouble costs today";
/// Example.
pub const MILESTONE_EXAMPLE: &str = "Written needs, corrected and signed off by the buyer";
/// Folded words of a stage.
pub const STAGE_WORDS: &str = "Buyer's step, activities, milestone";
/// Adds a stage after another.
#[must_use]
pub fn a_stage_after(name: &str) -> String {
    format!("a stage after {name}")
}
/// Folded: both sides beside each other.
pub const SIDE_BY_SIDE: &str = "Side by side: the buyer's steps and yours";
/// Why.
pub const SIDE_BY_SIDE_WHY: &str = "A stage fits when its milestone is something the buyer does.";
/// Words that are not there yet.
pub const NOT_WRITTEN: &str = "not written yet";
/// A figure that is not there.
pub const NO_FIGURE: &str = "–";
/// Summary under the stages.
#[must_use]
pub fn win_chance(percent: &str) -> String {
    format!("A new lead is won with a chance of {percent}.")
}
/// After a stage was removed with open deals in it: how many, written and counted, and where
/// they are now.
#[must_use]
pub fn deals_moved(written: &str, count: usize, to: &str) -> String {
    if count == 1 {
        format!("Its open deal is now in {to}.")
    } else {
        format!("Its {written} open deals are now in {to}.")
    }
}
/// After a stage was removed in which deals were lost: so many went on from it.
#[must_use]
pub fn losses_removed(went_on: &str) -> String {
    format!(
        "{went_on} of its deals went on; now all of them do, and more are won. If they are still lost, \
         lower the conversion of another stage."
    )
}
/// Folded section.
pub const AFTER_WIN: &str = "After the win: repeat business and referrals";
/// Share of value.
pub const REPEAT_SHARE: &str = "Repeat order as a share of the first deal";
/// Lag.
pub const REPEAT_LAG: &str = "Time from one order to the next";
/// Retention.
pub const RETENTION: &str = "Customers kept over a year";
/// Referrals.
pub const LEADS_PER_WIN: &str = "Referred leads per win";
/// Lag.
pub const REFERRAL_LAG: &str = "Time from win to referred lead";
/// Folded section.
pub const SEASONS: &str = "Seasons";
/// Lead season.
pub const LEAD_SEASON: &str = "When leads come in";
/// Close season.
pub const CLOSE_SEASON: &str = "When deals close";
/// Explanation.
pub const SEASON_HINT: &str = "A weight for each calendar month; 1 is an average month.";
