//! Deals of one origin won month by month: how many, for how much, and how far hours let them
//! through. Knows no leads.

use super::{engine::Engine, seeded::SeededStream, tables::MotionTables, values};
use crate::{
    chance::{Chance, TrialChance},
    ordered::{greater, lesser, whole_part},
};

/// Deals of one origin of one motion in one trial.
pub(super) struct Stream<'a> {
    pub(super) engine: &'a Engine<'a>,
    pub(super) tables: &'a MotionTables,
    /// Where these deals stand before any limit at the end of each month, in months, because
    /// hours hold them up; nothing when none do.
    pub(super) labels: Option<&'a [f64]>,
    pub(super) wins: TrialChance,
    /// The uniforms of deals' values one by one, and of many together.
    pub(super) values: (TrialChance, Chance),
    pub(super) trial: u32,
    /// How much values differ, and their mean.
    pub(super) variation: f64,
    pub(super) mean: f64,
}

/// Deals won before any limit, and how far hours have let them through.
#[derive(Debug, Clone)]
pub(super) struct WonSoFar {
    /// Counts before any limit, by month, and their value.
    counts: Vec<f64>,
    worth: Vec<f64>,
    /// Counts and value of all months before.
    sums: Vec<(f64, f64)>,
    /// What has been let through so far.
    through: (f64, f64),
}

impl WonSoFar {
    pub(super) fn of(months: usize) -> Self {
        Self {
            counts: vec![0.0; months],
            worth: vec![0.0; months],
            sums: vec![(0.0, 0.0); months + 1],
            through: (0.0, 0.0),
        }
    }

    /// Ready for the next trial. Months are filled in again before they are read.
    pub(super) fn clear(&mut self) {
        self.through = (0.0, 0.0);
    }
}

impl<'a> Stream<'a> {
    pub(super) fn new(
        engine: &'a Engine<'a>,
        (motion, labels): (usize, Option<&'a [f64]>),
        seeded: &SeededStream,
        trial: u32,
        mean: f64,
    ) -> Self {
        Self {
            engine,
            tables: &engine.motions[motion],
            labels,
            wins: seeded.wins.trial(trial),
            values: (seeded.value.trial(trial), seeded.many),
            trial,
            variation: engine.model.motions[motion].value_variation,
            mean,
        }
    }

    /// Draws the deals won in every month before any limit: one Poisson count each, since
    /// winners of the cohorts are independent Poissons and so is their sum (thinning; Kingman
    /// 1993, chapter 5).
    pub(super) fn draw(&self, expected: &[f64], won: &mut WonSoFar) {
        let months = expected.iter().zip(&self.engine.addresses);
        let won = won.counts.iter_mut().zip(&mut won.worth);
        for ((expected, address), (count, worth)) in months.zip(won) {
            let bits = self.wins.bits(*address, 0);
            *count = self.engine.counts.quantile(*expected, bits);
            *worth = self.worth(*count, *address);
        }
    }

    /// The same of one month.
    #[inline]
    pub(super) fn draw_month(&self, month: usize, expected: f64, won: &mut WonSoFar) {
        let address = self.engine.addresses[month];
        let (mut count, mut worth) = (0.0, 0.0);
        if expected > 0.0 {
            let bits = self.wins.bits(address, 0);
            count = self.engine.counts.quantile(expected, bits);
            worth = self.worth(count, address);
        }
        (won.counts[month], won.worth[month]) = (count, worth);
    }

    /// How many deals are won in every month, and for how much, once they are drawn: as many
    /// as hours let through.
    pub(super) fn months(&self, won: &mut WonSoFar, wins: &mut Vec<f64>, value: &mut Vec<f64>) {
        if self.labels.is_none() {
            // What changes places is filled in anew before it is read.
            std::mem::swap(wins, &mut won.counts);
            std::mem::swap(value, &mut won.worth);
            return;
        }
        for (month, (wins, value)) in wins.iter_mut().zip(value).enumerate() {
            (*wins, *value) = self.month(month, won);
        }
    }

    /// How many deals are won in a month, and for how much, once they are drawn: as many as
    /// hours let through.
    #[inline]
    pub(super) fn month(&self, month: usize, won: &mut WonSoFar) -> (f64, f64) {
        match self.labels {
            None => (won.counts[month], won.worth[month]),
            Some(labels) => self.let_through(month, labels[month], won),
        }
    }

    /// With too few hours the cumulative count is read where the flow without a limit
    /// reaches the flow with it (maths.md section 4): at the time `end`.
    fn let_through(&self, month: usize, end: f64, won: &mut WonSoFar) -> (f64, f64) {
        let (count, worth) = (won.counts[month], won.worth[month]);
        let (counts, values) = won.sums[month];
        won.sums[month + 1] = (counts + count, values + worth);
        let through = self.read(won, end, month);
        let (wins, value) = won.through;
        won.through = (greater(through.0, wins), greater(through.1, value));
        if wins == counts && through == won.sums[month + 1] {
            // Nobody waits: exactly what the month brings.
            return (count, worth);
        }
        (won.through.0 - wins, won.through.1 - value)
    }

    /// What has been won up to a time in months; part of a month's deals rounded by chance.
    fn read(&self, won: &WonSoFar, time: f64, latest: usize) -> (f64, f64) {
        let whole = (time as u32 as usize).min(latest + 1);
        let (mut count, mut worth) = won.sums[whole];
        let part = time - whole as f64;
        if whole <= latest && part > 0.0 {
            let address = self.engine.addresses[whole];
            let rounding = self.wins.uniform(address, 1);
            let all = won.counts[whole];
            let some = lesser(whole_part(part * all + rounding), all);
            count += some;
            worth += if some == all {
                won.worth[whole]
            } else {
                self.worth(some, address)
            };
        }
        (count, worth)
    }

    #[inline]
    fn worth(&self, count: f64, address: usize) -> f64 {
        values::total(
            count,
            self.mean,
            &self.tables.spread,
            self.variation,
            (self.values.0, || self.values.1.trial(self.trial)),
            address,
        )
    }
}
