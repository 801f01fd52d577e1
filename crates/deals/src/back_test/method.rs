//! The three ways to forecast a quarter's bookings from what was known at its start.

use chrono::NaiveDate;
use plumbline_forecast::distribution::{
    gamma,
    normal::{self, P90_SCORE},
};
use serde::Serialize;

use crate::{
    Arrivals, Curves, Deal, History, State,
    interval::{deviation, mean},
};

/// How far the whole market may differ from one quarter to the next: the market factor of
/// maths.md section 4.
const MARKET: f64 = 0.10;

/// Whole months of creation that a forecast takes at the least.
const MONTHS_NEEDED: u32 = 3;

const DAYS_A_MONTH: f64 = 365.25 / 12.0;

/// A way to forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The value of all open deals times the win rate.
    WinRate,
    /// What the quarter before brought.
    LastQuarter,
    /// Open deals by their chance at their age, and deals to come by pace, chance and time
    /// to win: this program's way.
    Model,
}

impl Method {
    /// All of them, in the order of every list of forecasts.
    pub const ALL: [Self; 3] = [Self::WinRate, Self::LastQuarter, Self::Model];
}

/// A forecast of a quarter's bookings.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Forecast {
    /// The average.
    pub mean: f64,
    /// The standard deviation; 0 for a method that gives one number alone.
    pub deviation: f64,
    /// What is not reached in one case of ten.
    pub p10: f64,
    /// The middle.
    pub p50: f64,
    /// What is exceeded in one case of ten.
    pub p90: f64,
}

impl Forecast {
    /// A single number.
    fn point(value: f64) -> Self {
        Self {
            mean: value,
            deviation: 0.0,
            p10: value,
            p50: value,
            p90: value,
        }
    }

    /// A Gamma distribution of this mean and variance: bookings are never below zero.
    fn gamma(mean: f64, variance: f64) -> Self {
        if mean <= 0.0 || variance <= 0.0 {
            return Self::point(mean.max(0.0));
        }
        let mut forecast = Self::point(mean);
        forecast.deviation = variance.sqrt();
        forecast.p10 = forecast.at_score(-P90_SCORE);
        forecast.p50 = forecast.at_score(0.0);
        forecast.p90 = forecast.at_score(P90_SCORE);
        forecast
    }

    fn at_score(&self, score: f64) -> f64 {
        if self.deviation <= 0.0 {
            return self.mean;
        }
        let scale = self.deviation * self.deviation / self.mean;
        scale * gamma::at_score(self.mean / scale, score)
    }

    /// The value not exceeded with this probability.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> f64 {
        self.at_score(normal::quantile(probability))
    }

    /// Whether something lies within the 80% interval.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        (self.p10..=self.p90).contains(&value)
    }
}

/// A deal open at the start of a quarter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) age: i64,
    pub(super) value: f64,
    pub(super) own_value: bool,
}

/// What was known at the start of a quarter.
pub(super) struct Known<'a> {
    pub(super) history: &'a History,
    pub(super) on: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) curves: &'a Curves,
    pub(super) open: &'a [Open],
    pub(super) last_quarter: f64,
}

/// A mean and what makes it uncertain.
#[derive(Default)]
struct Part {
    mean: f64,
    variance: f64,
}

impl Known<'_> {
    pub(super) fn forecast(&self, method: Method) -> Forecast {
        match method {
            Method::WinRate => {
                let rate =
                    f64::from(self.curves.won) / f64::from(self.curves.won + self.curves.lost);
                Forecast::point(rate * self.open.iter().map(|open| open.value).sum::<f64>())
            }
            Method::LastQuarter => Forecast::point(self.last_quarter),
            Method::Model => {
                let (open, new) = (self.open_bring(), self.new_bring());
                let mean = open.mean + new.mean;
                let market = MARKET * mean;
                Forecast::gamma(mean, open.variance + new.variance + market * market)
            }
        }
    }

    fn days(&self) -> i64 {
        (self.until - self.on).num_days()
    }

    /// What the open deals bring: each with its chance at its age to be won within the
    /// quarter. How far off these chances are is shared by all deals, since they come from
    /// one curve.
    fn open_bring(&self) -> Part {
        let spread = self.values().map_or(0.0, |(mean, spread, _)| spread / mean);
        let mut by_age: std::collections::BTreeMap<i64, (f64, f64)> =
            std::collections::BTreeMap::new();
        let (mut part, mut shared) = (Part::default(), 0.0);
        for open in self.open {
            let days = self.days();
            let (chance, variance) = *by_age
                .entry(open.age)
                .or_insert_with(|| self.curves.won_within(open.age, days));
            let differs = if open.own_value { 0.0 } else { spread * spread };
            let square = open.value * open.value;
            part.mean += chance * open.value;
            part.variance += square * chance * (1.0 + differs - chance);
            shared += variance.sqrt() * open.value;
        }
        part.variance += shared * shared;
        part
    }

    /// What deals created within the quarter bring in it: a compound Poisson process whose
    /// rate, chance and average value are themselves uncertain, and whose months are uneven.
    fn new_bring(&self) -> Part {
        let Ok(arrivals) = Arrivals::until(self.history, self.on, MONTHS_NEEDED) else {
            return Part::default();
        };
        let Some((value, spread, counted)) = self.values() else {
            return Part::default();
        };
        let days = self.days();
        let a_day = arrivals.a_month / DAYS_A_MONTH;
        let chance: f64 = (0..days)
            .map(|age| self.curves.won_within(-1, age + 1).0)
            .sum();
        let wins = a_day * chance;
        let mean = wins * value;
        let (won, variance) = self.curves.won_within(-1, days * 3 / 4);
        let months = days as f64 / DAYS_A_MONTH;
        let uneven = arrivals.unevenness * arrivals.unevenness / months;
        let relative = [
            arrivals.error(),
            if won > 0.0 {
                variance.sqrt() / won
            } else {
                0.0
            },
            spread / value / counted.sqrt(),
        ];
        let off: f64 = relative.iter().map(|error| error * error).sum::<f64>() + uneven;
        Part {
            mean,
            variance: wins * (value * value + spread * spread) + mean * mean * off,
        }
    }

    /// Average, standard deviation and number of the values of deals won so far.
    fn values(&self) -> Option<(f64, f64, f64)> {
        let won = |deal: &&Deal| deal.state_on(self.on) == State::Won;
        let values: Vec<f64> = self
            .history
            .deals
            .iter()
            .filter(won)
            .filter_map(|deal| deal.value)
            .collect();
        let average = mean(&values).filter(|mean| *mean > 0.0)?;
        Some((
            average,
            deviation(&values).unwrap_or(0.0),
            values.len() as f64,
        ))
    }
}
