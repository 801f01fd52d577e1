//! Trials: from draws to bookings by origin and month. Allocates nothing.
//!
//! Its parts stay functions of their own: one large function has too many numbers at hand for
//! the compilers of browsers.

use super::{
    engine::Engine,
    lines::Line,
    motion::OneMotion,
    scratch::{Scratch, StepScratch},
    seeded::Seeded,
    tables::TIMES,
};
use crate::{
    capacity::{
        limit::{self, Referred, UnlimitedFlow},
        queue::Queue,
        work::Work,
    },
    chance::uniform,
    distribution::{QuantileTable, with_odds},
    flow::Origin,
};

impl Engine<'_> {
    /// Runs trials, the first of them as told and one for each room, in which its bookings are
    /// left. Each step is taken for all of them before the next: its program and its tables are
    /// then still at hand.
    pub(super) fn trials(
        &self,
        seeded: &Seeded,
        first: u32,
        rooms: &mut [Scratch],
        step: &mut StepScratch,
    ) {
        for (trial, scratch) in (first..).zip(&mut *rooms) {
            scratch.clear();
            self.draw_assumptions(seeded, trial, scratch, step);
            self.draw_times(step, scratch);
        }
        for (trial, scratch) in (first..).zip(&mut *rooms) {
            self.draw_market(seeded, trial, scratch, step);
        }
        if self.staffed {
            for (trial, scratch) in (first..).zip(&mut *rooms) {
                self.draw_staffing(seeded, trial, scratch);
            }
        }
        for (trial, scratch) in (first..).zip(&mut *rooms) {
            for motion in self.motions_of(seeded, trial) {
                motion.before_limit(scratch);
            }
        }
        if let (Some(work), Some(queue)) = (&self.model.work, &mut step.queue) {
            for scratch in &mut *rooms {
                self.limit(work, scratch, queue);
            }
        }
        for (trial, scratch) in (first..).zip(rooms) {
            for motion in self.motions_of(seeded, trial) {
                motion.run(scratch, step);
            }
        }
    }

    /// All motions in a trial.
    fn motions_of<'a>(
        &'a self,
        seeded: &'a Seeded,
        trial: u32,
    ) -> impl Iterator<Item = OneMotion<'a>> {
        (0..self.motions.len()).map(move |place| OneMotion {
            model: self.model,
            engine: self,
            motion: &self.model.motions[place],
            tables: &self.motions[place],
            seeded: &seeded.motions[place],
            trial,
            place,
        })
    }

    /// What all motions share: the market; and with it the deals that are open.
    fn draw_market(
        &self,
        seeded: &Seeded,
        trial: u32,
        scratch: &mut Scratch,
        step: &mut StepScratch,
    ) {
        let market_score = self.scores.at(seeded.market.once(trial));
        scratch.market = self.market.at(market_score);
        let open_score = self.scores.at(seeded.open_odds.once(trial));
        self.note_scores(market_score, open_score, scratch);
        let odds = scratch.market * self.open_odds.at(open_score);
        self.open_deals((seeded, trial), odds, scratch, step);
    }

    fn draw_staffing(&self, seeded: &Seeded, trial: u32, scratch: &mut Scratch) {
        let chance = |seat: usize| seeded.seats[seat].trial(trial);
        let (values, staffing) = (&scratch.values, &mut scratch.staffing);
        let tables = &self.model.staffing;
        tables.drawn(self.model, values, chance, staffing);
    }

    /// Runs the fluid queue on all leads of the trial (maths.md section 4).
    #[inline(never)]
    fn limit(&self, work: &Work, scratch: &mut Scratch, queue: &mut Queue) {
        // What is left of the team's hours once open deals have had theirs.
        self.model.reserved.take_off(
            &scratch.values,
            |motion| &scratch.motions[motion].open_wins,
            &mut scratch.staffing.hours,
        );
        work.hours_each(&scratch.values, &mut queue.hours);
        for ((scale, tables), own) in queue
            .scales
            .iter_mut()
            .zip(&self.motions)
            .zip(&scratch.motions)
        {
            *scale = tables.scales.get(own.time).copied().unwrap_or(1.0);
        }
        let cohorts = &self.cohorts;
        limit::run(
            queue,
            (self.model, work),
            cohorts,
            &scratch.staffing.hours,
            |place| {
                let (own, tables) = (&scratch.motions[place], &self.motions[place]);
                let referrals = self.model.motions[place].referrals.as_ref();
                UnlimitedFlow {
                    leads: &own.leads,
                    made: &own.made,
                    activity: &own.activity,
                    expected: [&own.expected, &own.expected_past],
                    reach: &own.reach,
                    entries: tables.entries_at(own.time),
                    wins: tables.at_time(own.time),
                    referrals: referrals.map(|referrals| Referred {
                        referrals,
                        rate: scratch.values[referrals.leads_per_win] * scratch.market,
                        past_wins: own.past_wins,
                        open_wins: &own.open_wins,
                    }),
                }
            },
        );
        scratch.moved = queue.is_moved();
        if scratch.moved {
            for (place, own) in scratch.motions.iter_mut().enumerate() {
                own.labels.copy_from_slice(queue.labels(place));
            }
        }
    }

    #[inline(never)]
    fn draw_assumptions(
        &self,
        seeded: &Seeded,
        trial: u32,
        scratch: &mut Scratch,
        step: &mut StepScratch,
    ) {
        let judgement = seeded.judgement.trial(trial);
        for (kind, common) in scratch.common.iter_mut().enumerate() {
            *common = self.scores.at(judgement.bits(kind, 0));
        }
        // One simple loop after the other: each has few numbers at hand, and what one draw waits
        // for does not hold up the next.
        for (chance, own) in seeded.assumptions.iter().zip(&mut scratch.scores) {
            *own = self.scores.at(chance.once(trial));
        }
        let draws = self.assumptions.iter().zip(&scratch.scores);
        for ((draw, own), score) in draws.zip(&mut step.drawn_scores) {
            *score = draw.shared * scratch.common[draw.kind] + draw.own * own;
        }
        let scores = step.drawn_scores.iter().zip(&mut step.positions);
        scores.for_each(|(score, position)| *position = QuantileTable::position(*score));
        for (draw, position) in self.assumptions.iter().zip(&step.positions) {
            scratch.values[draw.place] = draw.table.at_position(*position);
        }
        for (motion, own) in self.model.motions.iter().zip(&mut scratch.motions) {
            motion.reach(&scratch.values, &mut own.reach);
            let mut chance = 1.0;
            for (stage, from) in motion.stages.iter().zip(own.chances.iter_mut()).rev() {
                chance *= stage.conversion.map_or(1.0, |place| scratch.values[place]);
                *from = chance;
            }
        }
    }

    /// Each motion's place among the quantiles of its time factor: what the times in its
    /// stages have drawn, each by its part in the factor.
    fn draw_times(&self, step: &StepScratch, scratch: &mut Scratch) {
        let motions = self.model.motions.iter().zip(&self.time_weights);
        for ((motion, weights), own) in motions.zip(&mut scratch.motions) {
            if motion.time.sigma > 0.0 {
                let score: f64 = weights
                    .iter()
                    .map(|(place, weight)| weight * step.drawn_scores[*place])
                    .sum();
                own.time = self.time_bounds.partition_point(|bound| *bound <= score);
            }
        }
    }

    /// The normal scores that the trial's spread is divided by, behind those of assumptions.
    fn note_scores(&self, market: f64, open_odds: f64, scratch: &mut Scratch) {
        let drawn = self.assumptions.len().min(self.lines.len());
        let lines = scratch.scores[drawn..].iter_mut().zip(&self.lines[drawn..]);
        for (score, line) in lines {
            *score = match line {
                Line::Assumption(_) => continue,
                Line::Together(kind) => scratch.common[*kind as usize],
                Line::Market => market,
                Line::OpenDeals => open_odds,
            };
        }
    }

    #[inline(never)]
    fn open_deals(
        &self,
        (seeded, trial): (&Seeded, u32),
        odds: f64,
        scratch: &mut Scratch,
        step: &mut StepScratch,
    ) {
        let months = self.model.months();
        let chances = scratch.motions.iter().flat_map(|own| &own.chances);
        step.open_chances.clear();
        let chances = chances.map(|chance| with_odds(*chance, odds));
        step.open_chances.extend(chances);
        // First which are won, then when and for how much: a machine that must guess each time
        // which of both comes next guesses wrong too often.
        let mut won = 0;
        for (place, (deal, (outcome, _))) in self.deals.iter().zip(&seeded.deals).enumerate() {
            let win = match deal.own_chance {
                Some(chance) => with_odds(chance, odds),
                None => step.open_chances[deal.stage],
            };
            let time = scratch.motions[deal.motion].time;
            let closed = self.closed_at_end[deal.group][time % TIMES];
            // One uniform decides whether and when.
            let reached = uniform(outcome.once(trial));
            step.won_deals[won] = (place, win, reached);
            won += usize::from(reached < win * closed);
        }
        let open = &mut scratch.by_origin[Origin::Open as usize];
        for (place, win, reached) in &step.won_deals[..won] {
            let (deal, (_, value)) = (&self.deals[*place], &seeded.deals[*place]);
            let own = &mut scratch.motions[deal.motion];
            let closed = &self.closed_by[deal.group][own.time * months..][..months];
            let month = closed[..months - 1].partition_point(|share| win * share <= *reached);
            let value = deal.value.unwrap_or_else(|| {
                let spread = self.motions[deal.motion].spread.at(value.once(trial));
                scratch.values[self.model.motions[deal.motion].value] * spread
            });
            open[month] += value;
            own.open_wins[month] += 1.0;
            own.open_value[month] += value;
        }
    }
}
