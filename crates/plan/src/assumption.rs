//! A number that is not a fact: what it is on average, how far off it might be, and where
//! it comes from (maths.md section 1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{FieldPath, Problem, ProblemKind, Quantity, QuantityKind, reach::fields};

/// An assumption: an average, a low and a high (10th and 90th percentile of what that
/// *average* might be, never of single deals), its source, a note, and when it was last
/// checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    feature = "schema",
    schemars(
        rename = "AssumptionOf{Q}",
        bound = "Q: Serialize + serde::de::DeserializeOwned + schemars::JsonSchema"
    )
)]
#[serde(default, bound = "Q: Serialize + serde::de::DeserializeOwned")]
pub struct Assumption<Q> {
    /// The average; nothing while not entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub average: Option<Q>,
    /// The 10th percentile of what the average might be; nothing for the default spread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Q>,
    /// The 90th percentile of what the average might be; nothing for the default spread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Q>,
    /// Where the number comes from.
    #[serde(skip_serializing_if = "Source::is_guess")]
    pub source: Source,
    /// Free words about it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When somebody last looked whether it still holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<NaiveDate>,
    /// Who answers for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// When somebody is to look again whether it still holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_on: Option<NaiveDate>,
    /// The path of another assumption that stands for this one: value, range and draw
    /// are taken from there, and what is entered here waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<FieldPath>,
}

fields!(Assumption<Q: Quantity, crate::reach::Leaf> { average, low, high, source, note, checked_on, owner, review_on, same_as });

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// One person's guess.
    #[default]
    Guess,
    /// Judged together by people who know.
    Team,
    /// Counted in the firm's own record.
    OwnHistory {
        /// How often it happened; nothing where the number is no rate.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        events: Option<u64>,
        /// Out of how many, or from how many observations.
        of: u64,
    },
    /// Read somewhere.
    Published {
        /// Author, title, place.
        reference: String,
        /// Year of the figures.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<u16>,
    },
}

impl Source {
    /// Whether it is a guess, the source of every number nobody said more about.
    #[must_use]
    pub fn is_guess(&self) -> bool {
        *self == Self::Guess
    }
}

/// What an assumption's average might be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range<Q> {
    /// The 10th percentile.
    pub low: Q,
    /// The average as entered.
    pub average: Q,
    /// The 90th percentile.
    pub high: Q,
    /// Whether a person entered the ends; otherwise they are the default spread.
    pub entered: bool,
}

impl<Q> Default for Assumption<Q> {
    fn default() -> Self {
        Self {
            average: None,
            low: None,
            high: None,
            source: Source::default(),
            note: String::new(),
            checked_on: None,
            owner: String::new(),
            review_on: None,
            same_as: None,
        }
    }
}

/// How many assumptions may stand for one another in a row; more count as a circle.
pub const LONGEST_CHAIN: usize = 100;

impl<Q: Quantity> Assumption<Q> {
    /// A guess without a range of its own.
    #[must_use]
    pub fn guess(average: Q) -> Self {
        Self {
            average: Some(average),
            ..Self::default()
        }
    }

    /// The team's judgement with a range.
    #[must_use]
    pub fn judged(low: Q, average: Q, high: Q) -> Self {
        Self {
            average: Some(average),
            low: Some(low),
            high: Some(high),
            source: Source::Team,
            ..Self::default()
        }
    }

    /// The entered average with its ends; where an end was not entered, the default spread
    /// of its kind stands in. Nothing while no average is entered.
    #[must_use]
    pub fn range(&self) -> Option<Range<Q>> {
        let average = self.average?;
        let (low, high) = default_ends(average);
        Some(Range {
            low: self
                .low
                .unwrap_or_else(|| self.high.map_or(low, |high| smaller(low, high))),
            average,
            high: self
                .high
                .unwrap_or_else(|| self.low.map_or(high, |low| larger(high, low))),
            entered: self.low.is_some() || self.high.is_some(),
        })
    }

    /// Adds what is wrong with it, apart from its being empty.
    pub(crate) fn check(&self, path: &FieldPath, problems: &mut Vec<Problem>) {
        if let Some(range) = self.range()
            && !(range.low <= range.average && range.average <= range.high)
        {
            problems.push(Problem::new(path.clone(), ProblemKind::RangeOrder));
        }
        if let Source::OwnHistory { events, of } = self.source {
            let events = events.unwrap_or(0);
            if of == 0 || (events > of && Q::KIND == QuantityKind::Fraction) {
                problems.push(Problem::new(
                    path.child("source"),
                    ProblemKind::Counts { events, of },
                ));
            }
        }
    }
}

/// How much the odds of a share are multiplied and divided for the default spread.
const ODDS_SPREAD: f64 = 1.35;
/// How much a positive quantity is multiplied and divided for the default spread.
const RATIO_SPREAD: f64 = 1.25;
/// How much one plus a monthly growth is multiplied and divided for the default spread.
const GROWTH_SPREAD: f64 = 1.005;

/// The default 10th and 90th percentile around an average that came without a range.
fn default_ends<Q: Quantity>(average: Q) -> (Q, Q) {
    let value = average.get();
    let (low, high) = match Q::KIND {
        // A share certain to be none or all is meant as a constant.
        QuantityKind::Fraction if value <= 0.0 || value >= 1.0 => (value, value),
        QuantityKind::Fraction => (share(value, 1.0 / ODDS_SPREAD), share(value, ODDS_SPREAD)),
        QuantityKind::GrowthRate if value == 0.0 => (value, value),
        QuantityKind::GrowthRate => (
            (1.0 + value) / GROWTH_SPREAD - 1.0,
            (1.0 + value) * GROWTH_SPREAD - 1.0,
        ),
        _ if value < 0.0 => (value * RATIO_SPREAD, value / RATIO_SPREAD),
        _ => (value / RATIO_SPREAD, value * RATIO_SPREAD),
    };
    (Q::nearest(low), Q::nearest(high))
}

/// The share whose odds are `factor` times those of `value`.
fn share(value: f64, factor: f64) -> f64 {
    let odds = value / (1.0 - value) * factor;
    odds / (1.0 + odds)
}

fn smaller<Q: Quantity>(a: Q, b: Q) -> Q {
    if a < b { a } else { b }
}

fn larger<Q: Quantity>(a: Q, b: Q) -> Q {
    if a > b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Days, Fraction, GrowthRate};

    fn ends<Q: Quantity>(value: f64) -> (f64, f64) {
        let range = Assumption::guess(Q::new(value).unwrap()).range().unwrap();
        (range.low.get(), range.high.get())
    }

    #[test]
    fn a_lone_number_gets_a_spread_around_it() {
        let (low, high) = ends::<Fraction>(0.5);
        assert!((low - 1.0 / 2.35).abs() < 1e-12 && (high - 1.35 / 2.35).abs() < 1e-12);
        assert_eq!(ends::<Days>(40.0), (32.0, 50.0));
    }

    #[test]
    fn certainty_and_nothing_are_constants() {
        assert_eq!(ends::<Fraction>(1.0), (1.0, 1.0));
        assert_eq!(ends::<Fraction>(0.0), (0.0, 0.0));
        assert_eq!(ends::<Days>(0.0), (0.0, 0.0));
        assert_eq!(ends::<GrowthRate>(0.0), (0.0, 0.0));
    }

    #[test]
    fn one_entered_end_never_contradicts_the_default_of_the_other() {
        let mut assumption = Assumption::guess(Days::new(40.0).unwrap());
        assumption.low = Some(Days::new(10.0).unwrap());
        let range = assumption.range().unwrap();
        assert_eq!(
            (range.low.get(), range.high.get(), range.entered),
            (10.0, 50.0, true)
        );
    }

    #[test]
    fn ends_out_of_order_are_reported_at_the_field() {
        let fraction = |value| Fraction::new(value).unwrap();
        let assumption = Assumption::judged(fraction(0.4), fraction(0.3), fraction(0.5));
        let mut problems = Vec::new();
        assumption.check(&FieldPath::from("x"), &mut problems);
        assert_eq!(
            problems,
            [Problem::new(FieldPath::from("x"), ProblemKind::RangeOrder)]
        );
    }
}
