//! One motion in one trial: new deals, deals from the past, referrals, repeat business.
//! Allocates nothing.

use super::{
    engine::{Engine, MotionTables, SeededMotion},
    trial::Scratch,
    values,
};
use crate::{
    distribution::binomial,
    flow::{
        MOST_LEADS, Origin, add_leads, from_then_on, kept_purchases, past_leads,
        past_referral_leads, yearly_to_monthly,
    },
    model::{Model, Motion},
};

/// One motion in one trial.
pub(super) struct OneMotion<'a> {
    pub(super) model: &'a Model,
    pub(super) engine: &'a Engine<'a>,
    pub(super) motion: &'a Motion,
    pub(super) tables: &'a MotionTables,
    pub(super) seeded: &'a SeededMotion,
    pub(super) trial: u32,
    pub(super) place: usize,
}

impl OneMotion<'_> {
    pub(super) fn run(&self, market: f64, scratch: &mut Scratch) {
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
