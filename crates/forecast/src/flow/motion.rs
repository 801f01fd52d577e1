//! The flow of one motion in expected values: leads, wins, and what follows from them, as far
//! as hours let it through (maths.md section 2). Never runs the queue.

use super::{
    Bookings, Leads, Origin, from_then_on, kept_purchases, past_leads, past_referral_leads,
    yearly_to_monthly,
};
use crate::{
    capacity::staffing::Staffing,
    kernel::MonthKernel,
    model::{Model, Motion},
};

/// What one motion's flow is computed from.
pub(super) struct MotionFlow<'a> {
    model: &'a Model,
    pub(super) motion: &'a Motion,
    pub(super) values: &'a [f64],
    pub(super) market: f64,
    /// Leads by cohort, the market factor in them; those of activity with hours.
    pub(super) leads: Vec<f64>,
    pub(super) made: Vec<f64>,
    /// Hours of that activity, by month.
    pub(super) activity: Vec<f64>,
    pub(super) reach: Vec<f64>,
    /// Wins before any limit, by month: of new leads and of leads of the past.
    pub(super) new_wins: Vec<f64>,
    pub(super) past_flow: Vec<f64>,
    /// Wins a month of the past.
    pub(super) past_wins: f64,
    pub(super) open_wins: Vec<f64>,
    open_value: Vec<f64>,
}

impl<'a> MotionFlow<'a> {
    pub(super) fn new(
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
        let mut leads = Leads {
            all: &mut flow.leads,
            made: Some((&mut flow.made, &mut flow.activity)),
        };
        for source in &motion.sources {
            leads.add(model, source, values, &staffing.staying);
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
    pub(super) fn add(
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
        let (leads, referred) = self.referrals(cohorts, &end, kernel, &wins);
        let again = self.repeat_bookings(&wins, &referred, self.past_wins);
        for month in 0..wins.len() {
            result.by_origin[Origin::New as usize][month] += wins[month] * value;
            result.by_origin[Origin::RepeatAndReferral as usize][month] +=
                referred[month] * value + again[month];
        }
        result.open_wins.push(self.open_wins);
        result.new_wins.push(wins);
        result.referral_leads.push(leads);
        result.referral_wins.push(referred);
    }

    /// Leads that customers brought and wins of them, month by month, each win bringing more.
    fn referrals(
        &self,
        cohorts: &[Option<usize>],
        end: impl Fn(usize) -> f64,
        kernel: &MonthKernel,
        wins: &[f64],
    ) -> (Vec<f64>, Vec<f64>) {
        let months = wins.len();
        let mut referred = vec![0.0; months];
        let Some(referrals) = &self.motion.referrals else {
            return (vec![0.0; months], referred);
        };
        let each = self.values[referrals.leads_per_win] * self.market;
        let rate = each * self.motion.win_chance(self.values);
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
        leads.iter_mut().for_each(|leads| *leads *= each);
        (leads, referred)
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
