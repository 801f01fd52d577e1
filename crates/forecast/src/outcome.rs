//! The answer of the simulation: summary statistics of its trials (maths.md section 4).
//! Never draws and never judges: see [`crate::verdict`].

use plumbline_plan::Month;
use serde::{Deserialize, Serialize};

use crate::{flow::Origin, model::Model, simulation::Trials};

/// What the trials of a model come to. Money in the plan's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How many trials it rests on.
    pub trials: u32,
    /// The seed they were drawn under.
    pub seed: u64,
    /// Bookings target of the period.
    pub target: f64,
    /// Share of trials that reach the target.
    pub probability: f64,
    /// Monte Carlo standard error of the probability.
    pub standard_error: f64,
    /// Bookings of the period.
    pub bookings: Spread,
    /// Standard deviation of the period's bookings.
    pub standard_deviation: f64,
    /// Month by month.
    pub months: Vec<MonthOutcome>,
    /// Mean bookings of the period by origin.
    pub by_origin: ByOrigin,
    /// The period's bookings at 0%, 1%, ... 100% of the trials, for the outline of the
    /// distribution.
    pub quantiles: Vec<f64>,
    /// Mean of what is missing to the target, nothing where it is reached:
    /// E[max(0, target - bookings)].
    pub expected_shortfall: f64,
    /// The target that would have an 80% chance.
    pub target_at_80_percent: f64,
    /// The target that would have a 50% chance.
    pub target_at_50_percent: f64,
    /// By how much new deals would have to be multiplied for the target to have the
    /// chance the firm wants; nothing when no number of them brings it.
    pub new_deals_factor_at_goal: Option<f64>,
}

/// Mean and percentiles of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// The 10th percentile: nine trials of ten bring more.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The 90th percentile: one trial of ten brings more.
    pub p90: f64,
}

/// One month of the outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MonthOutcome {
    /// The month.
    pub month: Month,
    /// Its share of the target.
    pub target: f64,
    /// Its bookings.
    pub bookings: Spread,
    /// Bookings of the period up to and with it.
    pub cumulative: Spread,
    /// Its mean bookings by origin.
    pub by_origin: ByOrigin,
}

/// Mean bookings by where they come from.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct ByOrigin {
    /// What has already come.
    pub actual: f64,
    /// Deals open on the as-of date.
    pub open: f64,
    /// Deals that do not exist yet.
    pub new: f64,
    /// Repeat business and referrals.
    pub repeat_and_referral: f64,
}

impl ByOrigin {
    /// All together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.actual + self.open + self.new + self.repeat_and_referral
    }

    pub(crate) fn of(actual: f64, origins: [f64; 3]) -> Self {
        let [open, new, repeat_and_referral] = origins;
        Self {
            actual,
            open,
            new,
            repeat_and_referral,
        }
    }
}

impl Outcome {
    /// The statistics of a model's trials. Without any trial all amounts are zero.
    #[must_use]
    pub fn new(model: &Model, trials: &Trials) -> Self {
        let count = trials.count().max(1) as f64;
        let mut totals: Vec<f64> = trials
            .new
            .iter()
            .zip(&trials.other)
            .map(|(new, other)| new + other)
            .collect();
        totals.sort_unstable_by(f64::total_cmp);
        let reached = totals.len() - totals.partition_point(|total| *total < model.target);
        // Summed in order of size, so that the order of the trials does not matter.
        let mean = totals.iter().sum::<f64>() / count;
        let squares: f64 = totals
            .iter()
            .map(|total| (total - mean) * (total - mean))
            .sum();
        let missing: f64 = totals
            .iter()
            .map(|total| (model.target - total).max(0.0))
            .sum();
        let at = |share: f64| sorted_quantile(&totals, share);
        let origins = trials.mean_by_origin();
        let sum = |origin: Origin| origins[origin as usize].iter().sum::<f64>();
        Self {
            trials: u32::try_from(trials.count()).unwrap_or(u32::MAX),
            seed: trials.seed(),
            target: model.target,
            probability: if totals.is_empty() {
                0.0
            } else {
                reached as f64 / count
            },
            standard_error: standard_error(reached as f64, totals.len() as f64),
            bookings: Spread {
                mean,
                p10: at(0.1),
                p50: at(0.5),
                p90: at(0.9),
            },
            standard_deviation: (squares / count).sqrt(),
            months: months(model, trials, &origins),
            by_origin: ByOrigin::of(model.actual_bookings.iter().sum(), Origin::ALL.map(sum)),
            quantiles: (0..=100)
                .map(|percent| at(f64::from(percent) / 100.0))
                .collect(),
            expected_shortfall: missing / count,
            target_at_80_percent: at(0.2),
            target_at_50_percent: at(0.5),
            new_deals_factor_at_goal: new_deals_factor(model, trials),
        }
    }

    /// A hash of every bit of the answer, to compare machines and numbers of workers.
    #[must_use]
    pub fn hash(&self) -> u64 {
        let mut hash = Hash(0xcbf2_9ce4_8422_2325);
        hash.add(u64::from(self.trials));
        hash.add(self.seed);
        let spread = |spread: &Spread| [spread.mean, spread.p10, spread.p50, spread.p90];
        let origin = |by: &ByOrigin| [by.actual, by.open, by.new, by.repeat_and_referral];
        let single = [
            self.target,
            self.probability,
            self.standard_error,
            self.standard_deviation,
            self.expected_shortfall,
            self.new_deals_factor_at_goal.unwrap_or(-1.0),
        ];
        let months = self.months.iter().flat_map(|month| {
            [
                spread(&month.bookings),
                spread(&month.cumulative),
                origin(&month.by_origin),
            ]
            .concat()
        });
        let all = single
            .into_iter()
            .chain(spread(&self.bookings))
            .chain(origin(&self.by_origin));
        all.chain(self.quantiles.iter().copied())
            .chain(months)
            .for_each(|value| hash.add(value.to_bits()));
        hash.0
    }
}

struct Hash(u64);

impl Hash {
    /// FNV-1a over bytes.
    fn add(&mut self, bits: u64) {
        for byte in bits.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

/// The standard error of a share. With none or all it is that of half a trial more, since
/// an error of nothing would be too sure.
fn standard_error(reached: f64, count: f64) -> f64 {
    if count <= 0.0 {
        return 0.5;
    }
    let share = ((reached + 0.5) / (count + 1.0)).clamp(0.0, 1.0);
    (share * (1.0 - share) / count).sqrt()
}

/// The value at a share of sorted ones, nearest rank.
fn sorted_quantile(sorted: &[f64], share: f64) -> f64 {
    let place = (share * sorted.len().saturating_sub(1) as f64 + 0.5) as usize;
    sorted.get(place).copied().unwrap_or(0.0)
}

fn months(model: &Model, trials: &Trials, origins: &[Vec<f64>; 3]) -> Vec<MonthOutcome> {
    let length = trials.months();
    let mut column = vec![0.0; trials.count()];
    let mut running = vec![0.0; trials.count()];
    let month = |(place, month): (usize, Month)| {
        for ((cell, sum), trial) in column
            .iter_mut()
            .zip(&mut running)
            .zip(trials.monthly.chunks(length.max(1)))
        {
            *cell = trial[place];
            *sum += trial[place];
        }
        let by_origin = ByOrigin::of(
            model.actual_bookings[place],
            [0, 1, 2].map(|origin| origins[origin][place]),
        );
        let bookings = spread(&mut column);
        MonthOutcome {
            month,
            target: model.target_by_month.get(place).copied().unwrap_or(0.0),
            bookings,
            cumulative: spread(&mut running.clone()),
            by_origin,
        }
    };
    model
        .calendar
        .period
        .iter()
        .enumerate()
        .map(month)
        .collect()
}

/// Mean and percentiles of an unsorted column, which is left in another order.
fn spread(column: &mut [f64]) -> Spread {
    if column.is_empty() {
        return Spread::default();
    }
    let last = column.len() - 1;
    let rank = |share: f64| (share * last as f64 + 0.5) as usize;
    let (low, mid, high) = (rank(0.1), rank(0.5), rank(0.9));
    let (below, middle, above) = column.select_nth_unstable_by(mid, f64::total_cmp);
    let p50 = *middle;
    let p10 = if low < mid {
        *below.select_nth_unstable_by(low, f64::total_cmp).1
    } else {
        p50
    };
    let p90 = if high > mid {
        *above
            .select_nth_unstable_by(high - mid - 1, f64::total_cmp)
            .1
    } else {
        p50
    };
    Spread {
        mean: exact_mean(column),
        p10,
        p50,
        p90,
    }
}

/// The mean by sums of whole units, so that the order does not matter.
fn exact_mean(column: &[f64]) -> f64 {
    let most = column
        .iter()
        .fold(0.0_f64, |most, value| most.max(value.abs()));
    if most <= 0.0 || !most.is_finite() {
        return 0.0;
    }
    let exponent = 60 - libm::ilogb(most);
    let sum: i128 = column
        .iter()
        .map(|value| i128::from(libm::ldexp(*value, exponent) as i64))
        .sum();
    libm::ldexp(sum as f64 / column.len() as f64, -exponent)
}

/// The least factor on new deals at which the wanted share of trials reaches the target.
fn new_deals_factor(model: &Model, trials: &Trials) -> Option<f64> {
    let mut factors: Vec<f64> = trials
        .new
        .iter()
        .zip(&trials.other)
        .map(|(new, other)| match model.target - other {
            missing if missing <= 0.0 => 0.0,
            missing if *new > 0.0 => missing / new,
            _ => f64::INFINITY,
        })
        .collect();
    let rank = (model.goal * factors.len() as f64).ceil() as usize;
    let place = rank.clamp(1, factors.len().max(1)) - 1;
    if place >= factors.len() {
        return None;
    }
    let factor = *factors.select_nth_unstable_by(place, f64::total_cmp).1;
    factor.is_finite().then_some(factor)
}
