//! How many deals are created a month, how unevenly, and how the calendar year shapes it
//! (maths.md sections 4 and 6). Counts whole months only.

use chrono::{Datelike, NaiveDate};
use plumbline_forecast::distribution::normal::P90_SCORE;
use plumbline_plan::Month;
use serde::Serialize;

use crate::{
    Curves, History, Refusal, State,
    interval::{Interval, deviation, mean},
};

/// Fewer whole months than this make no rate.
pub const ENOUGH_MONTHS: u32 = 6;

/// Fewer whole months than this make no season: with one year, the season cannot be told
/// from luck.
pub const ENOUGH_FOR_SEASON: u32 = 24;

/// The pace is that of the last year: so many months.
const RECENT: usize = 12;

/// Deals created a month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Arrivals {
    /// Every whole month on record with the deals created in it.
    pub months: Vec<(Month, u32)>,
    /// The average of a month, over the last year at most.
    pub a_month: f64,
    /// How far off the average may be.
    pub interval: Interval,
    /// How uneven months are beyond mere chance: the standard deviation of a month's
    /// factor, whose mean is 1.
    pub unevenness: f64,
    /// The months the average is taken over.
    pub months_counted: u32,
    /// The deals created in them.
    pub deals: u32,
}

/// Weights of the twelve calendar months, January first, with mean 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeasonOf {
    /// The weights, shrunk toward 1.
    pub weights: [f64; 12],
    /// The same as counted.
    pub counted: [f64; 12],
    /// The whole months they rest on.
    pub months: u32,
    /// The deals they rest on.
    pub deals: u32,
}

impl Arrivals {
    /// The deals created a month.
    ///
    /// # Errors
    /// [`Refusal::TooFewMonths`].
    pub fn of(history: &History) -> Result<Self, Refusal> {
        Self::until(history, history.as_of, ENOUGH_MONTHS)
    }

    /// The same as it stood at the end of a day, from so many whole months at least.
    pub(crate) fn until(history: &History, day: NaiveDate, needed: u32) -> Result<Self, Refusal> {
        let months = created_by_month(history, day);
        let recent = &months[months.len().saturating_sub(RECENT)..];
        let counts: Vec<f64> = recent.iter().map(|(_, count)| f64::from(*count)).collect();
        if (counts.len() as u32) < needed {
            return Err(too_few(counts.len(), needed));
        }
        let a_month = mean(&counts).unwrap_or(0.0);
        let spread = deviation(&counts).unwrap_or(0.0);
        // Counts vary by chance as much as their mean says; the rest is unevenness.
        let beyond_chance = (spread * spread - a_month).max(0.0);
        let error = (spread * spread).max(a_month).sqrt() / (counts.len() as f64).sqrt();
        Ok(Self {
            a_month,
            interval: Interval::of_mean(a_month, error),
            unevenness: if a_month > 0.0 {
                beyond_chance.sqrt() / a_month
            } else {
                0.0
            },
            months_counted: counts.len() as u32,
            deals: recent.iter().map(|(_, count)| count).sum(),
            months,
        })
    }

    /// The standard error of the average, as a share of it.
    #[must_use]
    pub fn error(&self) -> f64 {
        if self.a_month <= 0.0 {
            return 0.0;
        }
        libm::log(self.interval.high / self.a_month) / P90_SCORE
    }
}

fn too_few(months: usize, needed: u32) -> Refusal {
    Refusal::TooFewMonths {
        months: months as u32,
        needed,
    }
}

/// The deals created in every whole month from the first on record to a day. The month of
/// the very first creation counts as whole if that lies in its first three days.
fn created_by_month(history: &History, until: NaiveDate) -> Vec<(Month, u32)> {
    let created = || history.deals.iter().filter_map(|deal| deal.created);
    let Some(first) = created().min() else {
        return Vec::new();
    };
    let begin = Month::of(first).plus(i32::from(first.day() > 3));
    let mut months: Vec<(Month, u32)> = months_between(begin, until)
        .into_iter()
        .map(|month| (month, 0))
        .collect();
    for date in created() {
        let place = usize::try_from(Month::of(date).since(begin)).unwrap_or(usize::MAX);
        if let Some((_, count)) = months.get_mut(place) {
            *count += 1;
        }
    }
    months
}

/// The whole months from one on, up to the last that ends by a day.
fn months_between(begin: Month, until: NaiveDate) -> Vec<Month> {
    let ends = |month: &Month| month.last_day() <= until;
    (0..1200)
        .map(|ahead| begin.plus(ahead))
        .take_while(ends)
        .collect()
}

/// How creation is spread over the calendar year.
///
/// # Errors
/// [`Refusal::TooFewMonths`].
pub fn creation_season(arrivals: &Arrivals) -> Result<SeasonOf, Refusal> {
    let months = &arrivals.months[arrivals.months.len().saturating_sub(60)..];
    let average = mean(
        &months
            .iter()
            .map(|(_, count)| f64::from(*count))
            .collect::<Vec<_>>(),
    )
    .unwrap_or(0.0);
    let expected = months
        .iter()
        .map(|(month, count)| (*month, f64::from(*count), average));
    season(&expected.collect::<Vec<_>>())
}

/// How wins are spread over the calendar year, against what creation and the time to win
/// would have them be.
///
/// # Errors
/// [`Refusal::TooFewMonths`].
pub fn close_season(
    history: &History,
    curves: &Curves,
    arrivals: &Arrivals,
) -> Result<SeasonOf, Refusal> {
    let months: Vec<Month> = arrivals.months.iter().map(|(month, _)| *month).collect();
    // The first months lack the wins of deals created before the record.
    let settled = curves.days_to_win(0.9).unwrap_or(0) / 30 + 1;
    let months = months.get(settled as usize..).unwrap_or_default();
    let mut by_day: std::collections::BTreeMap<NaiveDate, u32> = std::collections::BTreeMap::new();
    for date in history.deals.iter().filter_map(|deal| deal.created) {
        *by_day.entry(date).or_insert(0) += 1;
    }
    let won: Vec<Month> = history
        .in_state(State::Won)
        .filter_map(|deal| deal.closed.map(Month::of))
        .collect();
    let expected = months.iter().map(|month| {
        let wins = won.iter().filter(|closed| *closed == month).count();
        let by = |date: NaiveDate, created: NaiveDate| curves.won_by((date - created).num_days());
        let expected: f64 = by_day
            .range(..=month.last_day())
            .map(|(created, deals)| {
                let start = by(month.first_day(), *created);
                f64::from(*deals) * (by(month.last_day(), *created) - start).max(0.0)
            })
            .sum();
        (*month, wins as f64, expected)
    });
    season(&expected.collect::<Vec<_>>())
}

/// Weights from months with their count and what was expected, shrunk by empirical Bayes:
/// by how much the calendar months differ beyond what the months of one name do.
fn season(months: &[(Month, f64, f64)]) -> Result<SeasonOf, Refusal> {
    if (months.len() as u32) < ENOUGH_FOR_SEASON {
        return Err(too_few(months.len(), ENOUGH_FOR_SEASON));
    }
    let ratio = |count: f64, expected: f64| {
        if expected > 0.0 {
            count / expected
        } else {
            1.0
        }
    };
    let mut counted = [1.0; 12];
    let (mut noise, mut noise_of) = (0.0, 0.0);
    for (place, weight) in counted.iter_mut().enumerate() {
        let same: Vec<f64> = months
            .iter()
            .filter(|(month, _, _)| month.number() as usize == place + 1)
            .map(|(_, count, expected)| ratio(*count, *expected))
            .collect();
        *weight = mean(&same).unwrap_or(1.0);
        if let Some(spread) = deviation(&same) {
            noise += spread * spread * (same.len() - 1) as f64;
            noise_of += (same.len() - 1) as f64;
        }
    }
    let level = counted.iter().sum::<f64>() / 12.0;
    if level > 0.0 {
        counted.iter_mut().for_each(|weight| *weight /= level);
    }
    let years = months.len() as f64 / 12.0;
    let noise = if noise_of > 0.0 {
        noise / noise_of / years
    } else {
        0.0
    };
    let spread = deviation(&counted).unwrap_or(0.0);
    let signal = (spread * spread - noise).max(0.0);
    let kept = if signal + noise > 0.0 {
        signal / (signal + noise)
    } else {
        0.0
    };
    Ok(SeasonOf {
        weights: counted.map(|weight| 1.0 + kept * (weight - 1.0)),
        counted,
        months: months.len() as u32,
        deals: months.iter().map(|(_, count, _)| *count).sum::<f64>() as u32,
    })
}
