//! One trial: from draws to bookings by origin and month. Allocates nothing.

use super::{
    engine::{Engine, Seeded},
    lines::Line,
    motion::{OneMotion, Reading},
};
use crate::{
    capacity::{
        limit::{self, Demand, Referred},
        queue::Queue,
        staffing::Staffing,
        work::Work,
    },
    distribution::with_odds,
    flow::Origin,
    model::AssumptionKind,
};

/// Room for the numbers of one trial, made once for many.
pub(super) struct Scratch {
    pub(super) values: Vec<f64>,
    pub(super) common: [f64; AssumptionKind::COUNT],
    /// Each assumption's normal score: its own part, and with what its kind has in common.
    own_scores: Vec<f64>,
    drawn_scores: Vec<f64>,
    /// The scores of the lines of uncertainty.
    pub(super) scores: Vec<f64>,
    pub(super) staffing: Staffing,
    /// Hours left for deals and activity, by month.
    hours: Vec<f64>,
    queue: Option<Queue>,
    pub(super) motions: Vec<MotionScratch>,
    pub(super) referred_leads: Vec<f64>,
    pub(super) referred_expected: Vec<f64>,
    /// Wins of the motion at hand from referrals, by month.
    pub(super) referred: Vec<f64>,
    pub(super) kept: Vec<f64>,
    pub(super) later: Vec<f64>,
    pub(super) by_origin: [Vec<f64>; 3],
}

/// The numbers of one motion in one trial.
pub(super) struct MotionScratch {
    /// Its place among the quantiles of its time factor.
    pub(super) time: usize,
    /// Leads by cohort; those of activity with hours, and its hours by month.
    pub(super) leads: Vec<f64>,
    pub(super) made: Vec<f64>,
    pub(super) activity: Vec<f64>,
    /// Expected wins by month before any limit: of new leads and of leads of the past.
    pub(super) expected: Vec<f64>,
    pub(super) expected_past: Vec<f64>,
    /// The chance of reaching each stage and of winning, and of winning from each stage on.
    pub(super) reach: Vec<f64>,
    pub(super) chances: Vec<f64>,
    /// Wins a month of the past.
    pub(super) past_wins: f64,
    pub(super) new: Reading,
    pub(super) past: Reading,
    pub(super) referral: Reading,
    /// Wins of new deals by month, and the value of all deals that are not open ones.
    pub(super) wins: Vec<f64>,
    pub(super) bought: Vec<f64>,
    /// Wins of deals open on the as-of date by month, and their value.
    pub(super) open_wins: Vec<f64>,
    pub(super) open_value: Vec<f64>,
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
        let motion = |motion: &crate::model::Motion| MotionScratch {
            time: 0,
            leads: vec![0.0; model.calendar.cohorts.len()],
            made: vec![0.0; model.calendar.cohorts.len()],
            activity: months(),
            expected: months(),
            expected_past: months(),
            reach: vec![1.0; motion.stages.len() + 1],
            chances: vec![1.0; motion.stages.len() + 1],
            past_wins: 0.0,
            new: Reading::of(model.months()),
            past: Reading::of(model.months()),
            referral: Reading::of(model.months()),
            wins: months(),
            bought: months(),
            open_wins: months(),
            open_value: months(),
        };
        Self {
            values: model.means(),
            common: [0.0; AssumptionKind::COUNT],
            own_scores: vec![0.0; model.assumptions.len()],
            drawn_scores: vec![0.0; model.assumptions.len()],
            scores: vec![0.0; engine.lines.len()],
            staffing: Staffing::of(model.months()),
            hours: months(),
            queue: model.work.as_ref().map(|work| Queue::new(work, model)),
            motions: model.motions.iter().map(motion).collect(),
            referred_leads: months(),
            referred_expected: months(),
            referred: months(),
            kept: vec![0.0; longest],
            later: vec![0.0; longest],
            by_origin: [months(), months(), months()],
        }
    }
}

impl Engine<'_> {
    /// Runs one trial; the result is left in `scratch.by_origin`.
    pub(super) fn trial(&self, seeded: &Seeded, trial: u32, scratch: &mut Scratch) {
        scratch
            .by_origin
            .iter_mut()
            .for_each(|month| month.fill(0.0));
        scratch.motions.iter_mut().for_each(MotionScratch::clear);
        self.draw_assumptions(seeded, trial, scratch);
        let market_score = self.scores.at(seeded.market.trial(trial).uniform(0, 0));
        let market = self.market.at(market_score);
        let open_score = self.scores.at(seeded.open_odds.trial(trial).uniform(0, 0));
        self.draw_times(scratch);
        self.note_scores(market_score, open_score, scratch);
        let odds = market * self.open_odds.at(open_score);
        self.open_deals(seeded, trial, odds, scratch);
        if self.staffed {
            self.model.staffing.drawn(
                self.model,
                &scratch.values,
                |seat| seeded.seats[seat].trial(trial),
                &mut scratch.staffing,
            );
        }
        let motions = || {
            (0..self.motions.len()).map(|place| OneMotion {
                model: self.model,
                engine: self,
                motion: &self.model.motions[place],
                tables: &self.motions[place],
                seeded: &seeded.motions[place],
                trial,
                place,
            })
        };
        motions().for_each(|motion| motion.demand(market, scratch));
        let queue = scratch.queue.take();
        if let (Some(work), Some(mut queue)) = (&self.model.work, queue) {
            self.limit(work, market, scratch, &mut queue);
            for motion in motions() {
                let place = motion.place;
                motion.run(market, |month| queue.label(place, month), scratch);
            }
            scratch.queue = Some(queue);
        } else {
            motions().for_each(|motion| motion.run(market, |month| (month + 1) as f64, scratch));
        }
    }

    /// Runs the fluid queue on all leads of the trial (maths.md section 4).
    fn limit(&self, work: &Work, market: f64, scratch: &mut Scratch, queue: &mut Queue) {
        scratch.hours.copy_from_slice(&scratch.staffing.hours);
        self.model
            .reserved
            .take_off(&scratch.values, &mut scratch.hours);
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
            &scratch.hours,
            |place| {
                let (own, tables) = (&scratch.motions[place], &self.motions[place]);
                let referrals = self.model.motions[place].referrals.as_ref();
                Demand {
                    leads: &own.leads,
                    made: &own.made,
                    activity: &own.activity,
                    expected: [&own.expected, &own.expected_past],
                    reach: &own.reach,
                    entries: tables.entries_at(own.time),
                    wins: tables.at_time(own.time),
                    referrals: referrals.map(|referrals| Referred {
                        referrals,
                        rate: scratch.values[referrals.leads_per_win] * market,
                        past_wins: own.past_wins,
                        open_wins: &own.open_wins,
                    }),
                }
            },
        );
    }

    fn draw_assumptions(&self, seeded: &Seeded, trial: u32, scratch: &mut Scratch) {
        let judgement = seeded.judgement.trial(trial);
        for (kind, common) in scratch.common.iter_mut().enumerate() {
            *common = self.scores.at(judgement.uniform(kind, 0));
        }
        let places = self.assumptions.iter().zip(&seeded.assumptions).enumerate();
        for (place, (draw, chance)) in places {
            if !draw.certain {
                let own = self.scores.at(chance.trial(trial).uniform(0, 0));
                let score = draw.shared * scratch.common[draw.kind] + draw.own * own;
                scratch.own_scores[place] = own;
                scratch.drawn_scores[place] = score;
                scratch.values[place] = draw.table.at(score);
            }
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
    fn draw_times(&self, scratch: &mut Scratch) {
        for (motion, own) in self.model.motions.iter().zip(&mut scratch.motions) {
            if motion.time.sigma > 0.0 {
                let weights = motion.time.weights.iter();
                let score: f64 = weights
                    .map(|(place, weight)| weight * scratch.drawn_scores[*place])
                    .sum();
                own.time = self.time_bounds.partition_point(|bound| *bound <= score);
            }
        }
    }

    /// The normal scores that the trial's spread is divided by.
    fn note_scores(&self, market: f64, open_odds: f64, scratch: &mut Scratch) {
        for (score, line) in scratch.scores.iter_mut().zip(&self.lines) {
            *score = match line {
                Line::Assumption(place) => scratch.own_scores[*place],
                Line::Together(kind) => scratch.common[*kind as usize],
                Line::Market => market,
                Line::OpenDeals => open_odds,
            };
        }
    }

    fn open_deals(&self, seeded: &Seeded, trial: u32, odds: f64, scratch: &mut Scratch) {
        let months = self.model.months();
        for (deal, chance) in self.model.open_deals.deals.iter().zip(&seeded.deals) {
            let stage = self.model.open_deals.groups[deal.group].stage;
            let own = deal
                .own_chance
                .unwrap_or(scratch.motions[deal.motion].chances[stage]);
            let win = with_odds(own, odds);
            let first = scratch.motions[deal.motion].time * months;
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
            scratch.motions[deal.motion].open_wins[month] += 1.0;
            scratch.motions[deal.motion].open_value[month] += value;
        }
    }
}
