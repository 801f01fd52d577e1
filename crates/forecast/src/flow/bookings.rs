//! Wins and bookings by month and origin, in expected values (maths.md section 2).

use serde::Serialize;

use super::{
    Kernels, add_activity_hours, add_leads, add_made, from_then_on, kept_purchases, past_leads,
    past_referral_leads, period_cohorts, yearly_to_monthly,
};
use crate::{
    capacity::{
        limit::{self, Demand, Referred},
        queue::Queue,
        staffing::Staffing,
        work::Work,
    },
    distribution::with_odds,
    kernel::MonthKernel,
    model::{Model, Motion, OpenDeal},
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

impl<'a> Flow<'a> {
    pub(crate) fn new(
        model: &'a Model,
        values: &'a [f64],
        kernels: &'a Kernels,
        market: f64,
    ) -> Self {
        let mut flow = Self::before_limit(model, values, kernels, market);
        if let Some(work) = &model.work {
            flow.queue = Some(flow.limited(work, values));
        }
        flow
    }

    fn before_limit(
        model: &'a Model,
        values: &'a [f64],
        kernels: &'a Kernels,
        market: f64,
    ) -> Self {
        let months = model.months();
        let mut staffing = Staffing::of(months);
        model.staffing.expected(model, values, &mut staffing);
        let mut open = vec![0.0; months];
        let mut by_motion = vec![(vec![0.0; months], vec![0.0; months]); model.motions.len()];
        for deal in &model.open_deals.deals {
            let (chance, value) = open_deal(model, deal, values, market);
            let (wins_of, value_of) = &mut by_motion[deal.motion];
            let mut before = 0.0;
            for (month, closed) in kernels.closed_by[deal.group].iter().enumerate() {
                let wins = chance * (closed - before);
                before = *closed;
                open[month] += wins * value;
                wins_of[month] += wins;
                value_of[month] += wins * value;
            }
        }
        let motions = model.motions.iter().zip(&kernels.wins).zip(by_motion);
        Self {
            motions: motions
                .map(|((motion, kernel), open)| {
                    MotionFlow::new(model, motion, values, market, kernel, &staffing, open)
                })
                .collect(),
            cohorts: period_cohorts(model),
            model,
            kernels,
            open,
            staffing,
            queue: None,
        }
    }

    /// Runs the fluid queue on the flow.
    fn limited(&self, work: &Work, values: &[f64]) -> Queue {
        let model = self.model;
        let mut queue = Queue::new(work, model);
        work.hours_each(values, &mut queue.hours);
        queue.scales.copy_from_slice(&self.kernels.scales);
        let mut hours = self.staffing.hours.clone();
        model.reserved.take_off(values, &mut hours);
        limit::run(&mut queue, (model, work), &self.cohorts, &hours, |motion| {
            let flow = &self.motions[motion];
            Demand {
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
            referral_wins: Vec::new(),
        };
        for (place, flow) in std::mem::take(&mut self.motions).into_iter().enumerate() {
            let queue = self.queue.as_ref();
            let end =
                |month: usize| queue.map_or((month + 1) as f64, |queue| queue.label(place, month));
            flow.add(&self.cohorts, end, &self.kernels.wins[place], &mut result);
        }
        result
    }
}

/// What one motion's flow is computed from.
struct MotionFlow<'a> {
    model: &'a Model,
    motion: &'a Motion,
    values: &'a [f64],
    market: f64,
    /// Leads by cohort, the market factor in them; those of activity with hours.
    leads: Vec<f64>,
    made: Vec<f64>,
    /// Hours of that activity, by month.
    activity: Vec<f64>,
    reach: Vec<f64>,
    /// Wins before any limit, by month: of new leads and of leads of the past.
    new_wins: Vec<f64>,
    past_flow: Vec<f64>,
    /// Wins a month of the past.
    past_wins: f64,
    open_wins: Vec<f64>,
    open_value: Vec<f64>,
}

impl<'a> MotionFlow<'a> {
    fn new(
        model: &'a Model,
        motion: &'a Motion,
        values: &'a [f64],
        market: f64,
        kernel: &MonthKernel,
        staffing: &Staffing,
        (open_wins, open_value): (Vec<f64>, Vec<f64>),
    ) -> Self {
        let (months, cohorts) = (model.months(), model.calendar.cohorts.len());
        let chance = motion.win_chance(values);
        let mut flow = Self {
            model,
            motion,
            values,
            market,
            leads: vec![0.0; cohorts],
            made: vec![0.0; cohorts],
            activity: vec![0.0; months],
            reach: vec![1.0; motion.stages.len() + 1],
            new_wins: vec![0.0; months],
            past_flow: vec![0.0; months],
            past_wins: 0.0,
            open_wins,
            open_value,
        };
        motion.reach(values, &mut flow.reach);
        for source in &motion.sources {
            add_leads(model, source, values, &staffing.staying, &mut flow.leads);
            add_made(model, source, values, &staffing.staying, &mut flow.made);
            add_activity_hours(model, source, values, &staffing.staying, &mut flow.activity);
        }
        for lead in flow.leads.iter_mut().chain(&mut flow.made) {
            *lead *= market;
        }
        for (cohort, leads) in flow.leads.iter().enumerate() {
            let wins = if model.calendar.is_past(cohort) {
                &mut flow.past_flow
            } else {
                &mut flow.new_wins
            };
            for (wins, share) in wins.iter_mut().zip(kernel.row(cohort)) {
                *wins += leads * chance * share;
            }
        }
        if model.running_business {
            flow.past_wins = past_leads(motion, values) * chance;
        }
        flow
    }

    /// `end` tells up to which time the flow before any limit has been won by the end of a
    /// month.
    fn add(
        mut self,
        cohorts: &[Option<usize>],
        end: impl Fn(usize) -> f64,
        kernel: &MonthKernel,
        result: &mut Bookings,
    ) {
        let value = self.values[self.motion.value];
        let wins = moved(&self.new_wins, &end);
        for (month, past) in moved(&self.past_flow, &end).into_iter().enumerate() {
            self.open_wins[month] += past;
            self.open_value[month] += past * value;
            result.by_origin[Origin::Open as usize][month] += past * value;
        }
        let referred = self.referral_wins(cohorts, &end, kernel, &wins);
        let again = self.repeat_bookings(&wins, &referred, self.past_wins);
        for month in 0..wins.len() {
            result.by_origin[Origin::New as usize][month] += wins[month] * value;
            result.by_origin[Origin::RepeatAndReferral as usize][month] +=
                referred[month] * value + again[month];
        }
        result.open_wins.push(self.open_wins);
        result.new_wins.push(wins);
        result.referral_wins.push(referred);
    }

    /// Wins of deals that customers brought, month by month, each win bringing more.
    fn referral_wins(
        &self,
        cohorts: &[Option<usize>],
        end: impl Fn(usize) -> f64,
        kernel: &MonthKernel,
        wins: &[f64],
    ) -> Vec<f64> {
        let months = wins.len();
        let mut referred = vec![0.0; months];
        let Some(referrals) = &self.motion.referrals else {
            return referred;
        };
        let rate = self.values[referrals.leads_per_win]
            * self.market
            * self.motion.win_chance(self.values);
        let first = self.model.calendar.first_open();
        let (mut leads, mut before_limit) = (vec![0.0; months], vec![0.0; months]);
        for (month, lead) in leads.iter_mut().enumerate().skip(first) {
            let past_wins = self.past_wins * self.model.calendar.open_share(month);
            *lead += past_wins * past_referral_leads(referrals, month - first);
        }
        let mut won = 0.0;
        for month in first..months {
            // Referred leads come at least a month after the win that brings them.
            if let Some(cohort) = cohorts[month] {
                for (later, share) in kernel.row(cohort).iter().enumerate() {
                    before_limit[later] += leads[month] * rate * share;
                }
            }
            let now = up_to(&before_limit, end(month));
            referred[month] = (now - won).max(0.0);
            won = now;
            let all = wins[month] + self.open_wins[month] + referred[month];
            referrals.spread(all, month, &mut leads);
        }
        referred
    }

    /// Bookings of customers who buy again.
    fn repeat_bookings(&self, wins: &[f64], referred: &[f64], past_wins: f64) -> Vec<f64> {
        let mut again = vec![0.0; wins.len()];
        let Some(repeat) = &self.motion.repeat else {
            return again;
        };
        let value = self.values[self.motion.value];
        let share = self.values[repeat.share];
        let monthly = yearly_to_monthly(repeat.retention.map_or(1.0, |place| self.values[place]));
        let mut kept = vec![0.0; repeat.purchases.len()];
        kept_purchases(repeat, monthly, &mut kept);
        let mut later = kept.clone();
        from_then_on(&mut later);
        let first = self.model.calendar.first_open();
        for month in first..wins.len() {
            let open = self.model.calendar.open_share(month);
            let mut sum = past_wins * open * value * later[month - first + 1];
            for won in first..=month {
                sum += ((wins[won] + referred[won]) * value + self.open_value[won])
                    * kept[month - won];
            }
            again[month] = share * sum;
        }
        again
    }
}

/// A flow by month when what would have come up to `end(month)` has come by the month's end.
fn moved(flow: &[f64], end: impl Fn(usize) -> f64) -> Vec<f64> {
    let mut before = 0.0;
    let month = |month: usize| {
        let end = end(month);
        // Without any wait nothing is rounded.
        if end >= (month + 1) as f64 && before >= month as f64 {
            before = end;
            return flow[month];
        }
        let come = up_to(flow, end) - up_to(flow, before);
        before = end;
        come.max(0.0)
    };
    (0..flow.len()).map(month).collect()
}

/// The sum of a flow up to a time in months, each month's spread evenly.
fn up_to(flow: &[f64], time: f64) -> f64 {
    let whole = (time as usize).min(flow.len());
    let part = flow
        .get(whole)
        .map_or(0.0, |month| month * (time - whole as f64));
    flow[..whole].iter().sum::<f64>() + part
}
