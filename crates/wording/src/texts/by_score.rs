//! Win rates of the firm's own closed deals by the score that the customer profile gives
//! them, and which column of the deals tells of an attribute.

use plumbline_deals::{
    Band, ByScore, Refusal, Tells,
    import::Field,
    tally::{self, Counted},
};
use plumbline_plan::chapter::market::{Advice, Score};

use super::{
    deals::{self, DealFigures},
    deals_import, market,
};
use crate::figures::Figures;

/// Section.
pub const TITLE: &str = "Win rate by score";
/// Why.
pub const WHY: &str = "Your closed deals, with what the scorecard would have advised of each. Where deals to pursue \
    are not won more often than deals to pass on, the profile does not tell customers apart yet.";
/// Why there is nothing, while deals are there.
pub const NOT_TOLD: &str = "Say above, below a statement of the profile, which column of your deals tells whether it \
    holds. Then past deals are scored like opportunities, and their win rates stand here.";
/// Folded, below an attribute.
pub const TELLS: &str = "Which column of your deals tells it?";
/// The same, once there is one.
#[must_use]
pub fn told_by(column: &str) -> String {
    format!("Told by the column {column} of your deals")
}
/// Label.
pub const COLUMN: &str = "Column";
/// No column.
pub const NO_COLUMN: &str = "none of them";
/// Label of the values.
pub const HOLDS_WITH: &str = "It holds with";
/// A column that the deals at hand do not have.
#[must_use]
pub fn gone(column: &str) -> String {
    format!("{column} (not in the deals at hand)")
}
/// A value with its closed deals.
#[must_use]
pub fn value(value: &Counted<'_>, figures: &Figures) -> String {
    let count = |count: u32| figures.whole(count.into());
    format!(
        "{} ({} won of {})",
        value.value,
        count(value.won),
        count(value.won + value.lost)
    )
}
/// Values of fewer deals, folded.
#[must_use]
pub fn more_values(count: usize) -> String {
    super::counted(count, "more value", "more values")
}

/// What a column of the deals is called.
#[must_use]
pub fn column(key: &str) -> String {
    match key.strip_prefix(tally::FURTHER) {
        Some(name) => name.to_owned(),
        None => {
            let known = Field::of_key(key).map(deals_import::field);
            known.unwrap_or(key).to_owned()
        }
    }
}

/// Column.
pub const ADVICE: &str = "Score";
/// Column.
pub const WON: &str = "Won";
/// Column.
pub const CLOSED: &str = "Won or lost";
/// Column.
pub const RATE: &str = "Win rate";
/// Column: an 80% interval.
pub const RANGE: &str = "8 in 10 lie in";
/// In place of a rate.
pub const TOO_FEW: &str = "too few";

/// What a band is called.
#[must_use]
pub fn band(advice: Advice, figures: &Figures) -> String {
    let from = figures.percent(Score::PURSUE_FROM);
    match advice {
        Advice::Pursue => format!(
            "{}: nothing against it, fit of {from} or more",
            market::PURSUE
        ),
        Advice::Check => format!("{}: nothing against it, but less fit", market::CHECK),
        Advice::Pass => format!("{}: the profile rules it out", market::PASS),
    }
}

/// The cells of a band: won, won or lost, win rate, range.
#[must_use]
pub fn cells(band: &Band, figures: &Figures) -> [String; 4] {
    let count = |count: u32| figures.whole(count.into());
    let (rate, range) = match band.rate {
        // A rate of none or of all is what the range says better.
        Some(rate) => (
            if band.won == 0 || band.lost == 0 {
                String::new()
            } else {
                figures.percent(rate.share)
            },
            super::deals_page::from_to(
                &figures.percent(rate.interval.low),
                &figures.percent(rate.interval.high),
            ),
        ),
        None if band.won + band.lost > 0 => (TOO_FEW.to_owned(), String::new()),
        None => Default::default(),
    };
    [count(band.won), count(band.won + band.lost), rate, range]
}

/// What the bands come to, in sentences.
#[must_use]
pub fn said(found: &ByScore, figures: &Figures) -> Vec<String> {
    let verdict = match &found.verdict {
        Ok(Tells::Apart) => {
            "Deals to pursue were won more often than luck would have it: the profile tells customers apart.".to_owned()
        }
        Ok(Tells::WrongWay) => {
            "Deals to pass on were won more often than deals to pursue. Either the profile, or what the columns say \
             of it, points the wrong way."
                .to_owned()
        }
        Ok(Tells::Nothing) => {
            "The difference is no larger than luck would have it: these deals do not show that the profile tells \
             customers apart, nor that it does not."
                .to_owned()
        }
        Err(Refusal::TooFewClosed { closed, needed }) => format!(
            "Too few to compare: {} on one of the two sides, and it takes {needed}.",
            super::counted(*closed as usize, "closed deal", "closed deals"),
        ),
        Err(why) => {
            let locale = &*figures.locale;
            let currency = Some(figures.currency);
            deals::refusal(why, &DealFigures { locale, currency })
        }
    };
    let mut said = vec![verdict];
    if found.told < found.of {
        said.push(format!(
            "Scored by {} of {}: those that a column tells.",
            found.told,
            super::counted(found.of, "statement", "statements")
        ));
    }
    if found.unknown > 0 {
        said.push(format!(
            "{} left out: nothing stands in these columns.",
            super::counted(found.unknown as usize, "closed deal", "closed deals")
        ));
    }
    said
}
