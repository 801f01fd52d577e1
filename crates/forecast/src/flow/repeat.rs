//! What customers buy again (maths.md section 2). Never draws.

use crate::model::{PAST_MONTHS, Repeat};

/// The share of customers kept from one month to the next.
#[must_use]
pub(crate) fn yearly_to_monthly(retention: f64) -> f64 {
    if retention <= 0.0 {
        0.0
    } else {
        libm::pow(retention, 1.0 / 12.0)
    }
}

/// Purchases due by each month since the win, of customers still kept.
pub(crate) fn kept_purchases(repeat: &Repeat, monthly: f64, kept: &mut [f64]) {
    let mut share = 1.0;
    for (kept, purchases) in kept.iter_mut().zip(&repeat.purchases) {
        *kept = purchases * share;
        share *= monthly;
    }
}

/// Turns purchases by month since the win into sums over the months of the past that count:
/// at `ahead + 1`, what one win in each of the last [`PAST_MONTHS`] months brings `ahead`
/// months after the first open one.
pub(crate) fn from_then_on(purchases: &mut [f64]) {
    // Front to back, so that what is still to be summed has not been replaced yet.
    for from in 0..purchases.len() {
        let until = (from + PAST_MONTHS).min(purchases.len());
        purchases[from] = purchases[from..until].iter().sum();
    }
}
