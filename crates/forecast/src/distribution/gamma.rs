//! The Gamma distribution with mean 1: how uneven arrivals are from month to month
//! (maths.md section 4). Never draws.

use super::{QuantileTable, normal};

/// The table of the Gamma factor with mean 1 and this coefficient of variation, by
/// normal score. A variation of zero is the constant 1.
#[must_use]
pub fn unit_mean_table(variation: f64) -> QuantileTable {
    if variation.is_nan() || variation <= 1e-6 {
        return QuantileTable::constant(1.0);
    }
    let shape = 1.0 / (variation * variation);
    QuantileTable::new(|score| {
        let x = at_score(shape, score);
        let slope = normal::density(score) / libm::exp(log_density(shape, x));
        (x / shape, slope / shape)
    })
}

/// The quantile of Gamma(shape, 1) at a standard normal score.
#[must_use]
pub fn at_score(shape: f64, score: f64) -> f64 {
    let guess = wilson_hilferty(shape, score);
    if shape > 1e4 {
        return guess;
    }
    let (mut least, mut most) = (-2000.0, 20.0 + libm::log(shape + 40.0));
    let mut log = if guess > 0.0 {
        libm::log(guess)
    } else {
        lower_tail_guess(shape, score)
    };
    for _ in 0..100 {
        let x = libm::exp(log);
        let (below, above) = tails(shape, x);
        let reached = if below < above {
            normal::quantile(below).max(-38.0)
        } else {
            -normal::quantile(above).max(-38.0)
        };
        let distance = reached - score;
        if distance == 0.0 {
            return x;
        }
        if distance > 0.0 {
            most = log;
        } else {
            least = log;
        }
        let slope = x * libm::exp(log_density(shape, x)) / normal::density(reached);
        let newton = log - distance / slope;
        let next = if newton >= least && newton <= most {
            newton
        } else {
            0.5 * (least + most)
        };
        if (next - log).abs() < 1e-13 * (1.0 + log.abs()) {
            return libm::exp(next);
        }
        log = next;
    }
    libm::exp(log)
}

/// The probabilities up to and above `x` of Gamma(shape, 1): series (DLMF 8.7.1) below
/// the shape, continued fraction (DLMF 8.9.2) above.
#[must_use]
pub fn tails(shape: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    let front = libm::exp(shape * libm::log(x) - x - libm::lgamma(shape));
    if x < shape + 1.0 {
        let below = (front * series(shape, x)).clamp(0.0, 1.0);
        (below, 1.0 - below)
    } else {
        let above = (front * fraction(shape, x)).clamp(0.0, 1.0);
        (1.0 - above, above)
    }
}

fn log_density(shape: f64, x: f64) -> f64 {
    (shape - 1.0) * libm::log(x) - x - libm::lgamma(shape)
}

/// Wilson & Hilferty (1931): the cube root of a Gamma is nearly normal.
fn wilson_hilferty(shape: f64, score: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let root = 1.0 - ninth + score * ninth.sqrt();
    if root <= 0.0 {
        0.0
    } else {
        shape * root * root * root
    }
}

/// The logarithm of the quantile from the series' first term.
fn lower_tail_guess(shape: f64, score: f64) -> f64 {
    let probability = normal::cdf(score).max(1e-300);
    (libm::log(probability) + libm::lgamma(shape + 1.0)) / shape
}

fn series(shape: f64, x: f64) -> f64 {
    let mut term = 1.0 / shape;
    let mut sum = term;
    let mut n = shape;
    for _ in 0..10_000 {
        n += 1.0;
        term *= x / n;
        sum += term;
        if term < sum * 1e-16 {
            break;
        }
    }
    sum
}

fn fraction(shape: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut b = x + 1.0 - shape;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away_from_zero(b);
    let mut value = d;
    for i in 1..10_000 {
        let i = f64::from(i);
        let a = -i * (i - shape);
        b += 2.0;
        d = 1.0 / away_from_zero(a * d + b);
        c = away_from_zero(b + a / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factor_has_mean_one_and_the_asked_variation() {
        for variation in [0.05, 0.2, 0.5, 1.0] {
            let table = unit_mean_table(variation);
            let n = 20_000;
            let values =
                (0..n).map(|i| table.at(normal::quantile((f64::from(i) + 0.5) / f64::from(n))));
            let (sum, squares) = values.fold((0.0, 0.0), |(s, q), v| (s + v, q + v * v));
            let mean = sum / f64::from(n);
            let deviation = (squares / f64::from(n) - mean * mean).sqrt();
            assert!((mean - 1.0).abs() < 2e-3, "{variation}: mean {mean}");
            assert!(
                (deviation / variation - 1.0).abs() < 5e-3,
                "{variation}: deviation {deviation}"
            );
        }
        assert!(unit_mean_table(0.0).is_constant());
    }
}
