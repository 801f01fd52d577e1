//! What a firm's own deals say: key figures, open deals, the back-test, what cannot be
//! said, and what would change in the plan. Words for the page and the terminal alike.

mod back_test;
mod figures;
mod refusals;

use plumbline_deals::{Rate, calibrate::Topic};

use crate::writing;

pub use back_test::{conclusion, method};
pub use figures::DealFigures;
pub use refusals::refusal;

/// Section.
pub const WON_AND_LOST: &str = "Won and lost";
/// Section.
pub const BY_AGE: &str = "Won and lost by age";
/// Section.
pub const OPEN_DEALS: &str = "Open deals";
/// Section.
pub const BACK_TEST: &str = "Would a forecast have been any good?";
/// Table: how far off each way of forecasting was.
pub const SCORES: &str = "How far off each forecast was";
/// Section.
pub const NOT_SAID: &str = "What cannot be said from these deals";
/// Section.
pub const FROM_OWN_DEALS: &str = "From your own deals";
/// Column or row.
pub const OPEN: &str = "Open";
/// Column or row.
pub const WON: &str = "Won";
/// Column or row.
pub const LOST: &str = "Lost";
/// Column.
pub const UNDECIDED: &str = "Undecided";
/// Column.
pub const DEALS: &str = "Deals";
/// Column.
pub const VALUE: &str = "Value";
/// Column.
pub const AVERAGE: &str = "Average";
/// Column.
pub const MIDDLE: &str = "Middle";
/// Column.
pub const AGE: &str = "Days since creation";
/// Column.
pub const WON_LATER: &str = "Won later if still open";
/// Column.
pub const RANGE: &str = "8 in 10 within";
/// Column.
pub const FACE_VALUE: &str = "Face value";
/// Column.
pub const AT_WIN_RATE: &str = "At the win rate";
/// Column.
pub const AT_OWN_CHANCE: &str = "At their own chance";
/// Row.
pub const ALL: &str = "All";
/// Row.
pub const WITHOUT_DEAD: &str = "Without dead deals";
/// Row.
pub const MOVING: &str = "Without dead and stagnant deals";
/// Column.
pub const QUARTER: &str = "Quarter";
/// Column.
pub const CAME: &str = "What came";
/// Column: won, lost or open.
pub const OUTCOME: &str = "Outcome";
/// Column: all open deals, or some of them.
pub const WHICH_DEALS: &str = "Which deals";
/// Column: how a forecast was made.
pub const WAY: &str = "Forecast by";
/// Column.
pub const BIAS: &str = "Bias";
/// Column: mean absolute percentage error.
pub const MEAN_ERROR: &str = "Average error (MAPE)";
/// Column: continuous ranked probability score.
pub const CRPS: &str = "CRPS";
/// Column.
pub const HITS: &str = "Within 8 in 10";
/// What these columns tell.
pub const ABOUT_SCORES: &str = "Bias: how much was promised too much (+) or too little in all. \
     Average error: how far off a quarter was, whichever way. CRPS: the same in money, with credit \
     for a range that says how sure it is; less is better. Within 8 in 10: quarters that ended inside \
     the range given; about eight in ten should.";
/// Some of so many.
#[must_use]
pub fn of(some: &str, all: &str) -> String {
    format!("{some} of {all}")
}
/// Column.
pub const STAGE: &str = "Stage";
/// Column.
pub const ENTERED: &str = "Entered";
/// Column.
pub const WENT_ON: &str = "Went on";
/// Column.
pub const WIN_RATE: &str = "Win rate";
/// Heading of a table by owner, source, segment or product.
#[must_use]
pub fn by(by: plumbline_deals::By) -> &'static str {
    use plumbline_deals::By;
    match by {
        By::Owner => "By owner",
        By::Source => "By source",
        By::Segment => "By segment",
        By::Product => "By product",
    }
}
/// Column of the names in a table by owner, source, segment or product.
#[must_use]
pub fn one(by: plumbline_deals::By) -> &'static str {
    use plumbline_deals::By;
    match by {
        By::Owner => "Owner",
        By::Source => "Source",
        By::Segment => "Segment",
        By::Product => "Product",
    }
}
/// A group without a name.
pub const UNNAMED: &str = "(none)";

/// The win rate with what it was counted from.
#[must_use]
pub fn win_rate(rate: &Rate, figures: &DealFigures<'_>) -> String {
    format!(
        "Win rate {}: {} won of {} decided (8 in 10: {}).",
        figures.rate(Some(rate)),
        figures.count(rate.events),
        figures.count(rate.of),
        figures.share_range(&rate.interval)
    )
}
/// How long wins take.
#[must_use]
pub fn days_to_win(days: &plumbline_deals::Durations, figures: &DealFigures<'_>) -> String {
    format!("A win takes {}.", durations(days, figures))
}
/// How long losses take.
#[must_use]
pub fn days_to_loss(days: &plumbline_deals::Durations, figures: &DealFigures<'_>) -> String {
    format!("A loss takes {}.", durations(days, figures))
}
fn durations(days: &plumbline_deals::Durations, figures: &DealFigures<'_>) -> String {
    format!(
        "{} on average; the middle one {}, one in ten more than {}",
        figures.days(days.mean),
        figures.days(days.median),
        figures.days(days.p90)
    )
}
/// The pace of creation.
#[must_use]
pub fn arrivals(arrivals: &plumbline_deals::Arrivals, figures: &DealFigures<'_>) -> String {
    let number = |value: f64| writing::write_significant(value, 3, figures.locale);
    format!(
        "{} deals are created a month (8 in 10: {} to {}, over {} months); beyond chance, months differ by {}.",
        number(arrivals.a_month),
        number(arrivals.interval.low),
        number(arrivals.interval.high),
        figures.count(arrivals.months_counted),
        writing::write_percent(arrivals.unevenness, 0, figures.locale)
    )
}
/// The chance of a new deal, and why it is not the win rate.
#[must_use]
pub fn win_chance(later: &plumbline_deals::Later, tau: i64, figures: &DealFigures<'_>) -> String {
    format!(
        "Of new deals {} are won within {} (8 in 10: {}), as far as the evidence reaches; at most {} \
         if all that is undecided then were won. The win rate leaves out deals never decided.",
        figures.share(later.chance, &later.interval),
        figures.days(tau as f64),
        figures.share_range(&later.interval),
        figures.share(later.most, &later.interval)
    )
}
/// Deals without a date of creation.
#[must_use]
pub fn undated(count: u32, figures: &DealFigures<'_>) -> String {
    format!(
        "{} without a date of creation: no chance can be had for them.",
        figures.deals(count)
    )
}
/// Deals without a value.
#[must_use]
pub fn without_value(count: u32, figures: &DealFigures<'_>) -> String {
    format!(
        "{} without a value: the average of their product's won deals stands in.",
        figures.deals(count)
    )
}
/// None of the won, lost or open deals has a value; `outcome` is which of them.
#[must_use]
pub fn none_has_a_value(outcome: &str, count: u32, figures: &DealFigures<'_>) -> String {
    let outcome = outcome.to_lowercase();
    if count == 1 {
        return format!("The file gives the one {outcome} deal no value.");
    }
    format!(
        "The file gives none of the {} {outcome} deals a value.",
        figures.count(count)
    )
}
/// The sellers' chances of an earlier day predicted better than one rate for all.
#[must_use]
pub fn chances_did_better(
    judged: &plumbline_deals::ChancesJudged,
    figures: &DealFigures<'_>,
) -> String {
    format!(
        "The sellers' chances of {} told the {} decided since better than one rate for all would have. \
         What stands here goes by age all the same.",
        writing::write_date_long(judged.on, figures.locale),
        figures.deals(judged.deals)
    )
}
/// What is left of the pipeline at face value without dead and stagnant deals.
#[must_use]
pub fn what_is_left(all: f64, left: f64, figures: &DealFigures<'_>) -> String {
    format!(
        "Without dead and stagnant deals {} is left of {} at face value: {} less.",
        figures.money(left),
        figures.money(all),
        figures.percent(1.0 - left / all)
    )
}
/// Stagnant deals.
#[must_use]
pub fn stagnant(count: u32, value: f64, from: i64, figures: &DealFigures<'_>) -> String {
    format!(
        "Stagnant: {} worth {}, older than {}, by when nine in ten wins were won, or past the plan's cut-off.",
        figures.deals(count),
        figures.money(value),
        figures.days(from as f64)
    )
}

/// Stagnant deals by the plan's cut-offs. `others` says whether some stages have none;
/// `in_stage` whether the file tells since when a deal is in its stage.
#[must_use]
pub fn stagnant_by_plan(
    count: u32,
    value: f64,
    others: Option<i64>,
    in_stage: bool,
    figures: &DealFigures<'_>,
) -> String {
    let held = if in_stage {
        "longer in their stage than the plan's cut-off for it"
    } else {
        "older than the plan's cut-off for their stage (the file has no dates of entering a stage, so their age since creation is held against it)"
    };
    let others = others.map_or_else(String::new, |from| {
        format!(
            ". In stages without a cut-off: older than {}, by when nine in ten wins were won",
            figures.days(from as f64)
        )
    });
    if count == 0 {
        return format!("Stagnant: none is {held}{others}.");
    }
    let (deals, worth) = (figures.deals(count), figures.money(value));
    format!("Stagnant: {deals} worth {worth}, {held}{others}.")
}

/// What a proposal is about.
#[must_use]
pub fn topic(topic: Topic) -> &'static str {
    match topic {
        Topic::Conversion => "Conversions",
        Topic::Time => "Time in stages",
        Topic::DealValue => "Average deal value",
        Topic::ValueSpread => "Spread of deal values",
        Topic::Leads => "Leads a month",
        Topic::LeadVariation => "Unevenness of leads",
        Topic::LeadSeason => "Season of leads",
        Topic::CloseSeason => "Season of wins",
    }
}
/// What was taken from the firm's own deals into a checked plan.
#[must_use]
pub fn taken_into_plan(
    proposals: u32,
    deals: u32,
    as_of: &str,
    figures: &DealFigures<'_>,
) -> String {
    format!(
        "{} of the plan's figures stand as your {} up to {as_of} say.",
        figures.count(proposals),
        figures.deals(deals)
    )
}
/// The open deals that stand in for the plan's list.
#[must_use]
pub fn open_into_plan(listed: u32, left_out: u32, figures: &DealFigures<'_>) -> String {
    format!(
        "In place of the plan's open deals: {}, each with its chance at its age. Left out, dead or of unknown age: {}.",
        figures.deals(listed),
        figures.count(left_out)
    )
}
/// The record ends long before the plan's day.
#[must_use]
pub fn stale(as_of: &str) -> String {
    format!(
        "These deals are known up to {as_of} only, long before the day calculated from; export them again."
    )
}
/// A topic and why nothing was proposed for it.
#[must_use]
pub fn kept(topic_name: &str, why: &str) -> String {
    format!("{topic_name}: {why}")
}
