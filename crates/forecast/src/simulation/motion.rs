//! One motion in one trial: its flow before any limit, then new deals, deals from the past and
//! what follows from them, as far as hours let them through. Allocates nothing.

use super::{
    engine::Engine,
    scratch::{Scratch, StepScratch},
    seeded::{SeededMotion, SeededStream},
    tables::MotionTables,
    won::Stream,
};
use crate::{
    flow::{Leads, Origin, past_leads},
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
    #[inline(never)]
    pub(super) fn before_limit(&self, scratch: &mut Scratch) {
        let (market, staying) = (scratch.market, &scratch.staffing.staying);
        let (values, own) = (&scratch.values, &mut scratch.motions[self.place]);
        own.leads.fill(0.0);
        let mut leads = Leads {
            all: &mut own.leads,
            made: None,
        };
        if self.tables.makes_leads {
            own.made.fill(0.0);
            own.activity.fill(0.0);
            leads.made = Some((&mut own.made, &mut own.activity));
        }
        for source in &self.motion.sources {
            leads.add(self.model, source, values, staying);
        }
        let factors = &mut own.winners;
        self.lead_factors(market, factors);
        if self.tables.makes_leads {
            let made = own.made.iter_mut().zip(factors.iter());
            made.for_each(|(made, factor)| *made *= factor);
        }
        let chance = own.reach.last().copied().unwrap_or(1.0);
        for (leads, winners) in own.leads.iter_mut().zip(factors) {
            *leads *= *winners;
            *winners = *leads * chance;
        }
        let kernel = self.tables.at_time(own.time);
        let past = self.model.calendar.past_cohorts;
        let (past_winners, new_winners) = own.winners.split_at(past.min(own.winners.len()));
        kernel.carry_from(past, new_winners, 1.0, &mut own.expected);
        if past > 0 {
            kernel.carry(past_winners, 1.0, &mut own.expected_past);
        }
        own.past_wins = if self.tables.follows && self.model.running_business {
            past_leads(self.motion, values) * chance
        } else {
            0.0
        };
    }

    /// What multiplies the leads of each cohort: the market, and how uneven leads come.
    fn lead_factors(&self, market: f64, factors: &mut [f64]) {
        let table = &self.engine.lead_factor;
        if table.is_constant() {
            factors.fill(market);
            return;
        }
        let uneven = self.seeded.lead_factor.trial(self.trial);
        for (factor, address) in factors.iter_mut().zip(&self.engine.cohort_addresses) {
            *factor = market * table.at(uneven.bits(*address, 0));
        }
    }

    /// Wins and bookings, as far as hours let them through.
    pub(super) fn run(&self, s: &mut Scratch, step: &mut StepScratch) {
        let value = s.values[self.motion.value];
        let own = &mut s.motions[self.place];
        let new = &mut s.by_origin[Origin::New as usize];
        let labels = s.moved.then_some(own.labels.as_slice());
        let stream = self.stream(labels, value, &self.seeded.new);
        stream.draw(&own.expected, &mut own.new);
        stream.months(&mut own.new, &mut own.wins, &mut own.bought);
        for (new, bought) in new.iter_mut().zip(&own.bought) {
            *new += bought;
        }
        if self.model.calendar.past_cohorts > 0 {
            let open = &mut s.by_origin[Origin::Open as usize];
            let stream = self.stream(labels, value, &self.seeded.past);
            stream.draw(&own.expected_past, &mut own.past);
            for (month, open) in open.iter_mut().enumerate() {
                let (wins, bookings) = stream.month(month, &mut own.past);
                own.open_wins[month] += wins;
                own.open_value[month] += bookings;
                *open += bookings;
            }
        }
        if self.tables.follows {
            self.referrals(s, step);
            self.repeat(s, step);
        }
    }

    /// The deals of one origin, of this mean value.
    pub(super) fn stream<'b>(
        &'b self,
        labels: Option<&'b [f64]>,
        value: f64,
        seeded: &SeededStream,
    ) -> Stream<'b> {
        Stream::new(self.engine, (self.place, labels), seeded, self.trial, value)
    }
}
