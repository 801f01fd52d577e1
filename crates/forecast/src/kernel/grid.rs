//! Time through the stages on a daily grid. Never knows months.

use crate::distribution::Lognormal;

/// A stage's slowest deals, fewer than one in a million, count at this score.
const TAIL_SCORE: f64 = 4.8;

/// Days in one stage: lognormal, or a fixed number of days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageTime {
    median: f64,
    spread: Option<Lognormal>,
}

/// The longest mean time, days: beyond any calendar, and still a number.
const LONGEST: f64 = 1e12;

impl StageTime {
    /// By the middle deal's days and those which one deal in ten exceeds
    /// (maths.md section 2); a median of zero takes no time.
    #[must_use]
    pub fn new(median: f64, p90: f64) -> Self {
        let spread = Lognormal::median_and_p90(median, p90).filter(|time| time.sigma > 1e-9);
        Self {
            median: median.max(0.0),
            spread,
        }
    }

    /// The mean, days. Of a spread so wide that it is no number, a trillion.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let mean = self.spread.map_or(self.median, |time| time.mean());
        mean.min(LONGEST)
    }

    /// The variance, days squared.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let variance = self.spread.map_or(0.0, |time| time.variance());
        variance.min(LONGEST * LONGEST)
    }

    /// The probability of at most so many days.
    #[must_use]
    pub fn cdf(&self, days: f64) -> f64 {
        match self.spread {
            Some(time) => time.cdf(days),
            None if days >= self.median => 1.0,
            None => 0.0,
        }
    }

    /// The share of deals that are still in the stage at an age, with the time scaled by
    /// `scale`.
    #[must_use]
    pub fn left(&self, age: f64, scale: f64) -> f64 {
        match self.spread {
            Some(time) => crate::distribution::normal::cdf(-time.score(age / scale)),
            None if age >= self.median * scale => 0.0,
            None => 1.0,
        }
    }

    /// The days still to go of a deal that has been `age` days in the stage, with the time
    /// scaled by `scale`, if it stays until only the share `left` of all deals is still there.
    #[must_use]
    pub fn residual(&self, age: f64, scale: f64, left: f64) -> f64 {
        let Some(time) = self.spread else {
            return (self.median * scale - age).max(0.0);
        };
        if left <= 0.0 {
            return 0.0;
        }
        (scale * time.at_score(-crate::distribution::normal::quantile(left)) - age).max(0.0)
    }

    /// The probability that a deal of this age in the stage is through within `days` more,
    /// with the time scaled by `scale`.
    #[must_use]
    pub fn through(&self, age: f64, days: f64, scale: f64) -> f64 {
        let now = self.left(age, scale);
        if now <= 0.0 {
            1.0
        } else {
            1.0 - self.left(age + days, scale) / now
        }
    }

    /// Pr(D = d) = F(d + 1/2) - F(d - 1/2) for d = 0, 1, ... up to `length` days.
    fn grid(&self, length: usize) -> Vec<f64> {
        let Some(time) = self.spread else {
            let day = libm::round(self.median) as usize;
            let mut grid = vec![0.0; (day + 1).min(length)];
            if let Some(cell) = grid.get_mut(day) {
                *cell = 1.0;
            }
            return grid;
        };
        let reach = time.at_score(TAIL_SCORE).min(length as f64) as usize + 1;
        let mut below = 0.0;
        let mut grid: Vec<f64> = (0..reach.min(length))
            .map(|day| {
                let up_to = time.cdf(day as f64 + 0.5);
                let share = up_to - below;
                below = up_to;
                share
            })
            .collect();
        if reach <= length
            && let Some(last) = grid.last_mut()
        {
            *last += 1.0 - below;
        }
        grid
    }
}

/// The distribution of a number of days, as its cumulative probabilities on the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeGrid {
    below: Vec<f64>,
}

impl TimeGrid {
    /// No time at all.
    #[must_use]
    pub fn zero() -> Self {
        Self { below: vec![1.0] }
    }

    /// The total of the stages' times up to each stage's end, in order, each cut after
    /// `length` days: the grids of entering the second stage, the third, ..., and of
    /// leaving the last.
    #[must_use]
    pub fn totals(stages: &[StageTime], length: usize) -> Vec<Self> {
        let mut total = vec![1.0];
        stages
            .iter()
            .map(|stage| {
                total = convolved(&total, &stage.grid(length), length);
                Self::from_shares(&total)
            })
            .collect()
    }

    fn from_shares(shares: &[f64]) -> Self {
        let mut sum: f64 = 0.0;
        let below = shares.iter().map(|share| {
            sum += share;
            sum.min(1.0)
        });
        Self {
            below: below.collect(),
        }
    }

    /// The probability of at most `days` whole days.
    #[must_use]
    pub fn up_to(&self, days: i64) -> f64 {
        match usize::try_from(days) {
            Ok(day) => self
                .below
                .get(day)
                .or(self.below.last())
                .copied()
                .unwrap_or(1.0),
            Err(_) => 0.0,
        }
    }

    /// The same with all times multiplied by `scale`, on whole days up to `length`: a deal
    /// takes at most n days when its unscaled time is under (n + 1/2) / scale.
    #[must_use]
    pub fn scaled(&self, scale: f64, length: usize) -> Self {
        let inverse = 1.0 / scale;
        let below = (0..length).map(|n| self.between((n as f64 + 0.5) * inverse - 0.5));
        Self {
            below: below.collect(),
        }
    }

    /// The probability of at most so many days, not rounded: a whole number of days stands
    /// for half a day to either side.
    #[must_use]
    pub fn within(&self, days: f64) -> f64 {
        if days < 0.0 {
            0.0
        } else {
            self.between(days - 0.5)
        }
    }

    /// Between two whole days on a straight line.
    fn between(&self, days: f64) -> f64 {
        let last = self.below.len() - 1;
        if days <= 0.0 {
            return self.below[0];
        }
        let day = days as usize;
        if day >= last {
            return self.below[last];
        }
        let part = days - day as f64;
        self.below[day] + part * (self.below[day + 1] - self.below[day])
    }

    /// The day by which a share of all deals is through, and nothing when the grid ends
    /// before.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<usize> {
        let day = self.below.partition_point(|below| *below < share);
        (day < self.below.len()).then_some(day)
    }

    /// Sums of the probabilities of at most 0, 1, ... days: what a month of creation days
    /// needs.
    pub(super) fn sums(&self) -> Vec<f64> {
        let mut sum = 0.0;
        let sums = self.below.iter().map(|below| {
            sum += below;
            sum
        });
        sums.collect()
    }
}

fn convolved(a: &[f64], b: &[f64], length: usize) -> Vec<f64> {
    if a.is_empty() || b.is_empty() {
        return vec![0.0];
    }
    let mut sum = vec![0.0; (a.len() + b.len() - 1).min(length)];
    let reach = sum.len();
    for (i, share) in a.iter().enumerate().take(reach) {
        if *share > 0.0 {
            let upto = b.len().min(reach - i);
            for (cell, other) in sum[i..i + upto].iter_mut().zip(&b[..upto]) {
                *cell += share * other;
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_without_time_are_over_at_once() {
        let totals = TimeGrid::totals(&[StageTime::new(0.0, 0.0); 3], 100);
        assert!(totals.iter().all(|total| total.up_to(0) == 1.0));
        assert_eq!(totals[2].scaled(1.7, 50).up_to(0), 1.0);
    }

    #[test]
    fn fixed_times_add_up() {
        let totals = TimeGrid::totals(&[StageTime::new(10.0, 10.0); 7], 200);
        assert_eq!(totals[6].up_to(69), 0.0);
        assert_eq!(totals[6].up_to(70), 1.0);
        assert_eq!(totals[6].quantile(0.5), Some(70));
    }

    /// The mean and variance of a sum of independent times are the sums.
    #[test]
    fn convolution_keeps_mean_and_variance() {
        let stages = [
            StageTime::new(14.0, 40.0),
            StageTime::new(7.0, 14.0),
            StageTime::new(21.0, 35.0),
        ];
        let length = 6000;
        let total = &TimeGrid::totals(&stages, length)[2];
        let mean: f64 = (0..length as i64).map(|d| 1.0 - total.up_to(d)).sum();
        let square: f64 = (0..length as i64)
            .map(|d| (2 * d + 1) as f64 * (1.0 - total.up_to(d)))
            .sum();
        let wanted: f64 = stages.iter().map(StageTime::mean).sum();
        let spread: f64 = stages.iter().map(StageTime::variance).sum();
        assert!((mean / wanted - 1.0).abs() < 1e-3, "{mean} for {wanted}");
        // Rounding to whole days adds a twelfth for each stage.
        assert!(((square - mean * mean) / (spread + 0.25) - 1.0).abs() < 0.01);
    }

    /// As maths.md section 2 defines Pr(D = d).
    #[test]
    fn one_stage_is_the_lognormal_in_whole_days() {
        let total = &TimeGrid::totals(&[StageTime::new(14.0, 40.0)], 3000)[0];
        let time = Lognormal::median_and_p90(14.0, 40.0).unwrap();
        for day in [0, 1, 13, 40, 200] {
            assert!((total.up_to(day) - time.cdf(day as f64 + 0.5)).abs() < 1e-12);
        }
        assert_eq!(total.up_to(-1), 0.0);
        assert!(total.up_to(1_000_000) > 1.0 - 1e-9);
    }

    /// Scaling the total is scaling each stage, up to rounding to whole days.
    #[test]
    fn scaling_the_total_scales_every_stage() {
        let base = [StageTime::new(14.0, 40.0), StageTime::new(20.0, 30.0)];
        let slower = [StageTime::new(21.0, 60.0), StageTime::new(30.0, 45.0)];
        let scaled = TimeGrid::totals(&base, 4000)[1].scaled(1.5, 1000);
        let direct = &TimeGrid::totals(&slower, 4000)[1];
        for day in [10, 30, 60, 120, 400] {
            assert!(
                (scaled.up_to(day) - direct.up_to(day)).abs() < 0.01,
                "{day}"
            );
        }
    }

    #[test]
    fn residual_time_is_what_is_left_of_those_still_there() {
        let stage = StageTime::new(14.0, 40.0);
        for age in [0.0, 5.0, 30.0, 200.0] {
            for above in [0.9, 0.5, 0.1] {
                let days = stage.residual(age, 1.0, stage.left(age, 1.0) * above);
                let left = (1.0 - stage.cdf(age + days)) / (1.0 - stage.cdf(age));
                assert!((left - above).abs() < 1e-9, "{age} {above}: {left}");
            }
        }
        assert_eq!(StageTime::new(10.0, 10.0).residual(4.0, 1.0, 0.3), 6.0);
        assert_eq!(StageTime::new(10.0, 10.0).residual(40.0, 1.0, 0.3), 0.0);
        assert!(
            stage
                .residual(1e9, 1.0, 0.5 * stage.left(1e9, 1.0))
                .is_finite()
        );
    }
}
