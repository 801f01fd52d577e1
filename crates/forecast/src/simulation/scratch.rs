//! Room for the numbers of trials, made once for many. Computes nothing.

use super::{engine::Engine, won::WonSoFar};
use crate::{
    capacity::{queue::Queue, staffing::Staffing},
    model::{AssumptionKind, Model, Motion},
};

/// Room for the numbers of one trial, made once for many.
pub(super) struct Scratch {
    pub(super) values: Vec<f64>,
    pub(super) common: [f64; AssumptionKind::COUNT],
    /// The scores of the lines of uncertainty; those of the assumptions first, in the order
    /// in which they are drawn.
    pub(super) scores: Vec<f64>,
    pub(super) staffing: Staffing,
    /// The factor on all new leads.
    pub(super) market: f64,
    /// Whether wins come at another time than they would without a limit.
    pub(super) moved: bool,
    pub(super) motions: Vec<MotionScratch>,
    pub(super) by_origin: [Vec<f64>; 3],
}

/// Room for the numbers of a step of a trial that are of no interest after it.
pub(super) struct StepScratch {
    /// The normal score of each assumption that is drawn, with what its kind has in common.
    pub(super) drawn_scores: Vec<f64>,
    /// Where it lies in the table of quantiles.
    pub(super) positions: Vec<f64>,
    /// The chance of winning deals that are open now, from each stage of each motion on.
    pub(super) open_chances: Vec<f64>,
    /// Open deals that are won: place, chance of winning, and the uniform that decides when.
    pub(super) won_deals: Vec<(usize, f64, f64)>,
    /// Nothing when hours limit nothing.
    pub(super) queue: Option<Queue>,
    pub(super) referred_leads: Vec<f64>,
    pub(super) referred_expected: Vec<f64>,
    pub(super) kept: Vec<f64>,
    pub(super) later: Vec<f64>,
}

/// The numbers of one motion in one trial.
pub(super) struct MotionScratch {
    /// Its place among the quantiles of its time factor.
    pub(super) time: usize,
    /// Leads by cohort; those of activity with hours, and its hours by month.
    pub(super) leads: Vec<f64>,
    pub(super) made: Vec<f64>,
    pub(super) activity: Vec<f64>,
    /// Those of all leads that are won in the end, by cohort; before, what multiplies leads.
    pub(super) winners: Vec<f64>,
    /// Expected wins by month before any limit: of new leads and of leads of the past.
    pub(super) expected: Vec<f64>,
    pub(super) expected_past: Vec<f64>,
    /// The chance of reaching each stage and of winning, and of winning from each stage on.
    pub(super) reach: Vec<f64>,
    pub(super) chances: Vec<f64>,
    /// Wins a month of the past.
    pub(super) past_wins: f64,
    pub(super) new: WonSoFar,
    pub(super) past: WonSoFar,
    pub(super) referral: WonSoFar,
    /// Where wins stand without a limit at the end of each month, if hours move them: months.
    pub(super) labels: Vec<f64>,
    /// Wins of new deals by month, and the value of all deals that are not open ones.
    pub(super) wins: Vec<f64>,
    /// Wins from referrals by month, none where customers bring nobody.
    pub(super) referred: Vec<f64>,
    pub(super) bought: Vec<f64>,
    /// Wins of deals open on the as-of date by month, and their value.
    pub(super) open_wins: Vec<f64>,
    pub(super) open_value: Vec<f64>,
}

impl Scratch {
    pub(super) fn new(engine: &Engine) -> Self {
        let model = engine.model;
        let months = || vec![0.0; model.months()];
        Self {
            values: model.means(),
            common: [0.0; AssumptionKind::COUNT],
            scores: vec![0.0; engine.lines.len()],
            staffing: Staffing::of(model.months()),
            market: 1.0,
            moved: false,
            motions: model
                .motions
                .iter()
                .map(|motion| MotionScratch::new(model, motion))
                .collect(),
            by_origin: [months(), months(), months()],
        }
    }

    /// Ready for the next trial.
    pub(super) fn clear(&mut self) {
        for bookings in &mut self.by_origin {
            bookings.fill(0.0);
        }
        self.motions.iter_mut().for_each(MotionScratch::clear);
    }
}

impl StepScratch {
    pub(super) fn new(engine: &Engine) -> Self {
        let model = engine.model;
        let months = || vec![0.0; model.months()];
        let repeats = model
            .motions
            .iter()
            .filter_map(|motion| motion.repeat.as_ref());
        let longest = repeats.map(|repeat| repeat.purchases.len()).max();
        let purchases = || vec![0.0; longest.unwrap_or(0)];
        let stages = model.motions.iter().map(|motion| motion.stages.len() + 1);
        Self {
            drawn_scores: vec![0.0; engine.assumptions.len()],
            positions: vec![0.0; engine.assumptions.len()],
            open_chances: Vec::with_capacity(stages.sum()),
            won_deals: vec![(0, 0.0, 0.0); engine.deals.len()],
            queue: model.work.as_ref().map(|work| Queue::new(work, model)),
            referred_leads: months(),
            referred_expected: months(),
            kept: purchases(),
            later: purchases(),
        }
    }
}

impl MotionScratch {
    fn new(model: &Model, motion: &Motion) -> Self {
        let months = || vec![0.0; model.months()];
        let cohorts = || vec![0.0; model.calendar.cohorts.len()];
        let stages = || vec![1.0; motion.stages.len() + 1];
        let won = || WonSoFar::of(model.months());
        Self {
            time: 0,
            leads: cohorts(),
            made: cohorts(),
            activity: months(),
            winners: cohorts(),
            expected: months(),
            expected_past: months(),
            reach: stages(),
            chances: stages(),
            past_wins: 0.0,
            new: won(),
            past: won(),
            referral: won(),
            labels: months(),
            wins: months(),
            referred: months(),
            bought: months(),
            open_wins: months(),
            open_value: months(),
        }
    }

    /// Ready for the next trial.
    fn clear(&mut self) {
        self.open_wins.fill(0.0);
        self.open_value.fill(0.0);
        self.new.clear();
        self.past.clear();
        self.referral.clear();
    }
}
