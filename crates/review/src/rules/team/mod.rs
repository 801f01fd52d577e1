//! Rules on chapter 5, Team.

pub(crate) mod bench_gone_cold;
pub(crate) mod hire_by_title;
pub(crate) mod hire_too_late;
pub(crate) mod hours_run_out;
pub(crate) mod impossible_week;
pub(crate) mod low_performer_kept;
pub(crate) mod need_without_plan;
pub(crate) mod no_bench;
pub(crate) mod no_coaching_plan;
pub(crate) mod no_customer_database;
pub(crate) mod no_onboarding;
pub(crate) mod no_ramp;
pub(crate) mod nobody_leaves;
pub(crate) mod non_selling_work;
pub(crate) mod nothing_on_the_road;
pub(crate) mod quotas_below_target;
pub(crate) mod quotas_far_above_target;
pub(crate) mod sales_hero;
pub(crate) mod same_coaching_for_all;
pub(crate) mod same_quota_for_all;
pub(crate) mod slump_without_plan;
pub(crate) mod spreadsheets_only;
pub(crate) mod title_not_the_job;

use plumbline_plan::{Quantity, chapter::team::Rep};

use crate::{rule::Subject, subject::text::is_blank};

/// Whether a rep has a need written down.
fn has_needs(rep: &Rep) -> bool {
    let needs = [
        &rep.skills_needs,
        &rep.mindset_needs,
        &rep.time_management_needs,
    ];
    needs.into_iter().any(|text| !is_blank(text))
}

/// What a rep booked in the months entered for them, against their quota for those months.
struct Record {
    months: usize,
    booked: f64,
    expected: f64,
}

impl Record {
    /// Less than this share of the quota is far below it.
    const FAR_BELOW: f64 = 0.5;

    /// Nothing without quota and actuals.
    fn of(subject: &Subject<'_>, rep: &Rep) -> Option<Self> {
        let period = subject.plan.targets.period;
        let quota = rep.quota.map(Quantity::get).filter(|quota| *quota > 0.0)?;
        let actuals = subject.plan.scorecard.actuals.iter();
        let booked: Vec<f64> = actuals
            .filter(|actual| actual.rep.as_ref() == Some(&rep.id))
            .filter(|actual| period.contains(actual.month))
            .filter_map(|actual| actual.bookings.map(Quantity::get))
            .collect();
        let months = booked.len();
        (months > 0).then(|| Self {
            months,
            booked: booked.iter().sum(),
            expected: quota * months as f64 / f64::from(period.months.max(1)),
        })
    }

    fn is_far_below(&self) -> bool {
        self.booked < Self::FAR_BELOW * self.expected
    }
}
