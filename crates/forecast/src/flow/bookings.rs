//! Wins and bookings by month and origin, in expected values (maths.md section 2).

use serde::Serialize;

use super::{Kernels, motion::MotionFlow, period_cohorts};
use crate::{
    capacity::{
        limit::{self, Referred, UnlimitedFlow},
        queue::Queue,
        staffing::Staffing,
        work::Work,
    },
    distribution::with_odds,
    model::{Model, OpenDeal},
};

/// Where bookings come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Deals open on the as-of date: those listed or, of a running business without a list,
    /// those from leads of the past.
    Open,
    /// Deals that do not exist yet.
    New,
    /// Repeat business and referrals.
    RepeatAndReferral,
}

impl Origin {
    /// All origins, in the order of every array by origin.
    pub const ALL: [Self; 3] = [Self::Open, Self::New, Self::RepeatAndReferral];
}

/// Expected wins and bookings by month of the period. Bookings that have already come are
/// not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookings {
    /// By origin (see [`Origin::ALL`]) and month, plan's currency.
    pub by_origin: [Vec<f64>; 3],
    /// Wins of deals open on the as-of date, by motion and month.
    pub open_wins: Vec<Vec<f64>>,
    /// Wins of new deals, by motion and month.
    pub new_wins: Vec<Vec<f64>>,
    /// Leads that customers bring, by motion and month.
    pub referral_leads: Vec<Vec<f64>>,
    /// Wins of deals from referrals, by motion and month.
    pub referral_wins: Vec<Vec<f64>>,
}

impl Bookings {
    /// Over the period, all origins together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.by_origin.iter().flatten().sum()
    }

    /// Over the period, of one origin.
    #[must_use]
    pub fn of(&self, origin: Origin) -> f64 {
        self.by_origin[origin as usize].iter().sum()
    }
}

/// The chance of winning an open deal whenever it may be, and its value, with one value for
/// each assumption and the odds multiplied by `odds`.
pub(crate) fn open_deal(model: &Model, deal: &OpenDeal, values: &[f64], odds: f64) -> (f64, f64) {
    let motion = &model.motions[deal.motion];
    let stage = model.open_deals.groups[deal.group].stage;
    let process = || {
        motion.stages[stage..]
            .iter()
            .filter_map(|s| s.conversion)
            .map(|place| values[place])
            .product()
    };
    let chance: f64 = deal.own_chance.unwrap_or_else(process);
    let value = deal.value.unwrap_or(values[motion.value]);
    (with_odds(chance, odds), value)
}

/// Expected bookings with one value for each assumption, at these kernels, all new leads
/// and the open deals' odds multiplied by the market factor `market`; as far as the team's
/// hours allow (maths.md section 3).
#[must_use]
pub fn bookings(model: &Model, values: &[f64], kernels: &Kernels, market: f64) -> Bookings {
    Flow::new(model, values, kernels, market).bookings()
}

/// The same when hours limit nothing.
pub(crate) fn unlimited(model: &Model, values: &[f64], kernels: &Kernels, market: f64) -> Bookings {
    let mut flow = Flow::before_limit(model, values, kernels, market);
    flow.queue = None;
    flow.bookings()
}

/// The flow of all motions in expected values, and what hours let through of it.
pub(crate) struct Flow<'a> {
    model: &'a Model,
    kernels: &'a Kernels,
    motions: Vec<MotionFlow<'a>>,
    cohorts: Vec<Option<usize>>,
    open: Vec<f64>,
    pub(crate) staffing: Staffing,
    /// Nothing when hours limit nothing.
    pub(crate) queue: Option<Queue>,
}

/// What listed deals bring on expectation, before their hours are looked at.
#[derive(Clone)]
pub(super) struct OpenFlow {
    /// Bookings by month.
    bookings: Vec<f64>,
    /// Wins and their value by motion and month.
    by_motion: Vec<(Vec<f64>, Vec<f64>)>,
}

impl OpenFlow {
    pub(super) fn new(model: &Model, values: &[f64], kernels: &Kernels, market: f64) -> Self {
        let months = model.months();
        let mut bookings = vec![0.0; months];
        let mut by_motion = vec![(vec![0.0; months], vec![0.0; months]); model.motions.len()];
        for deal in &model.open_deals.deals {
            let (chance, value) = open_deal(model, deal, values, market);
            let (wins_of, value_of) = &mut by_motion[deal.motion];
            let mut before = 0.0;
            for (month, closed) in kernels.closed_by[deal.group].iter().enumerate() {
                let wins = chance * (closed - before);
                before = *closed;
                bookings[month] += wins * value;
                wins_of[month] += wins;
                value_of[month] += wins * value;
            }
        }
        Self {
            bookings,
            by_motion,
        }
    }
}

impl<'a> Flow<'a> {
    pub(crate) fn new(
        model: &'a Model,
        values: &'a [f64],
        kernels: &'a Kernels,
        market: f64,
    ) -> Self {
        let mut flow = Self::before_limit(model, values, kernels, market);
        flow.limit(values);
        flow
    }

    fn before_limit(
        model: &'a Model,
        values: &'a [f64],
        kernels: &'a Kernels,
        market: f64,
    ) -> Self {
        let staffing = model.staffing.on_expectation(model, values);
        let open = OpenFlow::new(model, values, kernels, market);
        Self::of((model, kernels), (values, market), staffing, open)
    }

    /// The flow before any limit, with those people there and those open deals.
    pub(super) fn of(
        (model, kernels): (&'a Model, &'a Kernels),
        (values, market): (&'a [f64], f64),
        staffing: Staffing,
        open: OpenFlow,
    ) -> Self {
        let motions = model.motions.iter().zip(&kernels.wins).zip(open.by_motion);
        Self {
            motions: motions
                .map(|((motion, kernel), open)| {
                    MotionFlow::new(model, motion, values, market, kernel, &staffing, open)
                })
                .collect(),
            cohorts: period_cohorts(model),
            model,
            kernels,
            open: open.bookings,
            staffing,
            queue: None,
        }
    }

    /// Lets through of it what the hours allow that there are of it.
    pub(super) fn limit(&mut self, values: &[f64]) {
        if let Some(work) = &self.model.work {
            self.queue = Some(self.limited(work, values, self.staffing.hours.clone()));
        }
    }

    /// Whether nothing of it would have to wait with these values, which change the hours
    /// asked for or those there are, and nothing else.
    pub(super) fn fits(&self, values: &[f64]) -> bool {
        let Some(work) = &self.model.work else {
            return true;
        };
        let hours = self.model.staffing.on_expectation(self.model, values).hours;
        !self.limited(work, values, hours).is_moved()
    }

    /// Runs the fluid queue on the flow, with so many hours for selling.
    fn limited(&self, work: &Work, values: &[f64], mut hours: Vec<f64>) -> Queue {
        let model = self.model;
        let mut queue = Queue::new(work, model);
        work.hours_each(values, &mut queue.hours);
        queue.scales.copy_from_slice(&self.kernels.scales);
        model
            .reserved
            .take_off(values, |motion| self.listed_wins(motion), &mut hours);
        limit::run(&mut queue, (model, work), &self.cohorts, &hours, |motion| {
            let flow = &self.motions[motion];
            UnlimitedFlow {
                leads: &flow.leads,
                made: &flow.made,
                activity: &flow.activity,
                expected: [&flow.new_wins, &flow.past_flow],
                reach: &flow.reach,
                entries: &self.kernels.entries[motion],
                wins: &self.kernels.wins[motion],
                referrals: flow.motion.referrals.as_ref().map(|referrals| Referred {
                    referrals,
                    rate: flow.values[referrals.leads_per_win] * flow.market,
                    past_wins: flow.past_wins,
                    open_wins: &flow.open_wins,
                }),
            }
        });
        queue
    }

    /// Hours that listed open deals still ask for, by month.
    pub(crate) fn reserved_hours(&self, values: &[f64]) -> Vec<f64> {
        let mut hours = vec![0.0; self.model.months()];
        let wins = |motion| self.listed_wins(motion);
        self.model.reserved.add(values, wins, &mut hours);
        hours
    }

    /// Wins of a motion's listed open deals, by month.
    fn listed_wins(&self, motion: usize) -> &[f64] {
        &self.motions[motion].open_wins
    }

    /// Wins and bookings of it.
    pub(crate) fn bookings(mut self) -> Bookings {
        let months = self.model.months();
        let mut result = Bookings {
            by_origin: [
                std::mem::take(&mut self.open),
                vec![0.0; months],
                vec![0.0; months],
            ],
            open_wins: Vec::new(),
            new_wins: Vec::new(),
            referral_leads: Vec::new(),
            referral_wins: Vec::new(),
        };
        for (place, flow) in std::mem::take(&mut self.motions).into_iter().enumerate() {
            let queue = self.queue.as_ref();
            let labels = queue.map(|queue| queue.labels(place));
            let end = |month: usize| labels.map_or((month + 1) as f64, |labels| labels[month]);
            flow.add(&self.cohorts, end, &self.kernels.wins[place], &mut result);
        }
        result
    }
}
