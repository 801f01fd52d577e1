//! The answer of the simulation: summary statistics of its trials (maths.md section 4).
//! Never draws and never judges: see [`crate::verdict`].

use plumbline_plan::Month;
use serde::{Deserialize, Serialize};

use crate::{
    flow::Origin,
    model::Model,
    simulation::{Histogram, Trials, VarianceShare, variance_shares},
};

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
    /// Where the spread of the period's bookings comes from, the largest part first.
    pub variance_shares: Vec<VarianceShare>,
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
        let count = trials.count() as u64;
        let actual: f64 = model.actual_bookings.iter().sum();
        let at = |share: f64| actual + trials.period.at_rank(rank(share, count));
        let origins = trials.mean_by_origin();
        let sum = |origin: Origin| origins[origin as usize].iter().sum::<f64>();
        Self {
            trials: u32::try_from(trials.count()).unwrap_or(u32::MAX),
            seed: trials.seed(),
            target: model.target,
            probability: trials.reached as f64 / count.max(1) as f64,
            standard_error: standard_error(trials.reached as f64, count as f64),
            bookings: Spread {
                mean: actual + trials.mean(),
                p10: at(0.1),
                p50: at(0.5),
                p90: at(0.9),
            },
            standard_deviation: trials.standard_deviation(),
            months: months(model, trials, &origins),
            by_origin: ByOrigin::of(actual, Origin::ALL.map(sum)),
            quantiles: (0..=100)
                .map(|percent| at(f64::from(percent) / 100.0))
                .collect(),
            expected_shortfall: trials.mean_missing(),
            target_at_80_percent: at(0.2),
            target_at_50_percent: at(0.5),
            new_deals_factor_at_goal: new_deals_factor(model, trials),
            variance_shares: variance_shares(model, trials),
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
        let shares = self.variance_shares.iter().map(|share| share.share);
        all.chain(self.quantiles.iter().copied())
            .chain(shares)
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

/// The nearest rank of a share of so many.
fn rank(share: f64, count: u64) -> u64 {
    (share * count.saturating_sub(1) as f64 + 0.5) as u64
}

fn months(model: &Model, trials: &Trials, origins: &[Vec<f64>; 3]) -> Vec<MonthOutcome> {
    let mut actual_so_far = 0.0;
    let mut mean_so_far = 0.0;
    let month = |(place, month): (usize, Month)| {
        let actual = model.actual_bookings[place];
        let by_origin = ByOrigin::of(actual, [0, 1, 2].map(|origin| origins[origin][place]));
        actual_so_far += actual;
        mean_so_far += by_origin.total();
        // Up to the last month: the period.
        let so_far = trials.cumulative.get(place).unwrap_or(&trials.period);
        MonthOutcome {
            month,
            target: model.target_by_month.get(place).copied().unwrap_or(0.0),
            bookings: spread(trials, &trials.months[place], actual, by_origin.total()),
            cumulative: spread(trials, so_far, actual_so_far, mean_so_far),
            by_origin,
        }
    };
    let period = model.calendar.period.iter().enumerate();
    period.take(trials.months.len()).map(month).collect()
}

/// Mean and percentiles of what has come and what is yet to come.
fn spread(trials: &Trials, amounts: &Histogram, actual: f64, mean: f64) -> Spread {
    let count = trials.count() as u64;
    let ranks = [0.1, 0.5, 0.9].map(|share| rank(share, count));
    let at = |rank: u64| actual + amounts.at_rank(rank);
    let [p10, p50, p90] = ranks.map(at);
    Spread {
        mean,
        p10,
        p50,
        p90,
    }
}

/// The least factor on new deals at which the wanted share of trials reaches the target.
fn new_deals_factor(model: &Model, trials: &Trials) -> Option<f64> {
    let count = trials.count() as u64;
    let place = ((model.goal * count as f64).ceil() as u64).clamp(1, count.max(1)) - 1;
    let factor = trials.factor.at_rank(place);
    (count > 0 && factor.is_finite() && factor < MOST_FACTOR).then_some(factor)
}

/// New deals cannot be multiplied by more than this and mean anything.
const MOST_FACTOR: f64 = 1e8;
