//! Counts by inverse CDF at bounded cost, so that one uniform gives one count and more
//! chances give more deals under the same uniform (maths.md section 4). Never draws.

use std::sync::OnceLock;

use super::normal;
use crate::{
    chance::uniform,
    ordered::{nearest, positive, whole_part},
};

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
    positive(whole_part(value))
}

/// The same from tables: for the simulation.
#[derive(Debug)]
pub struct Table {
    /// exp(-mean) at the nodes.
    none: Box<[f64; LAST_NODE + 1]>,
    /// By the node nearest to the mean and the cell of the uniform, the count where every such
    /// mean and uniform give the same: in all but one draw of twelve.
    sure: Box<[[u8; CELLS]; LAST_NODE + 1]>,
}

/// Nodes of the table for each unit of the mean, and the last of them.
const NODES: f64 = 16.0;
const LAST_NODE: usize = (SUMMED * NODES) as usize;

/// Cells of uniforms, a power of two.
const CELL_BITS: u32 = 8;
const CELLS: usize = 1 << CELL_BITS;

/// Stands for a count that the cell alone does not tell.
const UNSURE: u8 = u8::MAX;

impl Table {
    /// The tables, made once.
    #[must_use]
    pub fn shared() -> &'static Self {
        static TABLE: OnceLock<Table> = OnceLock::new();
        TABLE.get_or_init(Self::new)
    }

    fn new() -> Self {
        let node = |node: usize| libm::exp(-(node as f64) / NODES);
        let mut sure = vec![[UNSURE; CELLS]; LAST_NODE + 1].into_boxed_slice();
        for (node, counts) in sure.iter_mut().enumerate() {
            let edge = |half: f64| positive((node as f64 + half) / NODES);
            note_sure(edge(-0.5), edge(0.5), counts);
        }
        Self {
            none: Box::new(std::array::from_fn(node)),
            #[expect(clippy::unwrap_used, reason = "it has as many as it was made with")]
            sure: sure.try_into().unwrap(),
        }
    }

    /// See [`quantile`]: at the uniform of these bits (see [`uniform`]); from it by less than
    /// one part in a hundred million.
    #[inline]
    #[must_use]
    pub fn quantile(&self, mean: f64, bits: u64) -> f64 {
        let cell = (bits >> (64 - CELL_BITS)) as usize;
        // Written so that what is no number is not.
        if mean < SUMMED {
            let node = nearest(mean * NODES) as usize;
            let count = self.sure.get(node).map_or(UNSURE, |counts| counts[cell]);
            if count != UNSURE {
                return f64::from(count);
            }
        }
        self.unsure(mean, uniform(bits))
    }

    #[inline(never)]
    fn unsure(&self, mean: f64, uniform: f64) -> f64 {
        if mean.is_nan() || mean <= 0.0 {
            return 0.0;
        }
        if mean >= SUMMED {
            return expanded(mean, normal::quantile(uniform));
        }
        summed(mean, self.none(mean), uniform)
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

/// Notes the counts of the cells in which the least mean at the least uniform gives the same
/// as the greatest at the greatest.
fn note_sure(least: f64, greatest: f64, counts: &mut [u8; CELLS]) {
    // Far more than rounding, and than what the chance of none is off by.
    const MARGIN: f64 = 1e-7;
    for (cell, count) in counts.iter_mut().enumerate() {
        let edge = |cell: usize| cell as f64 / CELLS as f64;
        let fewest = quantile(least, edge(cell) - MARGIN);
        let until = edge(cell + 1) + MARGIN;
        if until < 1.0 && fewest == quantile(greatest, until) {
            *count = fewest as u8;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_counts_as_the_function_does() {
        let table = Table::shared();
        let odd = [
            0.0,
            -1.0,
            -1e30,
            f64::NAN,
            1e-300,
            11.999_999_9,
            12.0,
            90.0,
            1e30,
        ];
        for mean in (0..2000).map(|step| f64::from(step) * 0.0101).chain(odd) {
            for i in 0..200 {
                let bits = u64::MAX / 200 * i + (u64::MAX / 541);
                assert_eq!(
                    table.quantile(mean, bits),
                    quantile(mean, uniform(bits)),
                    "{mean} {bits}"
                );
            }
        }
    }

    /// At the edges of cells and of what belongs to a node, where a count would be wrong first.
    #[test]
    fn what_is_sure_is_so_up_to_the_edges() {
        let table = Table::shared();
        for half in 0..=2 * LAST_NODE as u32 {
            for shift in [-1e-12, 0.0, 1e-12] {
                let mean = f64::from(half) / (2.0 * NODES) + shift;
                // Of the last cell nothing is ever sure.
                for cell in 0..CELLS as u64 - 1 {
                    for bits in [cell << 56, (cell << 56) | (u64::MAX >> 8)] {
                        let wanted = quantile(mean, uniform(bits));
                        assert_eq!(table.quantile(mean, bits), wanted, "{mean} {bits:x}");
                    }
                }
            }
        }
    }

    #[test]
    fn most_draws_are_sure() {
        let table = Table::shared();
        let sure = |counts: &[u8; CELLS]| counts.iter().filter(|count| **count != UNSURE).count();
        // Means from a quarter to three.
        let sure: usize = table.sure[4..=48].iter().map(sure).sum();
        assert!(sure as f64 > 0.88 * (45 * CELLS) as f64, "{sure}");
    }
}
