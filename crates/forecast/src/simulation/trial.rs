//! One trial: from draws to bookings by origin and month. Allocates nothing.

use super::{
    engine::{Engine, MotionTables, Seeded, SeededMotion},
    values,
};
use crate::{
    distribution::binomial,
    flow::{
        MOST_LEADS, Origin, add_leads, from_then_on, kept_purchases, past_leads,
        past_referral_leads, with_odds, yearly_to_monthly,
    },
    model::{AssumptionKind, Model, Motion},
};

/// Room for the numbers of one trial, made once for many.
pub(super) struct Scratch {
    values: Vec<f64>,
    common: [f64; AssumptionKind::COUNT],
    times: Vec<usize>,
    leads: Vec<f64>,
    expected: Vec<f64>,
    expected_open: Vec<f64>,
    /// Wins of the motion at hand by month, and their value.
    wins: Vec<f64>,
    bought: Vec<f64>,
    referred_leads: Vec<f64>,
    referred: Vec<f64>,
    kept: Vec<f64>,
    later: Vec<f64>,
    /// Chances of winning from each stage on, by motion.
    chances: Vec<Vec<f64>>,
    /// Wins of open deals by motion and month, and their value.
    open_wins: Vec<Vec<f64>>,
    open_value: Vec<Vec<f64>>,
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

/// One motion in one trial.
struct OneMotion<'a> {
    model: &'a Model,
    engine: &'a Engine<'a>,
    motion: &'a Motion,
    tables: &'a MotionTables,
    seeded: &'a SeededMotion,
    trial: u32,
    place: usize,
}

impl OneMotion<'_> {
    fn run(&self, market: f64, scratch: &mut Scratch) {
        let chance = scratch.chances[self.place][0];
        self.new_deals(market * chance, scratch);
        if self.motion.repeat.is_none() && self.motion.referrals.is_none() {
            return;
        }
        let past_wins = if self.model.running_business {
            past_leads(self.motion, &scratch.values) * chance
        } else {
            0.0
        };
        self.referrals(market * chance, past_wins, scratch);
        self.repeat(past_wins, scratch);
    }

    /// Wins of each month as one Poisson count: winners of the cohorts are independent
    /// Poissons, and so is their sum (thinning; Kingman 1993, chapter 5).
    fn new_deals(&self, chance: f64, scratch: &mut Scratch) {
        scratch.leads.fill(0.0);
        for source in &self.motion.sources {
            add_leads(self.model, source, &scratch.values, &mut scratch.leads);
        }
        scratch.expected.fill(0.0);
        scratch.expected_open.fill(0.0);
        let kernel = self.tables.at_time(scratch.times[self.place]);
        let factor = &self.engine.lead_factor;
        let uneven = self.seeded.lead_factor.trial(self.trial);
        for (cohort, leads) in scratch.leads.iter().enumerate() {
            let factor = if factor.is_constant() {
                1.0
            } else {
                factor.at(uneven.uniform(self.engine.cohort_addresses[cohort], 0))
            };
            let leads = leads * factor * chance;
            let expected = if self.model.calendar.is_past(cohort) {
                &mut scratch.expected_open
            } else {
                &mut scratch.expected
            };
            for (expected, share) in expected.iter_mut().zip(kernel.row(cohort)) {
                *expected += leads * share;
            }
        }
        self.past_deals(scratch);
        let wins = self.seeded.wins.trial(self.trial);
        let chances = (
            self.seeded.value.trial(self.trial),
            self.seeded.many.trial(self.trial),
        );
        let value = scratch.values[self.motion.value];
        for month in 0..scratch.expected.len() {
            let address = self.engine.addresses[month];
            let count = self
                .engine
                .counts
                .quantile(scratch.expected[month], wins.uniform(address, 0));
            let bookings = values::total(
                count,
                value,
                &self.tables.spread,
                self.motion.value_variation,
                chances,
                address,
            );
            scratch.wins[month] = count;
            scratch.bought[month] = bookings;
            scratch.by_origin[Origin::New as usize][month] += bookings;
        }
    }

    /// Wins from leads of a running business's past.
    fn past_deals(&self, scratch: &mut Scratch) {
        if self.model.calendar.past_cohorts == 0 {
            return;
        }
        let wins = self.seeded.past_wins.trial(self.trial);
        let chances = (
            self.seeded.past_value.trial(self.trial),
            self.seeded.past_many.trial(self.trial),
        );
        let value = scratch.values[self.motion.value];
        for month in 0..scratch.expected_open.len() {
            let address = self.engine.addresses[month];
            let count = self
                .engine
                .counts
                .quantile(scratch.expected_open[month], wins.uniform(address, 0));
            let bookings = values::total(
                count,
                value,
                &self.tables.spread,
                self.motion.value_variation,
                chances,
                address,
            );
            scratch.open_wins[self.place][month] += count;
            scratch.open_value[self.place][month] += bookings;
            scratch.by_origin[Origin::Open as usize][month] += bookings;
        }
    }

    /// Deals that customers brought: each win brings leads, which bring wins.
    fn referrals(&self, chance: f64, past_wins: f64, scratch: &mut Scratch) {
        scratch.referred.fill(0.0);
        let Some(referrals) = &self.motion.referrals else {
            return;
        };
        let rate = scratch.values[referrals.leads_per_win] * chance;
        let kernel = self.tables.at_time(scratch.times[self.place]);
        let first = self.model.calendar.first_open();
        let months = scratch.wins.len();
        let value = scratch.values[self.motion.value];
        let counts = self.seeded.referral_wins.trial(self.trial);
        let chances = (
            self.seeded.referral_value.trial(self.trial),
            self.seeded.referral_many.trial(self.trial),
        );
        for (month, leads) in scratch.referred_leads.iter_mut().enumerate() {
            *leads = if month < first {
                0.0
            } else {
                past_wins * past_referral_leads(referrals, month - first)
            };
        }
        // Expected wins first, then counts: a month's expectation is complete when its turn
        // comes, since referred leads come at least a month after their win.
        scratch.expected.fill(0.0);
        for month in first..months {
            if let Some(cohort) = self.engine.cohorts[month] {
                let leads = scratch.referred_leads[month] * rate;
                for (expected, share) in scratch.expected.iter_mut().zip(kernel.row(cohort)) {
                    *expected += leads * share;
                }
            }
            let address = self.engine.addresses[month];
            let count = self
                .engine
                .counts
                .quantile(scratch.expected[month], counts.uniform(address, 0));
            let bookings = values::total(
                count,
                value,
                &self.tables.spread,
                self.motion.value_variation,
                chances,
                address,
            );
            scratch.referred[month] = count;
            scratch.bought[month] += bookings;
            scratch.by_origin[Origin::RepeatAndReferral as usize][month] += bookings;
            let all = scratch.wins[month] + count + scratch.open_wins[self.place][month];
            for (ahead, share) in [(0, 1.0 - referrals.next_month), (1, referrals.next_month)] {
                if let Some(leads) = scratch
                    .referred_leads
                    .get_mut(month + referrals.months + ahead)
                {
                    *leads = (*leads + all * share).min(MOST_LEADS);
                }
            }
        }
    }

    /// What customers buy again: so many are kept as chance has it.
    fn repeat(&self, past_wins: f64, scratch: &mut Scratch) {
        let Some(repeat) = &self.motion.repeat else {
            return;
        };
        let value = scratch.values[self.motion.value];
        let share = scratch.values[repeat.share];
        let retention = repeat.retention.map_or(1.0, |place| scratch.values[place]);
        let length = repeat.purchases.len();
        let (kept, later) = (&mut scratch.kept[..length], &mut scratch.later[..length]);
        kept_purchases(repeat, yearly_to_monthly(retention), kept);
        later.copy_from_slice(kept);
        from_then_on(later);
        let first = self.model.calendar.first_open();
        let chance = self.seeded.retention.trial(self.trial);
        for month in first..scratch.wins.len() {
            let past = past_wins * later[month - first + 1];
            let (mut bought, mut staying) = (past * value, past);
            let mut due = past_wins * repeat.due_later[month - first + 1];
            for won in first..=month {
                let wins =
                    scratch.wins[won] + scratch.referred[won] + scratch.open_wins[self.place][won];
                bought +=
                    (scratch.bought[won] + scratch.open_value[self.place][won]) * kept[month - won];
                staying += wins * kept[month - won];
                due += wins * repeat.purchases[month - won];
            }
            let luck = kept_luck(
                due,
                staying,
                chance.uniform(self.engine.addresses[month], 0),
            );
            scratch.by_origin[Origin::RepeatAndReferral as usize][month] += share * bought * luck;
        }
    }
}

/// How many customers who could buy again were kept, against the expected number: of `due`
/// purchases `staying` are expected.
fn kept_luck(due: f64, staying: f64, uniform: f64) -> f64 {
    if due <= 0.0 || staying <= 0.0 || staying >= due {
        return 1.0;
    }
    let due_whole = (due + 0.5).floor().max(1.0);
    let chance = staying / due;
    binomial::quantile(due_whole, chance, uniform) / (due_whole * chance)
}
