//! Key figures of a history (maths.md section 6), each with its interval and what it was
//! counted from. Says why where a figure cannot be had.

use serde::Serialize;

use crate::{
    Deal, History, Label, Refusal, State,
    interval::{Interval, Rate, deviation, mean, quantile},
    refusal::ENOUGH_CLOSED,
};

/// The key figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metrics {
    /// All deals that are open.
    pub open: Total,
    /// All that are won.
    pub won: Total,
    /// All that are lost.
    pub lost: Total,
    /// Deals by stage, as the file names stages.
    pub stages: Vec<StageTotal>,
    /// Won out of won and lost.
    pub win_rate: Option<Rate>,
    /// Why the win rate is not to be had, or not to be trusted.
    pub win_rate_refused: Option<Refusal>,
    /// Days from creation to a win.
    pub days_to_win: Option<Durations>,
    /// Days from creation to a loss.
    pub days_to_loss: Option<Durations>,
}

/// Deals taken together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Total {
    /// How many.
    pub deals: u32,
    /// How many of them have a value.
    pub valued: u32,
    /// Their value in all.
    pub value: f64,
    /// Their average value.
    pub mean: Option<f64>,
    /// How far off the average may be.
    pub mean_interval: Option<Interval>,
    /// Their middle value.
    pub median: Option<f64>,
    /// How much they differ: standard deviation as a ratio to the average.
    pub spread: Option<f64>,
}

/// The deals of a stage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageTotal {
    /// The stage's name; empty for deals without one.
    pub stage: String,
    /// Its deals.
    pub total: Total,
}

/// How long something takes, in days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Durations {
    /// Deals counted.
    pub deals: u32,
    /// The average.
    pub mean: f64,
    /// The middle.
    pub median: f64,
    /// What one in ten exceeds.
    pub p90: f64,
}

impl Metrics {
    /// The key figures of a history.
    #[must_use]
    pub fn of(history: &History) -> Self {
        let total = |state| Total::of(history.in_state(state));
        let [open, won, lost] = [State::Open, State::Won, State::Lost].map(total);
        Self {
            stages: by_stage(history),
            win_rate: Rate::new(won.deals, won.deals + lost.deals)
                .filter(|_| lost.deals > 0 && won.deals > 0),
            win_rate_refused: rate_refused(won.deals, lost.deals),
            days_to_win: Durations::of(history.in_state(State::Won)),
            days_to_loss: Durations::of(history.in_state(State::Lost)),
            open,
            won,
            lost,
        }
    }
}

/// Why a win rate out of so many won and lost is refused or not to be trusted.
pub(crate) fn rate_refused(won: u32, lost: u32) -> Option<Refusal> {
    match (won, lost) {
        (0, 0) => Some(Refusal::TooFewClosed {
            closed: 0,
            needed: ENOUGH_CLOSED,
        }),
        (_, 0) => Some(Refusal::NoneLost { won }),
        (0, _) => Some(Refusal::NoneWon { lost }),
        _ if won + lost < ENOUGH_CLOSED => Some(Refusal::TooFewClosed {
            closed: won + lost,
            needed: ENOUGH_CLOSED,
        }),
        _ => None,
    }
}

impl Total {
    /// These deals taken together.
    #[must_use]
    pub fn of<'a>(deals: impl Iterator<Item = &'a Deal>) -> Self {
        let (mut values, mut count) = (Vec::new(), 0);
        for deal in deals {
            count += 1;
            values.extend(deal.value);
        }
        values.sort_by(f64::total_cmp);
        let (mean, spread) = (mean(&values), deviation(&values));
        let error = |spread: f64| spread / (values.len() as f64).sqrt();
        Self {
            deals: count,
            valued: values.len() as u32,
            value: values.iter().sum(),
            mean,
            mean_interval: mean
                .zip(spread)
                .map(|(mean, spread)| Interval::of_mean(mean, error(spread))),
            median: quantile(&values, 0.5),
            spread: mean
                .zip(spread)
                .filter(|(mean, _)| *mean > 0.0)
                .map(|(mean, spread)| spread / mean),
        }
    }
}

impl Durations {
    /// The cycles of deals that have both dates.
    fn of<'a>(deals: impl Iterator<Item = &'a Deal>) -> Option<Self> {
        let mut days: Vec<f64> = deals
            .filter_map(Deal::cycle)
            .map(|days| days as f64)
            .collect();
        days.sort_by(f64::total_cmp);
        Some(Self {
            deals: days.len() as u32,
            mean: mean(&days)?,
            median: quantile(&days, 0.5)?,
            p90: quantile(&days, 0.9)?,
        })
    }
}

fn by_stage(history: &History) -> Vec<StageTotal> {
    let mut labels: Vec<Label> = history.deals.iter().map(|deal| deal.stage).collect();
    labels.sort_unstable();
    labels.dedup();
    let of = |label: Label| StageTotal {
        stage: history.stages.name(label).to_owned(),
        total: Total::of(history.deals.iter().filter(|deal| deal.stage == label)),
    };
    labels.into_iter().map(of).collect()
}
