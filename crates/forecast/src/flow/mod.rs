//! The flow from leads to bookings in expected values (maths.md section 2).
//!
//! Everything here is a plain function of the model and one value for each assumption;
//! nothing is drawn.

mod around;
mod bookings;
mod entries;
mod kernels;
mod motion;
mod referrals;
mod repeat;

pub(crate) use around::Around;
pub use bookings::{Bookings, Origin, bookings};
pub(crate) use bookings::{Flow, open_deal, unlimited};
pub use entries::StageEntries;
pub(crate) use entries::stage_entries;
pub use kernels::Kernels;
pub(crate) use kernels::{entry_kernels, mean_scales, win_kernel};
pub(crate) use referrals::{past_referral_leads, period_cohorts};
pub(crate) use repeat::{from_ages_on, from_then_on, kept_purchases, yearly_to_monthly};

use crate::{
    model::{LeadSource, Model, Motion},
    ordered::{lesser, plain},
};

/// More leads than this in a month count as this many: growth and referrals compound, and
/// what they come to must stay a number.
pub(crate) const MOST_LEADS: f64 = 1e15;

/// Leads of one motion, and what making them takes.
pub(crate) struct Leads<'a> {
    /// By cohort.
    pub(crate) all: &'a mut [f64],
    /// Those of them that activity with hours is yet to make, by cohort, and its hours by month
    /// of the period: activities times hours of each. Nothing when they are of no interest.
    pub(crate) made: Option<(&'a mut [f64], &'a mut [f64])>,
}

impl Leads<'_> {
    /// Adds those of a source (maths.md section 2): weight x factors x growth^k. `staying` is
    /// the share of the planned people who are there, by month of the period.
    pub(crate) fn add(
        &mut self,
        model: &Model,
        source: &LeadSource,
        values: &[f64],
        staying: &[f64],
    ) {
        let base: f64 = source.factors.iter().map(|place| values[*place]).product();
        let add = |leads: &mut f64, more: f64| *leads = lesser(*leads + more, MOST_LEADS);
        if let (Some((made, hours)), Some(each)) = (&mut self.made, source.hours_each()) {
            let per_day = source
                .activity
                .as_ref()
                .map_or(0.0, |of| values[of.per_day]);
            let hours_base = per_day * values[each];
            each_cohort(model, source, values, staying, |cohort, month, weight| {
                add(&mut self.all[cohort], base * weight);
                if model.calendar.is_past(cohort) {
                    return;
                }
                add(&mut made[cohort], base * weight);
                let month = usize::try_from(month).ok();
                if let Some(hours) = month.and_then(|month| hours.get_mut(month)) {
                    add(hours, hours_base * weight);
                }
            });
        } else if source.growth.is_none() && source.people.is_none() {
            for (leads, weight) in self.all.iter_mut().zip(&source.weights) {
                *leads = plain::lesser(*leads + base * weight, MOST_LEADS);
            }
        } else {
            each_cohort(model, source, values, staying, |cohort, _, weight| {
                add(&mut self.all[cohort], base * weight);
            });
        }
    }
}

/// Gives for each cohort its place, its month and weight x growth^k, with activity of the
/// whole team times the people there.
#[inline]
fn each_cohort(
    model: &Model,
    source: &LeadSource,
    values: &[f64],
    staying: &[f64],
    mut take: impl FnMut(usize, i32, f64),
) {
    let growth = source.growth.map_or(1.0, |place| values[place]);
    let (mut power, mut reached) = (1.0, 0);
    let cohorts = source.weights.iter().zip(&model.calendar.cohort_places);
    for (cohort, (weight, month)) in cohorts.enumerate() {
        while reached < *month {
            power *= growth;
            reached += 1;
        }
        let people = source.people.as_ref().map_or(1.0, |planned| {
            let there = usize::try_from(*month)
                .ok()
                .and_then(|month| staying.get(month));
            planned[cohort] * there.copied().unwrap_or(1.0)
        });
        take(cohort, *month, power * weight * people);
    }
}

/// Hours of the activity that makes a motion's leads, by month of the period.
pub(crate) fn add_activity_hours(
    model: &Model,
    motion: &Motion,
    values: &[f64],
    staying: &[f64],
    hours: &mut [f64],
) {
    let (mut all, mut made) = (unmade(model), unmade(model));
    let mut leads = Leads {
        all: &mut all,
        made: Some((&mut made, hours)),
    };
    for source in &motion.sources {
        leads.add(model, source, values, staying);
    }
}

/// No leads in any cohort.
fn unmade(model: &Model) -> Vec<f64> {
    vec![0.0; model.calendar.cohorts.len()]
}

/// Leads of all of a motion's sources in each cohort, with so many of the planned people
/// there.
#[must_use]
pub(crate) fn leads(model: &Model, motion: &Motion, values: &[f64], staying: &[f64]) -> Vec<f64> {
    let mut all = unmade(model);
    let mut leads = Leads {
        all: &mut all,
        made: None,
    };
    for source in &motion.sources {
        leads.add(model, source, values, staying);
    }
    all
}

/// Leads in an average month before the as-of date.
#[must_use]
pub fn past_leads(motion: &Motion, values: &[f64]) -> f64 {
    let of = |source: &LeadSource| {
        source
            .factors
            .iter()
            .map(|place| values[*place])
            .product::<f64>()
            * source.past_weight
    };
    motion.sources.iter().map(of).sum()
}
