//! Chapter 7, Targets.

/// Section.
pub const PERIOD: &str = "Period";
/// First month.
pub const START: &str = "First month";
/// Length.
pub const MONTHS: &str = "Months";
/// Hint.
pub const MONTHS_HINT: &str = "1 to 60; a year has 12.";
/// Currency.
pub const CURRENCY: &str = "Currency";
/// Hint.
pub const CURRENCY_HINT: &str = "Three letters, such as EUR or USD. Changing it converts nothing.";
/// Section.
pub const TARGET: &str = "Target";
/// Bookings target.
pub const BOOKINGS: &str = "Bookings target";
/// Explanation.
pub const BOOKINGS_HINT: &str = "The value of all deals to be won in the period, new and repeat.";
/// Repeat.
pub const REPEAT: &str = "Of which from existing customers";
/// Explanation.
pub const REPEAT_HINT: &str = "Repeat orders, further sites, renewals you count as bookings.";
/// Margin.
pub const MARGIN: &str = "Gross margin target";
/// Explanation.
pub const MARGIN_HINT: &str = "What is to be left after the cost of what was sold.";
/// Last year.
pub const LAST_YEAR: &str = "Bookings of the twelve months before";
/// Explanation.
pub const LAST_YEAR_HINT: &str = "The best first test of a target is the year before it.";
/// Beside last year's figure.
#[must_use]
pub fn growth_over_last_year(percent: &str, more: bool) -> String {
    format!(
        "The target is {percent} {} than that.",
        if more { "more" } else { "less" }
    )
}
/// Goal.
pub const GOAL: &str = "Probability you want";
/// Explanation.
pub const GOAL_HINT: &str = "How sure you want to be of reaching the target. 70% when left empty.";
/// Basis.
pub const BASIS: &str = "Where the target comes from";
/// Example.
pub const BASIS_EXAMPLE: &str = "Last year's bookings plus what the second rep's region brings from March; agreed with \
    the team.";
/// Explanation.
pub const BASIS_HINT: &str = "Who set it, from what. \"Last year plus 20%\" is an answer too; better one that is written down.";
/// Section.
pub const BY_MONTH: &str = "Month by month";
/// Split.
pub const SPLIT: &str = "Split over the months";
/// Even.
pub const SPLIT_EVEN: &str = "Even";
/// Season.
pub const SPLIT_SEASON: &str = "By season";
/// By month.
pub const SPLIT_BY_MONTH: &str = "Entered by month";
/// Explanation of the season's weights.
pub const SEASON_HINT: &str = "A weight for each calendar month; 1 is an average month.";
/// Column.
pub const MONTH: &str = "Month";
/// Column.
pub const AMOUNT: &str = "Target";
/// Column.
pub const WEIGHT: &str = "Weight";
/// Row.
pub const TOTAL: &str = "Total";
/// Column.
pub const CUMULATIVE: &str = "So far";
/// Section.
pub const CALCULATION: &str = "How it is calculated";
/// As of.
pub const AS_OF: &str = "Calculate as of";
/// Explanation.
pub const AS_OF_HINT: &str =
    "Today when left empty. Fix a day to keep the verdict as it was on that day.";
/// Market spread.
pub const MARKET_SPREAD: &str = "How far the whole market may differ";
/// Explanation.
pub const MARKET_SPREAD_HINT: &str =
    "One factor on all new leads and the odds of open deals. 10% when left empty.";
/// Unevenness.
pub const LEAD_VARIATION: &str = "How uneven leads come in";
/// Explanation.
pub const LEAD_VARIATION_HINT: &str = "Spread of a month's leads around their average. 20% when left empty; real records are rarely lower.";
/// Correlation.
pub const CORRELATION: &str = "How much judgements of one kind err together";
/// Explanation.
pub const CORRELATION_HINT: &str = "Who is too hopeful about one conversion is so about the others. 50% when left empty; figures from own history err alone.";
