//! Everything of a model that does not change from trial to trial, as tables.

use std::ops::Range;

use super::{
    lines::{Line, lines},
    record::{Layout, Trials},
    recorder::Recorder,
    scratch::{Scratch, StepScratch},
    seeded::Seeded,
    tables::{
        Draw, ListedDeal, MotionTables, TIMES, closed_by_time, draws, listed_deals, time_weights,
    },
};
use crate::{
    distribution::{QuantileTable, UniformTable, gamma, normal, poisson},
    flow::{Kernels, bookings, period_cohorts},
    model::{Model, Motion},
};

/// So many trials are run together (see [`Engine::trials`]): fewer gain less, more gain no more.
const TOGETHER: usize = 8;

/// A model tabulated for simulation.
#[derive(Debug)]
pub struct Engine<'a> {
    pub(super) model: &'a Model,
    /// The assumptions that are drawn.
    pub(super) assumptions: Vec<Draw>,
    pub(super) scores: UniformTable,
    pub(super) counts: &'static poisson::Table,
    pub(super) market: QuantileTable,
    pub(super) lead_factor: UniformTable,
    pub(super) open_odds: QuantileTable,
    pub(super) motions: Vec<MotionTables>,
    pub(super) deals: Vec<ListedDeal>,
    /// For each group of open deals, time and month, the share closed by then.
    pub(super) closed_by: Vec<Vec<f64>>,
    /// The share closed by the period's end, by group and time.
    pub(super) closed_at_end: Vec<[f64; TIMES]>,
    /// Scores that part the time factor's quantiles; and by motion, what its stages' times count
    /// in the factor's score, each with its place among what is drawn.
    pub(super) time_bounds: Vec<f64>,
    pub(super) time_weights: Vec<Vec<(usize, f64)>>,
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
        let closed: Vec<Vec<f64>> = closed.collect();
        let at_end = |closed: &Vec<f64>| {
            let end = |time: usize| closed[(time + 1) * model.months() - 1];
            std::array::from_fn(end)
        };
        let lines = lines(model);
        let expected = bookings(model, &model.means(), &Kernels::expected(model), 1.0).total();
        let mut sources = model.motions.iter().flat_map(|motion| &motion.sources);
        let by_team = sources.any(|source| source.people.is_some());
        let address =
            |month: plumbline_plan::Month| (month.year() * 12) as usize + month.number() as usize;
        let assumptions = draws(model, |_| None);
        Self {
            deals: listed_deals(model),
            market: QuantileTable::new(|z| {
                let value = libm::exp(market * z - 0.5 * market * market);
                (value, market * value)
            }),
            scores: UniformTable::scores(),
            counts: poisson::Table::shared(),
            lead_factor: UniformTable::new(&gamma::unit_mean_table(uncertainty.lead_variation)),
            open_odds: QuantileTable::new(|z| {
                let value = libm::exp(uncertainty.open_deals_spread * z);
                (value, uncertainty.open_deals_spread * value)
            }),
            motions: model
                .motions
                .iter()
                .map(|motion| MotionTables::new(model, motion, |i| scaled(motion, i)))
                .collect(),
            closed_at_end: closed.iter().map(at_end).collect(),
            closed_by: closed,
            time_bounds: (1..TIMES)
                .map(|i| normal::quantile(i as f64 / TIMES as f64))
                .collect(),
            time_weights: time_weights(model, &assumptions),
            assumptions,
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
        let mut recorder = Recorder::new(seed, self.layout);
        self.each_with_scores(seed, trials, |by_origin, scores| {
            recorder.record(by_origin, scores);
        });
        recorder.finish()
    }

    /// Shows each trial of a block: bookings yet to come by origin (see
    /// [`crate::flow::Origin::ALL`]) and month, plan's currency.
    pub fn each(&self, seed: u64, trials: Range<u32>, mut see: impl FnMut(&[Vec<f64>; 3])) {
        self.each_with_scores(seed, trials, |by_origin, _| see(by_origin));
    }

    /// The same tables for a model that differs from this engine's in assumptions (but
    /// those of time), leads or people alone.
    pub(crate) fn for_model<'b>(&self, model: &'b Model) -> Engine<'b> {
        let known = |place: usize| {
            let new = &model.assumptions[place].distribution;
            let mut drawn = self.assumptions.iter();
            (*new == self.model.assumptions[place].distribution)
                .then(|| drawn.find(|draw| draw.place == place))
                .flatten()
                .map(|draw| draw.table.clone())
        };
        let assumptions = draws(model, known);
        Engine {
            model,
            time_weights: time_weights(model, &assumptions),
            assumptions,
            deals: self.deals.clone(),
            scores: self.scores.clone(),
            counts: self.counts,
            market: self.market.clone(),
            lead_factor: self.lead_factor.clone(),
            open_odds: self.open_odds.clone(),
            motions: self.motions.clone(),
            closed_by: self.closed_by.clone(),
            closed_at_end: self.closed_at_end.clone(),
            time_bounds: self.time_bounds.clone(),
            cohorts: self.cohorts.clone(),
            addresses: self.addresses.clone(),
            cohort_addresses: self.cohort_addresses.clone(),
            lines: lines(model),
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
        let seeded = Seeded::new(self, seed);
        let mut step = StepScratch::new(self);
        let mut rooms: [Scratch; TOGETHER] = std::array::from_fn(|_| Scratch::new(self));
        for first in trials.clone().step_by(TOGETHER) {
            let count = TOGETHER.min((trials.end - first) as usize);
            let rooms = &mut rooms[..count];
            self.trials(&seeded, first, rooms, &mut step);
            for scratch in rooms {
                see(&scratch.by_origin, &scratch.scores);
            }
        }
    }
}
