//! Chapter 7: what is to be reached, and by when.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Fraction, Money, Month, Quantity,
    reach::{fields, leaves},
    unit::{Period, Season},
};

/// The period and its bookings and margin targets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Targets {
    /// The plan period.
    pub period: Period,
    /// Bookings target of the period, plan's currency.
    #[serde(default)]
    pub bookings: Option<Money>,
    /// Part of the bookings target expected from existing customers, plan's currency.
    #[serde(default)]
    pub repeat_bookings: Option<Money>,
    /// Gross margin target of the period, plan's currency.
    #[serde(default)]
    pub margin: Option<Money>,
    /// How the target is split over the months.
    #[serde(default)]
    pub split: TargetSplit,
    /// The season used by [`TargetSplit::Season`].
    #[serde(default)]
    pub season: Season,
    /// The amounts used by [`TargetSplit::ByMonth`], plan's currency.
    #[serde(default)]
    pub by_month: BTreeMap<Month, Money>,
    /// The probability of reaching the target that the firm wants; nothing for
    /// [`Targets::DEFAULT_GOAL`].
    #[serde(default)]
    pub goal: Option<Fraction>,
    /// Where the target comes from, in words.
    #[serde(default)]
    pub basis: String,
    /// Bookings of the twelve months before the period, plan's currency.
    #[serde(default)]
    pub last_year_bookings: Option<Money>,
}

/// How the bookings target is split over the months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TargetSplit {
    /// The same every month.
    #[default]
    Even,
    /// By the season's weights.
    Season,
    /// As entered month by month.
    ByMonth,
}

impl Targets {
    /// The probability wanted when nobody said: 70%.
    pub const DEFAULT_GOAL: f64 = 0.7;

    /// Targets with nothing in them but the period.
    #[must_use]
    pub fn for_period(period: Period) -> Self {
        Self {
            period,
            bookings: None,
            repeat_bookings: None,
            margin: None,
            split: TargetSplit::default(),
            season: Season::default(),
            by_month: BTreeMap::new(),
            goal: None,
            basis: String::new(),
            last_year_bookings: None,
        }
    }

    /// The probability of reaching the target that the firm wants.
    #[must_use]
    pub fn goal(&self) -> Fraction {
        self.goal
            .unwrap_or_else(|| Fraction::nearest(Self::DEFAULT_GOAL))
    }

    /// The bookings target month by month, plan's currency; empty while no target is
    /// entered. By month, months without an amount count 0.
    #[must_use]
    pub fn by_month(&self) -> Vec<f64> {
        let Some(total) = self.bookings.map(Money::get) else {
            return Vec::new();
        };
        let weights: Vec<f64> = match self.split {
            TargetSplit::Even => self.period.iter().map(|_| 1.0).collect(),
            TargetSplit::Season => self
                .period
                .iter()
                .map(|month| self.season.weight(month))
                .collect(),
            TargetSplit::ByMonth => {
                let amount = |month| self.by_month.get(&month).map_or(0.0, |money| money.get());
                return self.period.iter().map(amount).collect();
            }
        };
        let sum: f64 = weights.iter().sum();
        let even = total / weights.len() as f64;
        weights
            .iter()
            .map(|weight| {
                if sum > 0.0 {
                    total * weight / sum
                } else {
                    even
                }
            })
            .collect()
    }
}

fields!(Targets {
    period,
    bookings,
    repeat_bookings,
    margin,
    split,
    season,
    by_month,
    goal,
    basis,
    last_year_bookings
});
leaves!(TargetSplit);
