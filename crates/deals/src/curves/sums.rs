//! What the curves are added up from, age by age: how many deals were at risk and decided,
//! and the sums of the Aalen-Johansen estimate and its variance (maths.md section 7).

use super::{ENOUGH_AT_RISK, Spell};
use crate::State;

/// Deals at risk and decided at an age.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) age: i64,
    pub(super) at_risk: u32,
    pub(super) won: u32,
    pub(super) lost: u32,
}

/// Counts by age.
pub(super) struct Counts {
    entered: Vec<u32>,
    left: Vec<[u32; 3]>,
}

impl Counts {
    /// Counts of spells.
    pub(super) fn of(spells: &[Spell]) -> Self {
        let length = spells
            .iter()
            .map(|spell| spell.exit)
            .max()
            .unwrap_or(0)
            .max(0) as usize
            + 2;
        let mut counts = Self {
            entered: vec![0; length],
            left: vec![[0; 3]; length],
        };
        for spell in spells {
            // Watched after `entry`: at risk from the next day of age on.
            let from = (spell.entry + 1).clamp(0, length as i64 - 1) as usize;
            counts.entered[from] += 1;
            let kind = match spell.end {
                State::Won => 0,
                State::Lost => 1,
                State::Open => 2,
            };
            // A deal open since before it was watched leaves the day it came.
            counts.left[(spell.exit.max(0) as usize).max(from)][kind] += 1;
        }
        counts
    }

    /// The ages at which any was decided.
    pub(super) fn steps(&self) -> Vec<Step> {
        let (mut at_risk, mut steps) = (0, Vec::new());
        for (age, (entered, [won, lost, open])) in self.entered.iter().zip(&self.left).enumerate() {
            at_risk += entered;
            if won + lost > 0 {
                steps.push(Step {
                    age: age as i64,
                    at_risk,
                    won: *won,
                    lost: *lost,
                });
            }
            at_risk -= won + lost + open;
        }
        steps
    }
}

/// What the curves and the variance of CIF_won are made of, step by step.
pub(super) struct Sums {
    pub(super) won: f64,
    pub(super) lost: f64,
    pub(super) undecided: f64,
    /// Sums of d / (n (n - d)), times CIF_won and its square.
    survival: [f64; 3],
    /// Sum of S^2 d_won (n - d_won) / n^3.
    own: f64,
    /// Sums of S d_won / n^2, and times CIF_won.
    cross: [f64; 2],
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            won: 0.0,
            lost: 0.0,
            undecided: 1.0,
            survival: [0.0; 3],
            own: 0.0,
            cross: [0.0; 2],
        }
    }
}

impl Sums {
    /// Takes the next step.
    pub(super) fn take(&mut self, step: &Step) {
        let [n, won, _] = [step.at_risk, step.won, step.lost].map(f64::from);
        self.take_with(step, won * (n - won) / (n * n * n));
    }

    /// Takes the next step, at which few may be left: where each of them stands for more than
    /// one in [`ENOUGH_AT_RISK`] of those at the beginning, that they all do the same tells
    /// little, and the step's own variance is that of Jeffreys' posterior.
    pub(super) fn take_of_few(&mut self, step: &Step) {
        let [n, won, _] = [step.at_risk, step.won, step.lost].map(f64::from);
        // What is lost in adding up may not decide it.
        if n >= f64::from(ENOUGH_AT_RISK) * self.undecided * (1.0 - 1e-9) {
            return self.take(step);
        }
        let more = n + 1.0;
        self.take_with(
            step,
            (won + 0.5) * (n - won + 0.5) / (more * more * (more + 1.0)),
        );
    }

    fn take_with(&mut self, step: &Step, own: f64) {
        let [n, won, lost] = [step.at_risk, step.won, step.lost].map(f64::from);
        let before = self.undecided;
        self.won += before * won / n;
        self.lost += before * lost / n;
        self.undecided *= 1.0 - (won + lost) / n;
        // Where all deals at risk are decided, nothing follows to be weighed.
        if n > won + lost {
            let weight = (won + lost) / (n * (n - won - lost));
            self.survival[0] += weight;
            self.survival[1] += weight * self.won;
            self.survival[2] += weight * self.won * self.won;
        }
        self.own += before * before * own;
        let cross = before * won / (n * n);
        self.cross[0] += cross;
        self.cross[1] += cross * self.won;
    }

    /// The variance of CIF_won so far.
    pub(super) fn variance(&self) -> f64 {
        let [a, b, c] = self.survival;
        let f = self.won;
        let variance =
            f * f * a - 2.0 * f * b + c + self.own - 2.0 * (f * self.cross[0] - self.cross[1]);
        variance.max(0.0)
    }
}
