//! Counts by inverse CDF at bounded cost, so that one uniform gives one count and more
//! chances give more deals under the same uniform (maths.md section 4). Never draws.

use super::normal;

/// Below this mean the probabilities are summed from zero.
const SUMMED: f64 = 12.0;

/// The count at the probability `uniform` of a Poisson distribution: the least n whose
/// cumulative probability exceeds it.
///
/// Up to a mean of 12 by summing; beyond by the normal asymptotic expansion of Giles
/// (2016, ACM TOMS 42:1, algorithm 955), which may be off by one in about one draw of
/// a thousand at a mean of 12 and ever fewer above. Whole numbers as `f64`, so that a
/// mean of 1e30 is no special case.
#[inline]
#[must_use]
pub fn quantile(mean: f64, uniform: f64) -> f64 {
    if mean.is_nan() || mean <= 0.0 {
        return 0.0;
    }
    if mean < SUMMED {
        summed(mean, uniform)
    } else {
        expanded(mean, normal::quantile(uniform))
    }
}

#[inline]
fn summed(mean: f64, uniform: f64) -> f64 {
    let mut probability = libm::exp(-mean);
    let mut below = probability;
    let mut count = 0.0;
    // The last terms are lost in rounding long before 100.
    while uniform >= below && count < 100.0 {
        count += 1.0;
        probability *= mean / count;
        below += probability;
    }
    count
}

fn expanded(mean: f64, score: f64) -> f64 {
    let w = score.clamp(-8.5, 8.5);
    let root = mean.sqrt();
    let square = w * w;
    let value = mean
        + root * w
        + (1.0 / 3.0 + square / 6.0)
        + w * (-1.0 / 36.0 - square / 72.0) / root
        + (-8.0 / 405.0 + square * (7.0 / 810.0 + square / 270.0)) / mean;
    value.floor().max(0.0)
}
