//! One trial: from draws to bookings by origin and month. Allocates nothing.

use super::{
    engine::{Engine, Seeded},
    motion::OneMotion,
};
use crate::{
    flow::{Origin, with_odds},
    model::AssumptionKind,
};

/// Room for the numbers of one trial, made once for many.
pub(super) struct Scratch {
    pub(super) values: Vec<f64>,
    pub(super) common: [f64; AssumptionKind::COUNT],
    pub(super) times: Vec<usize>,
    pub(super) leads: Vec<f64>,
    pub(super) expected: Vec<f64>,
    pub(super) expected_open: Vec<f64>,
    /// Wins of the motion at hand by month, and their value.
    pub(super) wins: Vec<f64>,
    pub(super) bought: Vec<f64>,
    pub(super) referred_leads: Vec<f64>,
    pub(super) referred: Vec<f64>,
    pub(super) kept: Vec<f64>,
    pub(super) later: Vec<f64>,
    /// Chances of winning from each stage on, by motion.
    pub(super) chances: Vec<Vec<f64>>,
    /// Wins of open deals by motion and month, and their value.
    pub(super) open_wins: Vec<Vec<f64>>,
    pub(super) open_value: Vec<Vec<f64>>,
    pub(super) by_origin: [Vec<f64>; 3],
}

impl Scratch {
    pub(super) fn new(engine: &Engine) -> Self {
        let model = engine.model;
        let months = || vec![0.0; model.months()];
        let longest = model
            .motions
            .iter()
            .filter_map(|motion| motion.repeat.as_ref())
            .map(|repeat| repeat.purchases.len());
        let longest = longest.max().unwrap_or(0);
        Self {
            values: model.means(),
            common: [0.0; AssumptionKind::COUNT],
            times: vec![0; model.motions.len()],
            leads: vec![0.0; model.calendar.cohorts.len()],
            expected: months(),
            expected_open: months(),
            wins: months(),
            bought: months(),
            referred_leads: months(),
            referred: months(),
            kept: vec![0.0; longest],
            later: vec![0.0; longest],
            chances: model
                .motions
                .iter()
                .map(|motion| vec![1.0; motion.stages.len() + 1])
                .collect(),
            open_wins: model.motions.iter().map(|_| months()).collect(),
            open_value: model.motions.iter().map(|_| months()).collect(),
            by_origin: [months(), months(), months()],
        }
    }
}

impl Engine<'_> {
    /// Runs one trial; the result is left in `scratch.by_origin`.
    pub(super) fn trial(&self, seeded: &Seeded, trial: u32, scratch: &mut Scratch) {
        for month in scratch
            .by_origin
            .iter_mut()
            .chain(&mut scratch.open_wins)
            .chain(&mut scratch.open_value)
        {
            month.fill(0.0);
        }
        self.draw_assumptions(seeded, trial, scratch);
        let market = self
            .market
            .at(self.scores.at(seeded.market.trial(trial).uniform(0, 0)));
        self.draw_times(seeded, trial, scratch);
        self.open_deals(seeded, trial, market, scratch);
        for place in 0..self.motions.len() {
            let of = OneMotion {
                model: self.model,
                engine: self,
                motion: &self.model.motions[place],
                tables: &self.motions[place],
                seeded: &seeded.motions[place],
                trial,
                place,
            };
            of.run(market, scratch);
        }
    }

    fn draw_assumptions(&self, seeded: &Seeded, trial: u32, scratch: &mut Scratch) {
        let judgement = seeded.judgement.trial(trial);
        for (kind, common) in scratch.common.iter_mut().enumerate() {
            *common = self.scores.at(judgement.uniform(kind, 0));
        }
        for ((draw, chance), value) in self
            .assumptions
            .iter()
            .zip(&seeded.assumptions)
            .zip(&mut scratch.values)
        {
            if !draw.table.is_constant() {
                let own = self.scores.at(chance.trial(trial).uniform(0, 0));
                *value = draw
                    .table
                    .at(draw.shared * scratch.common[draw.kind] + draw.own * own);
            }
        }
        for (motion, chances) in self.model.motions.iter().zip(&mut scratch.chances) {
            let mut chance = 1.0;
            for (stage, from) in motion.stages.iter().zip(chances.iter_mut()).rev() {
                chance *= stage.conversion.map_or(1.0, |place| scratch.values[place]);
                *from = chance;
            }
        }
    }

    /// Each motion's place among the quantiles of its time factor.
    fn draw_times(&self, seeded: &Seeded, trial: u32, scratch: &mut Scratch) {
        let common = scratch.common[AssumptionKind::Time as usize];
        for (place, time) in scratch.times.iter_mut().enumerate() {
            let motion = &self.model.motions[place].time;
            if motion.sigma > 0.0 {
                let own = self
                    .scores
                    .at(seeded.motions[place].time.trial(trial).uniform(0, 0));
                let score = motion.loading * common + self.motions[place].time_own * own;
                *time = self.time_bounds.partition_point(|bound| *bound <= score);
            }
        }
    }

    fn open_deals(&self, seeded: &Seeded, trial: u32, market: f64, scratch: &mut Scratch) {
        if self.model.open_deals.deals.is_empty() {
            return;
        }
        let odds = market
            * self
                .open_odds
                .at(self.scores.at(seeded.open_odds.trial(trial).uniform(0, 0)));
        let months = self.model.months();
        for (deal, chance) in self.model.open_deals.deals.iter().zip(&seeded.deals) {
            let stage = self.model.open_deals.groups[deal.group].stage;
            let own = deal
                .own_chance
                .unwrap_or(scratch.chances[deal.motion][stage]);
            let win = with_odds(own, odds);
            let first = scratch.times[deal.motion] * months;
            let closed = &self.closed_by[deal.group][first..first + months];
            // One uniform decides whether and when.
            let reached = chance.0.trial(trial).uniform(0, 0);
            if reached >= win * closed[months - 1] {
                continue;
            }
            let month = closed
                .partition_point(|share| win * share <= reached)
                .min(months - 1);
            let value = deal.value.unwrap_or_else(|| {
                let spread = self.motions[deal.motion]
                    .spread
                    .at(chance.1.trial(trial).uniform(0, 0));
                scratch.values[self.model.motions[deal.motion].value] * spread
            });
            scratch.by_origin[Origin::Open as usize][month] += value;
            scratch.open_wins[deal.motion][month] += 1.0;
            scratch.open_value[deal.motion][month] += value;
        }
    }
}
