//! The Beta distribution, for probabilities. Never draws.

use super::normal::{self, P90_SCORE};

/// Above this concentration the normal approximation is exact to seven digits and the
/// continued fraction would be slow.
const LARGE: f64 = 1e6;

/// A normal score within this is met.
const NEAR: f64 = 1e-8;

/// A probability that is not known exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    /// Weight of success.
    pub a: f64,
    /// Weight of failure.
    pub b: f64,
}

/// A [`Beta`] fitted to a low and a high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BetaFit {
    /// The fitted distribution.
    pub beta: Beta,
    /// How far its 10th or 90th percentile lies from what was asked, the greater of the
    /// two, as a probability.
    pub miss: f64,
}

impl BetaFit {
    /// Whether the low and the high are met within one percentage point.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.miss <= 0.01
    }
}

impl Beta {
    /// From `successes` of `trials` by Jeffreys' prior: Beta(s + 1/2, n - s + 1/2)
    /// (maths.md section 1; Brown, Cai & DasGupta 2001).
    #[must_use]
    pub fn from_counts(successes: f64, trials: f64) -> Self {
        let successes = successes.clamp(0.0, trials.max(0.0));
        Self {
            a: successes + 0.5,
            b: (trials - successes).max(0.0) + 0.5,
        }
    }

    /// The one whose 10th and 90th percentiles are `low` and `high` (maths.md section 1),
    /// for 0 <= low < high <= 1. Newton's method on the two percentiles' normal scores.
    /// An end at exactly 0 or 1 is met within half a percentage point, since no Beta has
    /// its percentiles there.
    #[must_use]
    pub fn through(low: f64, high: f64) -> BetaFit {
        let from = if low > 0.0 {
            low
        } else {
            0.005_f64.min(0.1 * high)
        };
        let to = if high < 1.0 {
            high
        } else {
            1.0 - 0.005_f64.min(0.1 * (1.0 - from))
        };
        let mut beta = Self::first_guess(from, to);
        let mut error = beta.error(from, to);
        for _ in 0..40 {
            let size = error.0.abs().max(error.1.abs());
            if size < NEAR {
                break;
            }
            let Some(step) = beta.newton_step(from, to, error) else {
                break;
            };
            let Some((better, new_error)) = beta.shortened(step, from, to, size) else {
                break;
            };
            (beta, error) = (better, new_error);
        }
        let met = from == low && to == high && error.0.abs().max(error.1.abs()) < NEAR;
        let miss = if met { 0.0 } else { beta.miss(low, high) };
        BetaFit { beta, miss }
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// The variance.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let sum = self.a + self.b;
        self.a * self.b / (sum * sum * (sum + 1.0))
    }

    /// The probability of a value up to `x`.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        self.tails(x).0
    }

    /// The value at a standard normal score: the quantile at the score's probability.
    #[must_use]
    pub fn at_score(&self, score: f64) -> f64 {
        if self.a + self.b > LARGE {
            return (self.mean() + score * self.variance().sqrt()).clamp(0.0, 1.0);
        }
        // Newton on the normal score over the logit, which is nearly a straight line,
        // held inside a bracket.
        let (mut least, mut most) = (-800.0, 800.0);
        let mut logit = self.logit_guess(score);
        for _ in 0..100 {
            let x = logistic(logit);
            let reached = self.score(x);
            let distance = reached - score;
            if distance == 0.0 {
                return x;
            }
            if distance > 0.0 {
                most = logit
            } else {
                least = logit
            }
            let slope = self.log_slope(logit, reached);
            let newton = logit - distance / slope;
            let next = if newton >= least && newton <= most {
                newton
            } else {
                0.5 * (least + most)
            };
            if (next - logit).abs() < 1e-12 * (1.0 + logit.abs()) {
                return logistic(next);
            }
            logit = next;
        }
        logistic(logit)
    }

    /// How fast the value grows with the score, given the value there.
    pub(super) fn slope(&self, score: f64, value: f64) -> f64 {
        if self.a + self.b > LARGE {
            return self.variance().sqrt();
        }
        libm::exp(-0.5 * score * score - self.log_density(value))
            / (2.0 * core::f64::consts::PI).sqrt()
    }

    /// A normal guess at the logit's location and spread.
    fn logit_guess(&self, score: f64) -> f64 {
        let spread = (1.0 / self.a + 1.0 / self.b).sqrt();
        libm::log(self.a / self.b) + score * spread.min(10.0)
    }

    /// The score's growth by logit, at the logit whose score is `reached`.
    fn log_slope(&self, logit: f64, reached: f64) -> f64 {
        let log = self.a * log_logistic(logit) + self.b * log_logistic(-logit) - self.log_beta();
        libm::exp(log + 0.5 * reached * reached) * (2.0 * core::f64::consts::PI).sqrt()
    }

    fn log_density(&self, x: f64) -> f64 {
        (self.a - 1.0) * libm::log(x) + (self.b - 1.0) * libm::log1p(-x) - self.log_beta()
    }

    fn log_beta(&self) -> f64 {
        libm::lgamma(self.a) + libm::lgamma(self.b) - libm::lgamma(self.a + self.b)
    }

    /// The normal score of the probability up to `x`, accurate in both tails.
    fn score(&self, x: f64) -> f64 {
        let (below, above) = self.tails(x);
        if below < above {
            normal::quantile(below).max(-38.0)
        } else {
            -normal::quantile(above).max(-38.0)
        }
    }

    /// The probabilities up to and above `x`: the regularised incomplete beta function by
    /// its continued fraction (DLMF 8.17.22), each tail where it converges.
    fn tails(&self, x: f64) -> (f64, f64) {
        if x <= 0.0 {
            return (0.0, 1.0);
        }
        if x >= 1.0 {
            return (1.0, 0.0);
        }
        if self.a + self.b > LARGE {
            let score = (x - self.mean()) / self.variance().sqrt();
            return (normal::cdf(score), normal::cdf(-score));
        }
        let front = libm::exp(self.a * libm::log(x) + self.b * libm::log1p(-x) - self.log_beta());
        if x < (self.a + 1.0) / (self.a + self.b + 2.0) {
            let below = (front * fraction(self.a, self.b, x) / self.a).clamp(0.0, 1.0);
            (below, 1.0 - below)
        } else {
            let above = (front * fraction(self.b, self.a, 1.0 - x) / self.b).clamp(0.0, 1.0);
            (1.0 - above, above)
        }
    }

    /// How far the percentiles are from low and high, the greater of the two.
    fn miss(&self, low: f64, high: f64) -> f64 {
        let below = (self.at_score(-P90_SCORE) - low).abs();
        below.max((self.at_score(P90_SCORE) - high).abs())
    }

    fn first_guess(low: f64, high: f64) -> Self {
        let mean = 0.5 * (low + high);
        let sd = (high - low) / (2.0 * P90_SCORE);
        let size = (mean * (1.0 - mean) / (sd * sd) - 1.0).clamp(0.2, 1e12);
        Self {
            a: mean * size,
            b: (1.0 - mean) * size,
        }
    }

    /// How far the scores at `low` and `high` are from those of P10 and P90.
    fn error(&self, low: f64, high: f64) -> (f64, f64) {
        (self.score(low) + P90_SCORE, self.score(high) - P90_SCORE)
    }

    /// The step in (ln a, ln b) that would remove the error if all were straight.
    fn newton_step(&self, low: f64, high: f64, error: (f64, f64)) -> Option<(f64, f64)> {
        const H: f64 = 1e-6;
        let by_a = Self {
            a: self.a * (1.0 + H),
            b: self.b,
        }
        .error(low, high);
        let by_b = Self {
            a: self.a,
            b: self.b * (1.0 + H),
        }
        .error(low, high);
        let (p, q) = ((by_a.0 - error.0) / H, (by_b.0 - error.0) / H);
        let (r, s) = ((by_a.1 - error.1) / H, (by_b.1 - error.1) / H);
        let determinant = p * s - q * r;
        let step = (
            (s * error.0 - q * error.1) / determinant,
            (p * error.1 - r * error.0) / determinant,
        );
        (step.0.is_finite() && step.1.is_finite()).then_some(step)
    }

    /// The longest part of a step that brings the error below `size`.
    fn shortened(
        &self,
        step: (f64, f64),
        low: f64,
        high: f64,
        size: f64,
    ) -> Option<(Self, (f64, f64))> {
        let mut part = 1.0_f64.min(1.5 / step.0.abs().max(step.1.abs()));
        for _ in 0..12 {
            let next = Self {
                a: (self.a * libm::exp(-part * step.0)).clamp(1e-3, 1e12),
                b: (self.b * libm::exp(-part * step.1)).clamp(1e-3, 1e12),
            };
            let error = next.error(low, high);
            if error.0.abs().max(error.1.abs()) < size {
                return Some((next, error));
            }
            part *= 0.5;
        }
        None
    }
}

fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + libm::exp(-x))
    } else {
        let e = libm::exp(x);
        e / (1.0 + e)
    }
}

fn log_logistic(x: f64) -> f64 {
    if x >= 0.0 {
        -libm::log1p(libm::exp(-x))
    } else {
        x - libm::log1p(libm::exp(x))
    }
}

/// The continued fraction of the incomplete beta function by Lentz's method.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..10_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}
