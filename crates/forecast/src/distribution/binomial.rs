//! How many of n happen, by inverse CDF at bounded cost. Never draws.

use super::{normal, poisson};
use crate::ordered::whole_part;

/// The count at the probability `uniform` of a binomial distribution with `n` chances, a whole
/// number, of `probability` each: summed from zero up to an expected 12, beyond by the normal
/// distribution with the same mean and variance.
#[must_use]
pub fn quantile(n: f64, probability: f64, uniform: f64) -> f64 {
    if n < 1.0 || probability.is_nan() || probability <= 0.0 {
        return 0.0;
    }
    if probability >= 1.0 {
        return n;
    }
    if n < 2.0 {
        // One chance, and nothing to sum.
        return if uniform >= 1.0 - probability {
            1.0
        } else {
            0.0
        };
    }
    if probability > 0.5 {
        return n - quantile(n, 1.0 - probability, 1.0 - uniform);
    }
    let mean = n * probability;
    if uniform + mean < 1.0 {
        // None at all: (1 - p)^n is at least 1 - n p.
        return 0.0;
    }
    if mean > 12.0 {
        let deviation = (mean * (1.0 - probability)).sqrt();
        let count = mean + deviation * normal::quantile(uniform).clamp(-8.5, 8.5);
        return whole_part(count + 0.5).clamp(0.0, n);
    }
    if n > 1e6 {
        // Rare among very many: the Poisson limit.
        return poisson::quantile(mean, uniform).min(n);
    }
    let odds = probability / (1.0 - probability);
    let mut chance = power(1.0 - probability, n as u32);
    let (mut below, mut count) = (chance, 0.0);
    while uniform >= below && count < n && count < 100.0 {
        chance *= odds * (n - count) / (count + 1.0);
        count += 1.0;
        below += chance;
    }
    count
}

/// A whole power by repeated squaring.
fn power(mut base: f64, mut exponent: u32) -> f64 {
    let mut product = 1.0;
    while exponent > 0 {
        if exponent & 1 == 1 {
            product *= base;
        }
        base *= base;
        exponent >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Golden values: scipy 1.17.1, `scipy.stats.binom.ppf`.
    #[test]
    fn agrees_with_published_values() {
        for (n, p, u, count) in [
            (10.0, 0.3, 0.5, 3.0),
            (10.0, 0.9, 0.05, 7.0),
            (1.0, 0.4, 0.59, 0.0),
            (1.0, 0.4, 0.61, 1.0),
            (1.0, 0.9, 0.09, 0.0),
            (1.0, 0.9, 0.11, 1.0),
            (40.0, 0.8, 0.5, 32.0),
        ] {
            assert_eq!(quantile(n, p, u), count, "{n} {p} {u}");
        }
    }

    #[test]
    fn the_ends_are_certain() {
        assert_eq!(quantile(5.0, 0.0, 0.999), 0.0);
        assert_eq!(quantile(5.0, 1.0, 0.001), 5.0);
        assert_eq!(quantile(0.0, 0.5, 0.9), 0.0);
        assert!(quantile(1e9, 0.25, 0.5) > 2.49e8);
    }
}
