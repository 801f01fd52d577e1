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
            probability *= mean / (count + ahead);
            below += probability;
            reached += u32::from(uniform >= below);
        }
        count += 4.0;
    }
    f64::from(reached.min(MOST_SUMMED as u32))
}

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
    none: Vec<f64>,
}

/// Nodes of the table for each unit of the mean.
const NODES: f64 = 16.0;

impl Table {
    /// Tabulates exp(-mean) up to the change of method.
    #[must_use]
    pub fn new() -> Self {
        let nodes = (SUMMED * NODES) as usize;
        Self {
            none: (0..=nodes)
                .map(|node| libm::exp(-(node as f64) / NODES))
                .collect(),
        }
    }

    /// See [`quantile`]; from it by less than one part in a hundred million.
    #[inline]
    #[must_use]
    pub fn quantile(&self, mean: f64, uniform: f64) -> f64 {
        if mean.is_nan() || mean <= 0.0 {
            return 0.0;
        }
        if mean >= SUMMED {
            return expanded(mean, normal::quantile(uniform));
        }
        let node = (mean * NODES) as usize;
        let x = mean - node as f64 * (1.0 / NODES);
        let rest = 1.0 - x * (1.0 - x * (0.5 - x * (1.0 / 6.0 - x * (1.0 / 24.0))));
        summed(mean, self.none[node] * rest, uniform)
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
}
