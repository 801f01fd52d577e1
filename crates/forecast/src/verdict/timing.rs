//! When the last leads must come (maths.md section 5).

use chrono::{Days, NaiveDate};
use plumbline_plan::FieldPath;
use serde::Serialize;

use crate::model::Model;

/// For one motion, the last day on which a lead can be created and still be won in the
/// period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LastUsefulDate {
    /// The motion's field.
    pub motion: FieldPath,
    /// Days to win of the middle deal; nothing when longer than the forecast looks ahead.
    pub median_days: Option<u32>,
    /// Days within which eight deals of ten are won.
    pub p80_days: Option<u32>,
    /// A lead created then is won in the period with even chance, if it is won at all.
    pub even_chance: Option<NaiveDate>,
    /// A lead created then is won in the period with a chance of 80%, if it is won at all.
    pub safe: Option<NaiveDate>,
}

/// The period's end less the 50% and the 80% quantile of time to win.
pub(super) fn last_useful_dates(model: &Model) -> Vec<LastUsefulDate> {
    let end = model.calendar.period.last().last_day();
    let of = |motion: &crate::model::Motion| {
        let scale = libm::exp(0.5 * motion.time.sigma * motion.time.sigma);
        let days = |share: f64| {
            let day = motion
                .time
                .totals
                .last()
                .map_or(Some(0), |total| total.quantile(share))?;
            Some((day as f64 * scale + 0.5) as u32)
        };
        let before = |days: Option<u32>| end.checked_sub_days(Days::new(u64::from(days?)));
        let (median_days, p80_days) = (days(0.5), days(0.8));
        LastUsefulDate {
            motion: motion.path.clone(),
            median_days,
            p80_days,
            even_chance: before(median_days),
            safe: before(p80_days),
        }
    };
    model.motions.iter().map(of).collect()
}
