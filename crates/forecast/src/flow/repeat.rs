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

/// The same sums as [`from_then_on`] makes, of purchases that come at few ages.
pub(crate) fn from_ages_on(ages: &[usize], purchases: &[f64], sums: &mut [f64]) {
    sums.fill(0.0);
    for age in ages {
        let first = (age + 1).saturating_sub(PAST_MONTHS);
        for sum in &mut sums[first..=*age] {
            *sum += purchases[*age];
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_ages_add_up_as_all_months_do() {
        for ages in [vec![], vec![0], vec![3, 9, 15, 21], vec![11, 12, 29]] {
            let mut purchases = vec![0.0; 30];
            for age in &ages {
                purchases[*age] = 0.3 + *age as f64;
            }
            let mut sums = vec![7.0; 30];
            from_ages_on(&ages, &purchases, &mut sums);
            from_then_on(&mut purchases);
            assert_eq!(sums, purchases);
        }
    }
}
