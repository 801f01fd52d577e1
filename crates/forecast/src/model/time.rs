//! Time through a motion's stages, as numbers.

use std::collections::BTreeMap;

use plumbline_plan::{Quantity, chapter::process};

use super::{ModelAssumption, Stage, motion::Surroundings, register::Register};
use crate::{
    distribution::{Distribution, Lognormal},
    kernel::{StageTime, TimeGrid},
};

/// Time through a motion's stages. One factor scales all of them (maths.md section 4).
#[derive(Debug, Clone)]
pub struct MotionTime {
    /// Days in each stage up to the win.
    pub stages: Vec<StageTime>,
    /// The slow deals' time as a ratio to the middle one's, by stage.
    pub ratios: Vec<f64>,
    /// From creation to the end of each stage; the last is the time to win.
    pub totals: Vec<TimeGrid>,
    /// The share of the mean total time that each stage takes.
    pub shares: Vec<f64>,
    /// Standard deviation of the factor's logarithm.
    pub sigma: f64,
    /// Correlation of the factor's score with what all judgements of time have in common.
    pub loading: f64,
    /// Places of the assumptions of time, and the weight of each one's normal score in the
    /// factor's.
    pub weights: Vec<(usize, f64)>,
}

pub(super) fn spread_of(plan: &process::Stage) -> Option<Lognormal> {
    let median = plan.time_in_stage.average?.get();
    let slow = plan
        .slow_time
        .map_or(process::Stage::DEFAULT_SLOW_RATIO * median, Quantity::get);
    Lognormal::median_and_p90(median, slow)
}

/// The slow deals' time as a ratio to the middle one's, whose days may stand elsewhere.
fn slow_ratio(plan: &process::Stage, middle: f64) -> f64 {
    match plan.slow_time.map(Quantity::get) {
        Some(slow) if middle > 0.0 => (slow / middle).max(1.0),
        _ => process::Stage::DEFAULT_SLOW_RATIO,
    }
}

pub(super) fn motion_time(
    register: &Register,
    stages: &[Stage],
    plan: &process::Motion,
    about: &Surroundings,
) -> MotionTime {
    let ratio = |(stage, plan): (&Stage, &process::Stage)| {
        let middle = stage.time.map(|place| register.assumptions[place].entered);
        middle.map_or(1.0, |middle| slow_ratio(plan, middle))
    };
    let ratios = stages.iter().zip(&plan.stages).map(ratio).collect();
    MotionTime::of(
        &register.assumptions,
        stages,
        ratios,
        (about.horizon, about.correlation),
    )
}

impl MotionTime {
    /// From the assumptions of the stages' times; `ratios` are the slow deals' time as a
    /// ratio to the middle one's, by stage.
    pub(super) fn of(
        assumptions: &[ModelAssumption],
        stages: &[Stage],
        ratios: Vec<f64>,
        (horizon, correlation): (f64, f64),
    ) -> Self {
        let median = |place: usize| match assumptions[place].distribution {
            Distribution::Lognormal(time) => libm::exp(time.mu),
            ref other => other.mean(),
        };
        let times: Vec<StageTime> = stages
            .iter()
            .zip(&ratios)
            .map(|(stage, ratio)| {
                let median = stage.time.map_or(0.0, median);
                StageTime::new(median, median * ratio)
            })
            .collect();
        let total: f64 = times.iter().map(StageTime::mean).sum();
        let share = |time: &StageTime| {
            if total > 0.0 {
                time.mean() / total
            } else {
                0.0
            }
        };
        let shares: Vec<f64> = times.iter().map(share).collect();
        let (sigma, loading, weights) = time_factor(assumptions, stages, &shares, correlation);
        // The fastest scale reads the unscaled grid furthest.
        let fastest = libm::exp(-2.2 * sigma);
        let length = (horizon / fastest).min(40_000.0) as usize + 40;
        Self {
            totals: TimeGrid::totals(&times, length),
            stages: times,
            ratios,
            shares,
            sigma,
            loading,
            weights,
        }
    }
}

/// The spread of the factor on a motion's time, and its correlation with what judgements of
/// time have in common: each stage's error counts by its share of the time.
fn time_factor(
    assumptions: &[ModelAssumption],
    stages: &[Stage],
    shares: &[f64],
    correlation: f64,
) -> (f64, f64, Vec<(usize, f64)>) {
    let (mut common, mut own) = (0.0, 0.0);
    let mut errors = Vec::new();
    // Stages that share one assumption share its error.
    let mut weights = BTreeMap::new();
    for (stage, share) in stages.iter().zip(shares) {
        if let Some(place) = stage.time {
            *weights.entry(place).or_insert(0.0) += share;
        }
    }
    for (place, weight) in weights {
        let assumption = &assumptions[place];
        let Distribution::Lognormal(time) = assumption.distribution else {
            continue;
        };
        let error = weight * time.sigma;
        errors.push((place, error));
        let together = if assumption.is_judged() {
            correlation
        } else {
            0.0
        };
        common += error * together.sqrt();
        own += error * error * (1.0 - together);
    }
    let sigma = (common * common + own).sqrt();
    if sigma <= 0.0 {
        return (0.0, 0.0, Vec::new());
    }
    errors.iter_mut().for_each(|(_, error)| *error /= sigma);
    (sigma, common / sigma, errors)
}
