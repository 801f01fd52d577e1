//! Leads that customers bring (maths.md section 2). Never draws.

use crate::model::{Model, Referrals};

/// The cohort of each month of the period in which its coming leads are created; nothing
/// for months that are over.
#[must_use]
pub(crate) fn period_cohorts(model: &Model) -> Vec<Option<usize>> {
    let calendar = &model.calendar;
    calendar
        .windows
        .iter()
        .map(|window| {
            let created = |span: &crate::calendar::Span| {
                span.month == window.month && span.first >= window.first
            };
            if window.days() == 0 {
                None
            } else {
                calendar.cohorts.iter().position(created)
            }
        })
        .collect()
}

/// Leads in the month `ahead` months after the first open one, for each win a month of the
/// past and each lead per win.
#[must_use]
pub(crate) fn past_referral_leads(referrals: &Referrals, ahead: usize) -> f64 {
    let early = if ahead < referrals.months {
        1.0 - referrals.next_month
    } else {
        0.0
    };
    let late = if ahead < referrals.months + 1 {
        referrals.next_month
    } else {
        0.0
    };
    early + late
}
