//! The kernels of all motions and open deals at given factors on their times.

use crate::{
    kernel::{MonthKernel, TimeGrid, month_kernel},
    model::{Model, Motion},
};

/// From creation to win for each motion, and to close for each group of open deals.
#[derive(Debug, Clone)]
pub struct Kernels {
    /// The factor on each motion's times.
    pub(crate) scales: Vec<f64>,
    /// For each motion, from cohort to month of entering each stage up to the win; empty
    /// where hours cannot limit the flow.
    pub(crate) entries: Vec<Vec<MonthKernel>>,
    /// For each motion, from cohort to month of winning.
    pub wins: Vec<MonthKernel>,
    /// For each group of open deals, the share closed by each month.
    pub closed_by: Vec<Vec<f64>>,
}

impl Kernels {
    /// The kernels with each motion's times multiplied by its scale.
    #[must_use]
    pub fn new(model: &Model, scales: &[f64]) -> Self {
        let wins = model
            .motions
            .iter()
            .zip(scales)
            .map(|(motion, scale)| win_kernel(model, motion, *scale));
        let groups = &model.open_deals.groups;
        let closed = groups.iter().map(|group| {
            group.closed_by(
                &model.calendar,
                &model.motions[group.motion],
                scales[group.motion],
            )
        });
        let limited = model.work.is_some();
        let entries = model.motions.iter().zip(scales).map(|(motion, scale)| {
            if limited {
                entry_kernels(model, motion, *scale)
            } else {
                Vec::new()
            }
        });
        Self {
            scales: scales.to_vec(),
            entries: entries.collect(),
            wins: wins.collect(),
            closed_by: closed.collect(),
        }
    }

    /// The same with one motion's times at another scale.
    #[must_use]
    pub(crate) fn with_scale(&self, model: &Model, place: usize, scale: f64) -> Self {
        let mut changed = self.clone();
        let motion = &model.motions[place];
        changed.scales[place] = scale;
        changed.wins[place] = win_kernel(model, motion, scale);
        if model.work.is_some() {
            changed.entries[place] = entry_kernels(model, motion, scale);
        }
        for (group, closed) in model.open_deals.groups.iter().zip(&mut changed.closed_by) {
            if group.motion == place && group.scales {
                *closed = group.closed_by(&model.calendar, motion, scale);
            }
        }
        changed
    }

    /// At the mean of each motion's time factor: for expected values.
    #[must_use]
    pub fn expected(model: &Model) -> Self {
        Self::new(model, &mean_scales(model))
    }
}

/// The mean of each motion's time factor.
pub(crate) fn mean_scales(model: &Model) -> Vec<f64> {
    model
        .motions
        .iter()
        .map(|motion| libm::exp(0.5 * motion.time.sigma * motion.time.sigma))
        .collect()
}

/// From cohort to month of winning, with the motion's times multiplied by `scale`.
pub(crate) fn win_kernel(model: &Model, motion: &Motion, scale: f64) -> MonthKernel {
    let unscaled = motion
        .time
        .totals
        .last()
        .map_or_else(TimeGrid::zero, Clone::clone);
    month_kernel(
        &model.calendar,
        &at_scale(model, &unscaled, scale),
        motion.close_season.as_ref(),
    )
}

/// From cohort to month of entering each stage up to the win, with the motion's times
/// multiplied by `scale`.
pub(crate) fn entry_kernels(model: &Model, motion: &Motion, scale: f64) -> Vec<MonthKernel> {
    let zero = TimeGrid::zero();
    let created = std::iter::once(month_kernel(&model.calendar, &zero, None));
    let later = motion
        .time
        .totals
        .iter()
        .map(|total| month_kernel(&model.calendar, &at_scale(model, total, scale), None));
    created.chain(later).take(motion.stages.len()).collect()
}

/// A time grid at a scale, as long as the cohorts need.
fn at_scale(model: &Model, grid: &TimeGrid, scale: f64) -> TimeGrid {
    let first = model.calendar.cohorts.first().map_or(0, |span| span.first);
    let days = (model.calendar.period_end() - first).max(0) as usize;
    grid.scaled(scale, days + 1)
}
