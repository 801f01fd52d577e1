//! The value of the deals won in a month. Never counts them.

use crate::{
    chance::TrialChance,
    distribution::{Lognormal, UniformTable},
    ordered::{lesser, nearest},
};

/// So many deals of a month are drawn one by one; the rest together.
const SINGLE: f64 = 64.0;

/// The value of `count` deals of mean value `mean`: the n-th deal's value is fixed by its
/// address (maths.md section 4). Deals beyond 64 in a month are drawn together from the
/// lognormal with their sum's mean and variance (Fenton 1960), which is exact for one.
#[inline]
pub(super) fn total(
    count: f64,
    mean: f64,
    spread: &UniformTable,
    variation: f64,
    (each, many): (TrialChance, impl Fn() -> TrialChance),
    month: usize,
) -> f64 {
    if count <= 0.0 {
        return 0.0;
    }
    if spread.is_constant() {
        return count * mean;
    }
    let mut sum = 0.0;
    for deal in 0..nearest(lesser(count, SINGLE)) as u32 {
        sum += spread.at(each.bits(month, deal));
    }
    if count > SINGLE {
        sum += together(count - SINGLE, variation, many().score(month, 0));
    }
    sum * mean
}

/// The value of so many deals of mean 1 together.
#[inline(never)]
fn together(count: f64, variation: f64, score: f64) -> f64 {
    let sum = Lognormal::with_moments(count, variation * count.sqrt());
    sum.map_or(count, |sum| sum.at_score(score.clamp(-5.0, 5.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        chance::{Chance, Use},
        distribution::Distribution,
    };

    /// The sum of n deals has n times the mean and the variance, whether drawn one by one
    /// or together.
    #[test]
    fn sums_have_the_right_mean_and_variance() {
        let spread = Lognormal::with_moments(1.0, 0.8).unwrap();
        let table = UniformTable::new(&Distribution::Lognormal(spread).table());
        let chance = (
            Chance::new(1, 2, Use::DealValue),
            Chance::new(1, 2, Use::ManyDeals),
        );
        for count in [1.0, 20.0, 64.0, 65.0, 500.0, 1e9] {
            let n = 20_000;
            let sums = (0..n).map(|t| {
                total(
                    count,
                    10.0,
                    &table,
                    0.8,
                    (chance.0.trial(t), || chance.1.trial(t)),
                    0,
                )
            });
            let (sum, square) = sums.fold((0.0, 0.0), |(s, q), v| {
                let v = v / (10.0 * count) - 1.0;
                (s + v, q + v * v)
            });
            let deviation = 0.8 / count.sqrt();
            let mean = sum / f64::from(n);
            assert!(
                mean.abs() < 4.0 * deviation / f64::from(n).sqrt(),
                "{count}: {mean}"
            );
            let variance = square / f64::from(n) - mean * mean;
            assert!(
                (variance / (deviation * deviation) - 1.0).abs() < 0.1,
                "{count}: {variance}"
            );
        }
    }

    #[test]
    fn one_deal_more_only_adds_its_value() {
        let spread = Lognormal::with_moments(1.0, 0.8).unwrap();
        let table = UniformTable::new(&Distribution::Lognormal(spread).table());
        let chance = (Chance::new(1, 2, Use::DealValue).trial(3), || {
            Chance::new(1, 2, Use::ManyDeals).trial(3)
        });
        let mut last = 0.0;
        for count in 0..200 {
            let sum = total(f64::from(count), 1.0, &table, 0.8, chance, 5);
            assert!(sum >= last, "{count}");
            last = sum;
        }
    }
}
