//! What customers buy again (maths.md section 2). Never draws.

use crate::model::Repeat;

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

/// Turns purchases by month since the win into those from then on: at `ahead + 1`, what one
/// win in each month of the past brings `ahead` months after the first open one.
pub(crate) fn from_then_on(purchases: &mut [f64]) {
    let mut sum = 0.0;
    for purchase in purchases.iter_mut().rev() {
        sum += *purchase;
        *purchase = sum;
    }
}
