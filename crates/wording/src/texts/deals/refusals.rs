//! Why there is no number, and what to do next.

use plumbline_deals::Refusal;

use super::DealFigures;
use crate::writing;

/// What stands in place of a number, and what to do next.
#[must_use]
pub fn refusal(refusal: &Refusal, figures: &DealFigures<'_>) -> String {
    let count = |count: u32| figures.count(count);
    match refusal {
        Refusal::TooFewClosed { closed, needed } => format!(
            "Only {} won or lost; a rate takes {}. Treat the range as wide, and keep the plan's own figure until there are more.",
            figures.deals(*closed),
            count(*needed)
        ),
        Refusal::NoneLost { won } => format!(
            "{} won and none lost on record: no win rate can be had. Export lost deals too, or map the stage that means lost.",
            figures.deals(*won)
        ),
        Refusal::NoneWon { lost } => format!(
            "{} lost and none won on record: no win rate can be had. Export won deals too, or map the stage that means won.",
            figures.deals(*lost)
        ),
        Refusal::TooFewDated { dated, needed } => format!(
            "Only {} with both a date of creation and one of closing; it takes {}. Export both dates.",
            figures.deals(*dated),
            count(*needed)
        ),
        Refusal::TooFewValues { valued, needed } => format!(
            "Only {} won with a value; an average takes {}.",
            figures.deals(*valued),
            count(*needed)
        ),
        Refusal::TooFewMonths { months, needed } => format!(
            "Whole months on record: {}; what is usual for a month shows after {}.",
            count(*months),
            count(*needed)
        ),
        Refusal::TooFewOrigins { origins, needed } => format!(
            "Past quarter ends with enough deals before them and a full quarter after: {}; it takes {} to say \
             whether a forecast would have been any good.",
            count(*origins),
            count(*needed)
        ),
        Refusal::OlderThanAnyClosed {
            deals,
            value,
            oldest_closed,
        } => format!(
            "Dead: {} worth {} at face value, older than any deal ever won or lost ({}). Close them or find out why they are still open; they count for nothing here.",
            figures.deals(*deals),
            figures.money(*value),
            figures.days(*oldest_closed as f64)
        ),
        Refusal::ChancesNoBetter { deals, on, .. } => format!(
            "The sellers' chances of {} predicted no better than one rate for all {} would have. The chance by age is used in their place.",
            writing::write_date_long(*on, figures.locale),
            figures.deals(*deals)
        ),
        Refusal::LeadsNotComparable { a_month } => format!(
            "{} deals a month are on record, but the plan's leads come from activity or from sources the deals do not \
             name. Compare them yourself; the plan's own figures stay.",
            writing::write_significant(*a_month, 3, figures.locale)
        ),
        Refusal::ChancesNotJudged { deals } => format!(
            "Sellers' own chances are on record for {}. Whether they are worth anything takes a later export of the same deals, with their identifiers: take it into the same plan in the workbook, and it will be said.",
            figures.deals(*deals)
        ),
    }
}
