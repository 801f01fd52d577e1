//! Everything of a model that does not change from trial to trial, as tables.

use std::ops::Range;

use super::{
    lines::{Line, lines},
    record::{Layout, Trials},
    trial::Scratch,
};
use crate::{
    chance::{Chance, Use, entity},
    distribution::{Distribution, Lognormal, QuantileTable, UniformTable, gamma, normal, poisson},
    flow::{Kernels, bookings, entry_kernels, period_cohorts, win_kernel},
    kernel::MonthKernel,
    model::{AssumptionKind, Model, Motion},
};

/// How many quantiles of a motion's time factor have a kernel of their own
/// (maths.md section 4).
pub(super) const TIMES: usize = 32;

/// A model tabulated for simulation.
#[derive(Debug)]
pub struct Engine<'a> {
    pub(super) model: &'a Model,
    pub(super) assumptions: Vec<Draw>,
    pub(super) scores: UniformTable,
    pub(super) counts: poisson::Table,
    pub(super) market: QuantileTable,
    pub(super) lead_factor: UniformTable,
    pub(super) open_odds: QuantileTable,
    pub(super) motions: Vec<MotionTables>,
    /// For each group of open deals, time and month, the share closed by then.
    pub(super) closed_by: Vec<Vec<f64>>,
    /// Scores that part the time factor's quantiles.
    pub(super) time_bounds: Vec<f64>,
    pub(super) cohorts: Vec<Option<usize>>,
    /// The months of the period as they are addressed: by calendar, not by place.
    pub(super) addresses: Vec<usize>,
    pub(super) cohort_addresses: Vec<usize>,
    /// What each trial's scores are of.
    pub(super) lines: Vec<Line>,
    /// Whether it matters who is there: hours limit the flow, or the team makes leads.
    pub(super) staffed: bool,
    layout: Layout,
}

/// How an assumption is drawn.
#[derive(Debug, Clone)]
pub(super) struct Draw {
    pub(super) table: QuantileTable,
    pub(super) entity: u64,
    pub(super) kind: usize,
    /// How much of its score it shares with its kind, and how much is its own.
    pub(super) shared: f64,
    pub(super) own: f64,
    /// Whether it is known for sure.
    pub(super) certain: bool,
}

/// A motion's tables.
#[derive(Debug, Clone)]
pub(super) struct MotionTables {
    /// From cohort to month of winning, by quantile of the time factor.
    pub(super) wins: Vec<MonthKernel>,
    /// From cohort to month of entering each stage, by quantile of the time factor; empty
    /// where hours cannot limit the flow.
    entries: Vec<Vec<MonthKernel>>,
    /// The factor on times at each quantile.
    pub(super) scales: Vec<f64>,
    /// Whether activity with hours makes leads.
    pub(super) makes_leads: bool,
    /// Whether customers buy again or bring leads.
    pub(super) follows: bool,
    /// A deal's value against the mean.
    pub(super) spread: UniformTable,
    /// The address of the monthly factor on leads: motions that share their leads share it.
    pub(super) lead_entity: u64,
}

/// The uniforms of one seed, by entity.
pub(super) struct Seeded {
    pub(super) assumptions: Vec<Chance>,
    pub(super) judgement: Chance,
    pub(super) market: Chance,
    pub(super) open_odds: Chance,
    pub(super) motions: Vec<SeededMotion>,
    pub(super) deals: Vec<(Chance, Chance)>,
    pub(super) seats: Vec<Chance>,
}

/// The uniforms of one motion.
pub(super) struct SeededMotion {
    pub(super) lead_factor: Chance,
    pub(super) new: SeededStream,
    pub(super) past: SeededStream,
    pub(super) referral: SeededStream,
    pub(super) retention: Chance,
}

/// The uniforms of deals of one origin: how many are won, and for how much.
pub(super) struct SeededStream {
    pub(super) wins: Chance,
    pub(super) value: Chance,
    pub(super) many: Chance,
}

impl<'a> Engine<'a> {
    /// Tabulates a model.
    #[must_use]
    pub fn new(model: &'a Model) -> Self {
        let uncertainty = &model.uncertainty;
        let middle = |i: usize| normal::quantile((i as f64 + 0.5) / TIMES as f64);
        let market = uncertainty.market_spread;
        let scaled = |motion: &Motion, i: usize| libm::exp(motion.time.sigma * middle(i));
        let closed = model.open_deals.groups.iter().map(|group| {
            let motion = &model.motions[group.motion];
            closed_by_time(
                |i| group.closed_by(&model.calendar, motion, scaled(motion, i)),
                group.scales,
            )
        });
        let lines = lines(model);
        let expected = bookings(model, &model.means(), &Kernels::expected(model), 1.0).total();
        let mut sources = model.motions.iter().flat_map(|motion| &motion.sources);
        let by_team = sources.any(|source| source.people.is_some());
        let address =
            |month: plumbline_plan::Month| (month.year() * 12) as usize + month.number() as usize;
        Self {
            assumptions: draws(model),
            market: QuantileTable::new(|z| {
                let value = libm::exp(market * z - 0.5 * market * market);
                (value, market * value)
            }),
            scores: UniformTable::scores(),
            counts: poisson::Table::new(),
            lead_factor: UniformTable::new(gamma::unit_mean_table(uncertainty.lead_variation)),
            open_odds: QuantileTable::new(|z| {
                let value = libm::exp(uncertainty.open_deals_spread * z);
                (value, uncertainty.open_deals_spread * value)
            }),
            motions: model
                .motions
                .iter()
                .map(|motion| MotionTables::new(model, motion, |i| scaled(motion, i)))
                .collect(),
            closed_by: closed.collect(),
            time_bounds: (1..TIMES)
                .map(|i| normal::quantile(i as f64 / TIMES as f64))
                .collect(),
            cohorts: period_cohorts(model),
            addresses: model
                .calendar
                .windows
                .iter()
                .map(|window| address(window.month))
                .collect(),
            cohort_addresses: model
                .calendar
                .cohorts
                .iter()
                .map(|span| address(span.month))
                .collect(),
            staffed: model.work.is_some() || by_team,
            layout: Layout::new(
                model.months(),
                lines.len(),
                expected,
                model.actual_bookings.iter().sum(),
                model.target,
            ),
            lines,
            model,
        }
    }

    /// Runs a block of trials under a seed.
    #[must_use]
    pub fn run(&self, seed: u64, trials: Range<u32>) -> Trials {
        let mut result = Trials::new(seed, self.layout);
        self.each_with_scores(seed, trials, |by_origin, scores| {
            result.record(by_origin, scores);
        });
        result
    }

    /// Shows each trial of a block: bookings yet to come by origin (see
    /// [`crate::flow::Origin::ALL`]) and month, plan's currency.
    pub fn each(&self, seed: u64, trials: Range<u32>, mut see: impl FnMut(&[Vec<f64>; 3])) {
        self.each_with_scores(seed, trials, |by_origin, _| see(by_origin));
    }

    /// The same tables for a model that differs from this engine's in assumptions (but
    /// those of time), leads or people alone.
    pub(crate) fn for_model<'b>(&self, model: &'b Model) -> Engine<'b> {
        let mut assumptions = self.assumptions.clone();
        for ((draw, new), old) in assumptions
            .iter_mut()
            .zip(&model.assumptions)
            .zip(&self.model.assumptions)
        {
            if new.distribution != old.distribution {
                draw.certain = matches!(new.distribution, Distribution::Constant(_));
                draw.table = new.distribution.table();
            }
        }
        Engine {
            model,
            assumptions,
            scores: self.scores.clone(),
            counts: self.counts.clone(),
            market: self.market.clone(),
            lead_factor: self.lead_factor.clone(),
            open_odds: self.open_odds.clone(),
            motions: self.motions.clone(),
            closed_by: self.closed_by.clone(),
            time_bounds: self.time_bounds.clone(),
            cohorts: self.cohorts.clone(),
            addresses: self.addresses.clone(),
            cohort_addresses: self.cohort_addresses.clone(),
            lines: self.lines.clone(),
            staffed: self.staffed,
            layout: self.layout,
        }
    }

    /// Adds the period's bookings of every trial of a block to those there are.
    pub(crate) fn add_period_bookings(&self, seed: u64, trials: Range<u32>, totals: &mut Vec<f64>) {
        let actual: f64 = self.model.actual_bookings.iter().sum();
        self.each(seed, trials, |by_origin| {
            totals.push(actual + by_origin.iter().flatten().sum::<f64>());
        });
    }

    /// The share of trials that reach the target, and the median of the period's bookings.
    pub(crate) fn chance_and_median(&self, mut totals: Vec<f64>) -> (f64, f64) {
        let reached = totals
            .iter()
            .filter(|total| **total >= self.model.target)
            .count();
        let middle = totals.len() / 2;
        let median = if totals.is_empty() {
            self.model.actual_bookings.iter().sum()
        } else {
            *totals.select_nth_unstable_by(middle, f64::total_cmp).1
        };
        (reached as f64 / totals.len().max(1) as f64, median)
    }

    fn each_with_scores(
        &self,
        seed: u64,
        trials: Range<u32>,
        mut see: impl FnMut(&[Vec<f64>; 3], &[f64]),
    ) {
        let seeded = self.seeded(seed);
        let mut scratch = Scratch::new(self);
        for trial in trials {
            self.trial(&seeded, trial, &mut scratch);
            see(&scratch.by_origin, &scratch.scores);
        }
    }

    fn seeded(&self, seed: u64) -> Seeded {
        let plan = entity("plan");
        let motion = |(motion, tables): (&Motion, &MotionTables)| {
            let of = |what| Chance::new(seed, motion.entity, what);
            let stream = |wins, value, many| SeededStream {
                wins: of(wins),
                value: of(value),
                many: of(many),
            };
            SeededMotion {
                lead_factor: Chance::new(seed, tables.lead_entity, Use::LeadFactor),
                new: stream(Use::Wins, Use::DealValue, Use::ManyDeals),
                past: stream(Use::PastWins, Use::PastValue, Use::ManyPastDeals),
                referral: stream(Use::ReferralWins, Use::ReferralValue, Use::ManyReferrals),
                retention: of(Use::Retention),
            }
        };
        let deal = |entity| {
            (
                Chance::new(seed, entity, Use::OpenDealOutcome),
                Chance::new(seed, entity, Use::DealValue),
            )
        };
        Seeded {
            assumptions: self
                .assumptions
                .iter()
                .map(|draw| Chance::new(seed, draw.entity, Use::Assumption))
                .collect(),
            judgement: Chance::new(seed, plan, Use::Judgement),
            market: Chance::new(seed, plan, Use::Market),
            open_odds: Chance::new(seed, plan, Use::OpenDeals),
            motions: self
                .model
                .motions
                .iter()
                .zip(&self.motions)
                .map(motion)
                .collect(),
            deals: self
                .model
                .open_deals
                .deals
                .iter()
                .map(|open| deal(open.entity))
                .collect(),
            seats: self
                .model
                .team
                .seats
                .iter()
                .map(|seat| Chance::new(seed, seat.entity, Use::Departure))
                .collect(),
        }
    }
}

impl MotionTables {
    fn new(model: &Model, motion: &Motion, scale: impl Fn(usize) -> f64) -> Self {
        let spread = Lognormal::with_moments(1.0, motion.value_variation);
        let quantiles = if motion.time.sigma > 0.0 { TIMES } else { 1 };
        let scales: Vec<f64> = if quantiles == 1 {
            vec![1.0]
        } else {
            (0..TIMES).map(scale).collect()
        };
        let limited = model.work.is_some();
        let first = motion
            .sources
            .first()
            .and_then(|source| source.factors.first());
        Self {
            wins: scales
                .iter()
                .map(|scale| win_kernel(model, motion, *scale))
                .collect(),
            entries: scales
                .iter()
                .filter(|_| limited)
                .map(|scale| entry_kernels(model, motion, *scale))
                .collect(),
            makes_leads: limited && motion.sources.iter().any(|s| s.hours_each().is_some()),
            follows: motion.repeat.is_some() || motion.referrals.is_some(),
            scales,
            spread: match spread {
                Some(spread) if spread.sigma > 0.0 => {
                    UniformTable::new(Distribution::Lognormal(spread).table())
                }
                _ => UniformTable::new(QuantileTable::constant(1.0)),
            },
            lead_entity: first.map_or(motion.entity, |place| model.assumptions[*place].entity),
        }
    }

    /// The kernels of entering each stage at a quantile of the time factor.
    #[inline]
    pub(super) fn entries_at(&self, time: usize) -> &[MonthKernel] {
        self.entries
            .get(time)
            .or(self.entries.first())
            .map_or(&[], Vec::as_slice)
    }

    /// The kernel at a quantile of the time factor.
    #[inline]
    pub(super) fn at_time(&self, time: usize) -> &MonthKernel {
        self.wins.get(time).unwrap_or(&self.wins[0])
    }
}

fn draws(model: &Model) -> Vec<Draw> {
    let together = model.uncertainty.correlation.clamp(0.0, 1.0);
    let draw = |assumption: &crate::model::ModelAssumption| {
        let shared = if assumption.is_judged() {
            together
        } else {
            0.0
        };
        // Time counts through its motion's factor.
        let silent = assumption.kind == AssumptionKind::Time;
        Draw {
            table: if silent {
                QuantileTable::constant(assumption.distribution.mean())
            } else {
                assumption.distribution.table()
            },
            entity: assumption.entity,
            kind: assumption.kind as usize,
            shared: shared.sqrt(),
            own: (1.0 - shared).sqrt(),
            certain: matches!(assumption.distribution, Distribution::Constant(_)),
        }
    };
    model.assumptions.iter().map(draw).collect()
}

fn closed_by_time(at: impl Fn(usize) -> Vec<f64>, scales: bool) -> Vec<f64> {
    if scales {
        (0..TIMES).flat_map(at).collect()
    } else {
        let one = at(0);
        (0..TIMES).flat_map(|_| one.iter().copied()).collect()
    }
}
