//! The flow from leads to bookings in expected values (maths.md section 2).
//!
//! Everything here is a plain function of the model and one value for each assumption;
//! nothing is drawn.

mod bookings;
mod entries;
mod kernels;
mod referrals;
mod repeat;

pub use bookings::{Bookings, Origin, bookings};
pub(crate) use bookings::{Flow, open_deal, unlimited};
pub use entries::StageEntries;
pub(crate) use entries::stage_entries;
pub use kernels::Kernels;
pub(crate) use kernels::{entry_kernels, mean_scales, win_kernel};
pub(crate) use referrals::{past_referral_leads, period_cohorts};
pub(crate) use repeat::{from_then_on, kept_purchases, yearly_to_monthly};

use crate::model::{LeadSource, Model, Motion};

/// More leads than this in a month count as this many: growth and referrals compound, and
/// what they come to must stay a number.
pub(crate) const MOST_LEADS: f64 = 1e15;

/// Leads of a source in each cohort (maths.md section 2): weight x factors x growth^k.
/// `staying` is the share of the planned people who are there, by month of the period.
pub(crate) fn add_leads(
    model: &Model,
    source: &LeadSource,
    values: &[f64],
    staying: &[f64],
    leads: &mut [f64],
) {
    let base: f64 = source.factors.iter().map(|place| values[*place]).product();
    each_cohort(model, source, values, staying, |cohort, _, weight| {
        leads[cohort] = (leads[cohort] + base * weight).min(MOST_LEADS);
    });
}

/// Gives for each cohort its place, its month and weight x growth^k, with activity of the
/// whole team times the people there.
fn each_cohort(
    model: &Model,
    source: &LeadSource,
    values: &[f64],
    staying: &[f64],
    mut take: impl FnMut(usize, i32, f64),
) {
    let growth = source.growth.map_or(1.0, |place| values[place]);
    let (mut power, mut reached) = (1.0, 0);
    for (cohort, weight) in source.weights.iter().enumerate() {
        let month = model.calendar.cohort_places[cohort];
        while reached < month {
            power *= growth;
            reached += 1;
        }
        let people = source.people.as_ref().map_or(1.0, |planned| {
            let there = usize::try_from(month)
                .ok()
                .and_then(|month| staying.get(month));
            planned[cohort] * there.copied().unwrap_or(1.0)
        });
        take(cohort, month, power * weight * people);
    }
}

/// Leads of a source that activity with hours makes, by cohort.
pub(crate) fn add_made(
    model: &Model,
    source: &LeadSource,
    values: &[f64],
    staying: &[f64],
    made: &mut [f64],
) {
    if source.hours_each().is_some() {
        add_leads(model, source, values, staying, made);
    }
}

/// Hours of a source's activity, by month of the period: activities times hours of each.
pub(crate) fn add_activity_hours(
    model: &Model,
    source: &LeadSource,
    values: &[f64],
    staying: &[f64],
    hours: &mut [f64],
) {
    let (Some(activity), Some(each)) = (&source.activity, source.hours_each()) else {
        return;
    };
    let base = values[activity.per_day] * values[each];
    each_cohort(model, source, values, staying, |cohort, month, weight| {
        let month = usize::try_from(month).ok();
        if let Some(hours) = month.and_then(|month| hours.get_mut(month))
            && !model.calendar.is_past(cohort)
        {
            *hours = (*hours + base * weight).min(MOST_LEADS);
        }
    });
}

/// Leads of all of a motion's sources in each cohort, with so many of the planned people
/// there.
#[must_use]
pub(crate) fn leads(model: &Model, motion: &Motion, values: &[f64], staying: &[f64]) -> Vec<f64> {
    let mut leads = vec![0.0; model.calendar.cohorts.len()];
    for source in &motion.sources {
        add_leads(model, source, values, staying, &mut leads);
    }
    leads
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
