//! One motion in one trial: its demand before any limit, then new deals, deals from the
//! past, referrals, repeat business as far as hours let them through. Allocates nothing.

use super::{
    engine::{Engine, MotionTables, SeededMotion},
    trial::{MotionScratch, Scratch},
    values,
};
use crate::{
    chance::TrialChance,
    distribution::binomial,
    flow::{
        Origin, add_activity_hours, add_leads, add_made, from_then_on, kept_purchases, past_leads,
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
    /// Leads by cohort and expected wins by month before any limit.
    pub(super) fn demand(&self, market: f64, scratch: &mut Scratch) {
        let staying = &scratch.staffing.staying;
        let (values, own) = (&scratch.values, &mut scratch.motions[self.place]);
        let chance = own.reach.last().copied().unwrap_or(1.0);
        own.leads.fill(0.0);
        for source in &self.motion.sources {
            add_leads(self.model, source, values, staying, &mut own.leads);
        }
        if self.tables.makes_leads {
            own.made.fill(0.0);
            own.activity.fill(0.0);
            for source in &self.motion.sources {
                add_made(self.model, source, values, staying, &mut own.made);
                add_activity_hours(self.model, source, values, staying, &mut own.activity);
            }
        }
        let factor = &self.engine.lead_factor;
        let uneven = self.seeded.lead_factor.trial(self.trial);
        own.expected.fill(0.0);
        own.expected_past.fill(0.0);
        let kernel = self.tables.at_time(own.time);
        for cohort in 0..own.leads.len() {
            let factor = if factor.is_constant() {
                market
            } else {
                market * factor.at(uneven.uniform(self.engine.cohort_addresses[cohort], 0))
            };
            own.leads[cohort] *= factor;
            if self.tables.makes_leads {
                own.made[cohort] *= factor;
            }
            let expected = if self.model.calendar.is_past(cohort) {
                &mut own.expected_past
            } else {
                &mut own.expected
            };
            let leads = own.leads[cohort] * chance;
            for (expected, share) in expected.iter_mut().zip(kernel.row(cohort)) {
                *expected += leads * share;
            }
        }
        own.past_wins = if self.tables.follows && self.model.running_business {
            past_leads(self.motion, values) * chance
        } else {
            0.0
        };
    }

    /// Wins and bookings. `end` tells up to which time the flow before any limit has been
    /// won by the end of a month.
    pub(super) fn run(&self, market: f64, end: impl Fn(usize) -> f64 + Copy, s: &mut Scratch) {
        let value = s.values[self.motion.value];
        let own = &mut s.motions[self.place];
        let new = &mut s.by_origin[Origin::New as usize];
        let stream = self.stream(value, &self.seeded.new);
        for (month, new) in new.iter_mut().enumerate() {
            let (wins, bookings) = stream.month(month, &own.expected, end, &mut own.new);
            own.wins[month] = wins;
            own.bought[month] = bookings;
            *new += bookings;
        }
        if self.model.calendar.past_cohorts > 0 {
            let open = &mut s.by_origin[Origin::Open as usize];
            let stream = self.stream(value, &self.seeded.past);
            for (month, open) in open.iter_mut().enumerate() {
                let (wins, bookings) = stream.month(month, &own.expected_past, end, &mut own.past);
                own.open_wins[month] += wins;
                own.open_value[month] += bookings;
                *open += bookings;
            }
        }
        if self.tables.follows {
            let reach = own.reach.last().copied().unwrap_or(1.0);
            self.referrals(market * reach, end, s);
            self.repeat(s);
        }
    }

    fn stream(&self, value: f64, seeded: &super::engine::SeededStream) -> Stream<'_> {
        Stream {
            engine: self.engine,
            tables: self.tables,
            wins: seeded.wins.trial(self.trial),
            values: (
                seeded.value.trial(self.trial),
                seeded.many.trial(self.trial),
            ),
            variation: self.motion.value_variation,
            mean: value,
        }
    }

    /// Deals that customers brought: each win brings leads, which bring wins.
    fn referrals(&self, chance: f64, end: impl Fn(usize) -> f64 + Copy, s: &mut Scratch) {
        let Some(referrals) = &self.motion.referrals else {
            s.referred.fill(0.0);
            return;
        };
        let rate = s.values[referrals.leads_per_win] * chance;
        let stream = self.stream(s.values[self.motion.value], &self.seeded.referral);
        let own = &mut s.motions[self.place];
        let kernel = self.tables.at_time(own.time);
        let first = self.model.calendar.first_open();
        let months = own.wins.len();
        for (month, leads) in s.referred_leads.iter_mut().enumerate() {
            *leads = if month < first {
                0.0
            } else {
                let open = self.model.calendar.open_share(month);
                own.past_wins * open * past_referral_leads(referrals, month - first)
            };
        }
        // Expected wins first, then counts: a month's expectation is complete when its turn
        // comes, since referred leads come at least a month after their win.
        s.referred_expected.fill(0.0);
        s.referred.fill(0.0);
        own.referral.clear();
        for month in first..months {
            if let Some(cohort) = self.engine.cohorts[month] {
                let leads = s.referred_leads[month] * rate;
                for (expected, share) in s.referred_expected.iter_mut().zip(kernel.row(cohort)) {
                    *expected += leads * share;
                }
            }
            let (count, bookings) =
                stream.month(month, &s.referred_expected, end, &mut own.referral);
            s.referred[month] = count;
            own.bought[month] += bookings;
            s.by_origin[Origin::RepeatAndReferral as usize][month] += bookings;
            let all = own.wins[month] + count + own.open_wins[month];
            referrals.spread(all, month, &mut s.referred_leads);
        }
    }

    /// What customers buy again: so many are kept as chance has it.
    fn repeat(&self, s: &mut Scratch) {
        let Some(repeat) = &self.motion.repeat else {
            return;
        };
        let own = &s.motions[self.place];
        let value = s.values[self.motion.value];
        let share = s.values[repeat.share];
        let retention = repeat.retention.map_or(1.0, |place| s.values[place]);
        let length = repeat.purchases.len();
        let (kept, later) = (&mut s.kept[..length], &mut s.later[..length]);
        kept_purchases(repeat, yearly_to_monthly(retention), kept);
        later.copy_from_slice(kept);
        from_then_on(later);
        let first = self.model.calendar.first_open();
        let chance = self.seeded.retention.trial(self.trial);
        for month in first..own.wins.len() {
            let past_wins = own.past_wins * self.model.calendar.open_share(month);
            let past = past_wins * later[month - first + 1];
            let (mut bought, mut staying) = (past * value, past);
            let mut due = past_wins * repeat.due_later[month - first + 1];
            for age in repeat.ages.iter().take_while(|age| **age <= month - first) {
                let won = month - age;
                let wins = own.wins[won] + s.referred[won] + own.open_wins[won];
                bought += (own.bought[won] + own.open_value[won]) * kept[*age];
                staying += wins * kept[*age];
                due += wins * repeat.purchases[*age];
            }
            let luck = kept_luck(
                due,
                staying,
                chance.uniform(self.engine.addresses[month], 0),
            );
            s.by_origin[Origin::RepeatAndReferral as usize][month] += share * bought * luck;
        }
    }
}

/// Deals of one origin won month by month.
struct Stream<'a> {
    engine: &'a Engine<'a>,
    tables: &'a MotionTables,
    wins: TrialChance,
    values: (TrialChance, TrialChance),
    variation: f64,
    mean: f64,
}

/// Deals won before any limit, and how far hours have let them through.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// Counts before any limit, by month, and their value.
    counts: Vec<f64>,
    worth: Vec<f64>,
    /// Counts and value of all months before.
    sums: Vec<(f64, f64)>,
    /// What has been let through so far.
    through: (f64, f64),
}

impl Reading {
    pub(super) fn of(months: usize) -> Self {
        Self {
            counts: vec![0.0; months],
            worth: vec![0.0; months],
            sums: vec![(0.0, 0.0); months + 1],
            through: (0.0, 0.0),
        }
    }

    pub(super) fn clear(&mut self) {
        self.through = (0.0, 0.0);
        self.counts.fill(0.0);
        self.worth.fill(0.0);
        self.sums.fill((0.0, 0.0));
    }
}

impl Stream<'_> {
    /// Deals won in a month, and their bookings: one Poisson count, since winners of the
    /// cohorts are independent Poissons and so is their sum (thinning; Kingman 1993, chapter
    /// 5). With too few hours the cumulative count is read where the flow without a limit
    /// reaches the flow with it (maths.md section 4).
    fn month(
        &self,
        month: usize,
        expected: &[f64],
        end: impl Fn(usize) -> f64,
        reading: &mut Reading,
    ) -> (f64, f64) {
        let address = self.engine.addresses[month];
        let count = self
            .engine
            .counts
            .quantile(expected[month], self.wins.uniform(address, 0));
        let worth = self.worth(count, address);
        reading.counts[month] = count;
        reading.worth[month] = worth;
        let (counts, values) = reading.sums[month];
        reading.sums[month + 1] = (counts + count, values + worth);
        let through = self.read(reading, end(month), month);
        let (wins, value) = reading.through;
        reading.through = (through.0.max(wins), through.1.max(value));
        if wins == counts && through == reading.sums[month + 1] {
            // Nobody waits: exactly what the month brings.
            return (count, worth);
        }
        (reading.through.0 - wins, reading.through.1 - value)
    }

    /// What has been won up to a time in months; part of a month's deals rounded by chance.
    fn read(&self, reading: &Reading, time: f64, latest: usize) -> (f64, f64) {
        let whole = (time as usize).min(latest + 1);
        let (mut count, mut worth) = reading.sums[whole];
        let part = time - whole as f64;
        if whole <= latest && part > 0.0 {
            let address = self.engine.addresses[whole];
            let rounding = self.wins.uniform(address, 1);
            let won = (part * reading.counts[whole] + rounding).floor();
            let won = won.min(reading.counts[whole]);
            count += won;
            worth += if won == reading.counts[whole] {
                reading.worth[whole]
            } else {
                self.worth(won, address)
            };
        }
        (count, worth)
    }

    fn worth(&self, count: f64, address: usize) -> f64 {
        values::total(
            count,
            self.mean,
            &self.tables.spread,
            self.variation,
            self.values,
            address,
        )
    }
}

impl MotionScratch {
    /// Ready for the next trial.
    pub(super) fn clear(&mut self) {
        self.open_wins.fill(0.0);
        self.open_value.fill(0.0);
        self.new.through = (0.0, 0.0);
        self.past.through = (0.0, 0.0);
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
