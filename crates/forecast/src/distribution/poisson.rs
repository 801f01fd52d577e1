//! Counts by inverse CDF at bounded cost, so that one uniform gives one count and more
//! chances give more deals under the same uniform (maths.md section 4). Never draws.

use super::normal;
use crate::ordered::{lesser, positive};

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
        summed(mean, libm::exp(-mean), uniform)
    } else {
        expanded(mean, normal::quantile(uniform))
    }
}

/// Four counts at a time: whether the draw lies beyond one of them is hard to guess, and a
/// machine that guesses wrong waits longer than it takes to look at three more.
#[inline]
fn summed(mean: f64, none: f64, uniform: f64) -> f64 {
    let (mut probability, mut below) = (none, none);
    let (mut count, mut reached) = (0.0, u32::from(uniform >= none));
    // The last terms are lost in rounding long before 100.
    while uniform >= below && count < MOST_SUMMED {
        for ahead in [1.0, 2.0, 3.0, 4.0] {
            probability *= mean * (1.0 / (count + ahead));
            below += probability;
            reached += u32::from(uniform >= below);
        }
        count += 4.0;
    }
    f64::from(reached.min(MOST_SUMMED as u32))
}

/// The same of several means side by side: no draw waits for the one before it.
#[inline]
fn summed_together(means: &Together, none: Together, uniforms: &Together) -> Together {
    // Whole numbers, as wide as the others: WebAssembly's machines take a guess to choose
    // between two numbers with a fraction.
    let (mut probability, mut below) = (none, none);
    let mut reached = std::array::from_fn(|i| i64::from(uniforms[i] >= none[i]));
    let mut count = 0.0;
    while (0..TOGETHER).fold(false, |any, i| any | (uniforms[i] >= below[i])) && count < MOST_SUMMED
    {
        for ahead in [1.0, 2.0] {
            let share = 1.0 / (count + ahead);
            for i in 0..TOGETHER {
                probability[i] *= means[i] * share;
                below[i] += probability[i];
                reached[i] += i64::from(uniforms[i] >= below[i]);
            }
        }
        count += 2.0;
    }
    reached.map(|reached: i64| lesser(reached as f64, MOST_SUMMED))
}

/// How many means are summed side by side.
const TOGETHER: usize = 4;
type Together = [f64; TOGETHER];

/// No sum goes beyond this count.
const MOST_SUMMED: f64 = 100.0;

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

/// The same with the chance of none from a table: for the simulation.
#[derive(Debug, Clone)]
pub struct Table {
    none: Box<[f64; LAST_NODE + 1]>,
}

/// Nodes of the table for each unit of the mean, and the last of them.
const NODES: f64 = 16.0;
const LAST_NODE: usize = (SUMMED * NODES) as usize;

impl Table {
    /// Tabulates exp(-mean) up to the change of method.
    #[must_use]
    pub fn new() -> Self {
        let node = |node: usize| libm::exp(-(node as f64) / NODES);
        Self {
            none: Box::new(std::array::from_fn(node)),
        }
    }

    /// See [`quantile`]; from it by less than one part in a hundred million.
    #[inline]
    #[must_use]
    pub fn quantile(&self, mean: f64, uniform: f64) -> f64 {
        if mean.is_nan() || mean <= 0.0 {
            return 0.0;
        }
        if uniform + mean < 1.0 {
            // None at all: exp(-mean) is more than 1 - mean.
            return 0.0;
        }
        if mean >= SUMMED {
            return expanded(mean, normal::quantile(uniform));
        }
        summed(mean, self.none(mean), uniform)
    }

    /// [`Table::quantile`] of every mean and its uniform.
    #[inline]
    pub fn quantiles(&self, means: &[f64], uniforms: &[f64], counts: &mut [f64]) {
        let (blocks, rest) = counts.as_chunks_mut();
        let (means, more_means) = means.as_chunks();
        let (uniforms, more_uniforms) = uniforms.as_chunks();
        for ((counts, means), uniforms) in blocks.iter_mut().zip(means).zip(uniforms) {
            *counts = self.together(means, uniforms);
        }
        for ((count, mean), uniform) in rest.iter_mut().zip(more_means).zip(more_uniforms) {
            *count = self.quantile(*mean, *uniform);
        }
    }

    #[inline]
    fn together(&self, means: &Together, uniforms: &Together) -> Together {
        let small = means.map(|mean| if mean < SUMMED { positive(mean) } else { 0.0 });
        let none = small.map(|mean| self.none(mean));
        let mut counts = summed_together(&small, none, uniforms);
        for ((count, mean), uniform) in counts.iter_mut().zip(means).zip(uniforms) {
            if *mean >= SUMMED {
                *count = expanded(*mean, normal::quantile(*uniform));
            }
        }
        counts
    }

    /// The chance of none at a mean up to the change of method.
    #[inline]
    fn none(&self, mean: f64) -> f64 {
        let node = (mean * NODES) as u32 as usize;
        let x = mean - node as f64 * (1.0 / NODES);
        let rest = 1.0 - x * (1.0 - x * (0.5 - x * (1.0 / 6.0 - x * (1.0 / 24.0))));
        self.none[node.min(LAST_NODE)] * rest
    }
}

impl Default for Table {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_counts_as_the_function_does() {
        let table = Table::new();
        for step in 0..2000 {
            let mean = f64::from(step) * 0.0101;
            for i in 0..200 {
                let uniform = (f64::from(i) + 0.37) / 200.0;
                assert_eq!(
                    table.quantile(mean, uniform),
                    quantile(mean, uniform),
                    "{mean} {uniform}"
                );
            }
        }
    }

    #[test]
    fn several_at_once_are_counted_as_each_is() {
        let table = Table::new();
        let odd = [0.0, -1.0, f64::NAN, 1e-300, 11.999_999_9, 12.0, 90.0, 1e30];
        let means: Vec<f64> = (0..200)
            .flat_map(|i| [i as f64 * 0.07, odd[i % odd.len()]])
            .collect();
        for i in 0..50 {
            let uniform = |place: usize| (((i * 37 + place * 11) % 1000) as f64 + 0.5) / 1000.0;
            let uniforms: Vec<f64> = (0..means.len()).map(uniform).collect();
            // Of every length, so that each stands among the others and alone.
            for length in 397..=400 {
                let mut counts = vec![-1.0; length];
                table.quantiles(&means[..length], &uniforms[..length], &mut counts);
                let draws = means.iter().zip(&uniforms);
                for ((mean, uniform), count) in draws.zip(counts) {
                    assert_eq!(count, table.quantile(*mean, *uniform), "{mean} {uniform}");
                }
            }
        }
    }
}
