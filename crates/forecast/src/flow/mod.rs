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
pub(crate) use bookings::{open_deal, with_odds};
pub use entries::{StageEntries, stage_entries};
pub use kernels::Kernels;
pub(crate) use kernels::{mean_scales, win_kernel};
pub(crate) use referrals::{past_referral_leads, period_cohorts};
pub(crate) use repeat::{from_then_on, kept_purchases, yearly_to_monthly};

use crate::model::{LeadSource, Model, Motion};

/// More leads than this in a month count as this many: growth and referrals compound, and
/// what they come to must stay a number.
pub(crate) const MOST_LEADS: f64 = 1e15;

/// Leads of a source in each cohort (maths.md section 2): weight x factors x growth^k.
pub(crate) fn add_leads(model: &Model, source: &LeadSource, values: &[f64], leads: &mut [f64]) {
    let base: f64 = source.factors.iter().map(|place| values[*place]).product();
    let growth = source.growth.map_or(1.0, |place| values[place]);
    let mut power = 1.0;
    let mut reached = 0;
    for ((lead, weight), span) in leads
        .iter_mut()
        .zip(&source.weights)
        .zip(&model.calendar.cohorts)
    {
        let month = model.calendar.place(span.month).max(0);
        while reached < month {
            power *= growth;
            reached += 1;
        }
        *lead = (*lead + base * weight * power).min(MOST_LEADS);
    }
}

/// Leads of all of a motion's sources in each cohort.
#[must_use]
pub fn leads(model: &Model, motion: &Motion, values: &[f64]) -> Vec<f64> {
    let mut leads = vec![0.0; model.calendar.cohorts.len()];
    for source in &motion.sources {
        add_leads(model, source, values, &mut leads);
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
