//! Wins and bookings by month and origin, in expected values (maths.md section 2).

use serde::Serialize;

use super::{
    Kernels, MOST_LEADS, from_then_on, kept_purchases, leads, past_leads, past_referral_leads,
    period_cohorts, yearly_to_monthly,
};
use crate::model::{Model, Motion, OpenDeal};

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

/// A chance whose odds are multiplied.
#[inline]
pub(crate) fn with_odds(chance: f64, odds: f64) -> f64 {
    if chance >= 1.0 {
        1.0
    } else {
        chance * odds / (1.0 - chance + chance * odds)
    }
}

/// Expected bookings with one value for each assumption, at these kernels, all new leads
/// and the open deals' odds multiplied by the market factor `market`.
#[must_use]
pub fn bookings(model: &Model, values: &[f64], kernels: &Kernels, market: f64) -> Bookings {
    let months = model.months();
    let mut result = Bookings {
        by_origin: [vec![0.0; months], vec![0.0; months], vec![0.0; months]],
        open_wins: Vec::new(),
        new_wins: Vec::new(),
        referral_wins: Vec::new(),
    };
    let mut open = vec![(vec![0.0; months], vec![0.0; months]); model.motions.len()];
    for deal in &model.open_deals.deals {
        let (chance, value) = open_deal(model, deal, values, market);
        let mut before = 0.0;
        for (month, closed) in kernels.closed_by[deal.group].iter().enumerate() {
            let wins = chance * (closed - before);
            before = *closed;
            result.by_origin[Origin::Open as usize][month] += wins * value;
            open[deal.motion].0[month] += wins;
            open[deal.motion].1[month] += wins * value;
        }
    }
    for ((place, motion), (open_wins, open_value)) in model.motions.iter().enumerate().zip(open) {
        MotionFlow {
            model,
            motion,
            values,
            market,
            open_wins,
            open_value,
        }
        .add(place, kernels, &mut result);
    }
    result
}

/// What one motion's flow is computed from.
struct MotionFlow<'a> {
    model: &'a Model,
    motion: &'a Motion,
    values: &'a [f64],
    market: f64,
    open_wins: Vec<f64>,
    open_value: Vec<f64>,
}

impl MotionFlow<'_> {
    fn add(mut self, place: usize, kernels: &Kernels, result: &mut Bookings) {
        let (model, motion) = (self.model, self.motion);
        let chance = motion.win_chance(self.values);
        let value = self.values[motion.value];
        let mut wins = vec![0.0; model.months()];
        for (cohort, leads) in leads(model, motion, self.values).iter().enumerate() {
            let past = model.calendar.is_past(cohort);
            for (month, share) in kernels.wins[place].row(cohort).iter().enumerate() {
                let won = leads * self.market * chance * share;
                if past {
                    self.open_wins[month] += won;
                    self.open_value[month] += won * value;
                    result.by_origin[Origin::Open as usize][month] += won * value;
                } else {
                    wins[month] += won;
                }
            }
        }
        let past_wins = if model.running_business {
            past_leads(motion, self.values) * chance
        } else {
            0.0
        };
        let referred = self.referral_wins(place, kernels, &wins, past_wins);
        let again = self.repeat_bookings(&wins, &referred, past_wins);
        for month in 0..model.months() {
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
        place: usize,
        kernels: &Kernels,
        wins: &[f64],
        past_wins: f64,
    ) -> Vec<f64> {
        let months = wins.len();
        let mut referred = vec![0.0; months];
        let Some(referrals) = &self.motion.referrals else {
            return referred;
        };
        let rate = self.values[referrals.leads_per_win]
            * self.market
            * self.motion.win_chance(self.values);
        let cohorts = period_cohorts(self.model);
        let first = self.model.calendar.first_open();
        let mut leads = vec![0.0; months];
        for (month, lead) in leads.iter_mut().enumerate().skip(first) {
            *lead += past_wins * past_referral_leads(referrals, month - first);
        }
        for month in first..months {
            // Referred leads come at least a month after the win that brings them.
            if let Some(cohort) = cohorts[month] {
                for (later, share) in kernels.wins[place].row(cohort).iter().enumerate() {
                    referred[later] += leads[month] * rate * share;
                }
            }
            let all = wins[month] + self.open_wins[month] + referred[month];
            for (ahead, share) in [(0, 1.0 - referrals.next_month), (1, referrals.next_month)] {
                if let Some(lead) = leads.get_mut(month + referrals.months + ahead) {
                    *lead = (*lead + all * share).min(MOST_LEADS);
                }
            }
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
            let mut sum = past_wins * value * later[month - first + 1];
            for won in first..=month {
                sum += ((wins[won] + referred[won]) * value + self.open_value[won])
                    * kept[month - won];
            }
            again[month] = share * sum;
        }
        again
    }
}
