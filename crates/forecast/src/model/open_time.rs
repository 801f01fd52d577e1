//! When open deals close (maths.md section 2: residual time given age). Knows no odds.

use std::{collections::BTreeMap, sync::Arc};

use super::Motion;
use crate::{
    calendar::Calendar,
    kernel::{StageTime, TimeGrid},
};

/// How many equally likely residual times stand for the rest of a deal's present stage.
const RESIDUALS: usize = 32;

/// How late a deal may close against the rep's date: one in ten takes twice as long.
const SLIP: f64 = 2.0;

/// The time to close of deals alike in motion, stage and age.
#[derive(Debug, Clone)]
pub struct OpenGroup {
    /// Place of the motion.
    pub motion: usize,
    /// Place of the stage.
    pub stage: usize,
    /// Days in the stage so far, or since the rep named a date.
    pub age: f64,
    /// Time in the present stage.
    pub present: StageTime,
    /// Time through the stages that follow, unscaled; nothing for the last.
    pub rest: Option<Arc<TimeGrid>>,
    /// Whether the time goes with the motion's time factor.
    pub scales: bool,
}

/// A share of deals still open that is too small to look further.
const ALL_CLOSED: f64 = 1e-3;

/// What makes deals alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// So many days in the stage.
    Aged {
        motion: usize,
        stage: usize,
        days: i64,
    },
    /// So many days before the date the rep named.
    Dated {
        motion: usize,
        stage: usize,
        days: i64,
    },
}

/// Makes the groups; what motions need for it is computed once.
pub(super) struct OpenTimes<'a> {
    motions: &'a [Motion],
    calendar: &'a Calendar,
    /// For each motion, the time through its last stage, its last two, and so on.
    last_stages: BTreeMap<usize, Vec<Arc<TimeGrid>>>,
}

impl<'a> OpenTimes<'a> {
    pub(super) fn new(motions: &'a [Motion], calendar: &'a Calendar) -> Self {
        Self {
            motions,
            calendar,
            last_stages: BTreeMap::new(),
        }
    }

    pub(super) fn group(&mut self, alike: Alike) -> OpenGroup {
        match alike {
            Alike::Dated {
                motion,
                stage,
                days,
            } => {
                let days = days as f64;
                let present = StageTime::new(days, SLIP * days);
                OpenGroup {
                    motion,
                    stage,
                    age: 0.0,
                    present,
                    rest: None,
                    scales: false,
                }
            }
            Alike::Aged {
                motion,
                stage,
                days,
            } => OpenGroup {
                motion,
                stage,
                age: days as f64,
                present: self.motions[motion].time.stages[stage],
                rest: self.after(motion, stage),
                scales: true,
            },
        }
    }

    /// Time through the stages after one; nothing for the last.
    fn after(&mut self, motion: usize, stage: usize) -> Option<Arc<TimeGrid>> {
        let time = &self.motions[motion].time;
        let calendar = self.calendar;
        let last_stages = self.last_stages.entry(motion).or_insert_with(|| {
            let ahead = calendar.period_end() - Calendar::day(calendar.listed_on);
            let fastest = libm::exp(-2.2 * time.sigma);
            let length = (ahead.max(1) as f64 / fastest).min(40_000.0) as usize + 40;
            let backward: Vec<StageTime> = time.stages.iter().rev().copied().collect();
            TimeGrid::totals(&backward, length)
                .into_iter()
                .map(Arc::new)
                .collect()
        });
        let following = time.stages.len() - stage - 1;
        following
            .checked_sub(1)
            .and_then(|place| last_stages.get(place).cloned())
    }
}

impl OpenGroup {
    /// For each month of the period, the share of the group's wins that falls in it or an
    /// earlier one yet to come, with the motion's times multiplied by `scale`. Wins before
    /// the period are dropped; the close season moves the others and conserves them.
    #[must_use]
    pub fn closed_by(&self, calendar: &Calendar, motion: &Motion, scale: f64) -> Vec<f64> {
        let times = self.residuals(if self.scales { scale } else { 1.0 });
        let listed = Calendar::day(calendar.listed_on);
        let by = |day: i64| times.through((day - listed) as f64 - 0.5);
        let before = by(calendar
            .windows
            .first()
            .map_or(listed, |window| window.first));
        let mut reached = before;
        // The months of the period follow each other without a gap.
        let mut shares: Vec<f64> = Vec::with_capacity(calendar.windows.len());
        for window in &calendar.windows {
            let now = if window.days() == 0 {
                reached
            } else {
                by(window.end).max(reached)
            };
            shares.push(now - reached);
            reached = now;
        }
        if let Some(season) = &motion.close_season {
            let weighted: f64 = calendar
                .windows
                .iter()
                .zip(&shares)
                .map(|(w, share)| season.weight(w.month) * share)
                .sum();
            let (later, last) = beyond(calendar, season, reached, by);
            let total = 1.0 - before;
            let weighted = weighted + later + (1.0 - last).max(0.0);
            let factor = if weighted > 1e-12 {
                total / weighted
            } else {
                0.0
            };
            for (window, share) in calendar.windows.iter().zip(&mut shares) {
                *share *= season.weight(window.month) * factor;
            }
        }
        let mut sum: f64 = 0.0;
        shares
            .iter()
            .map(|share| {
                sum += share;
                sum.min(1.0)
            })
            .collect()
    }

    /// Of all the days on which the group's deals are open, from the day on which they were as
    /// listed, the share that falls in each month of the period, with the motion's times
    /// multiplied by `scale`. What is missing to one lies before the period or after it.
    #[must_use]
    pub fn open_by_month(&self, calendar: &Calendar, scale: f64) -> Vec<f64> {
        let times = self.residuals(if self.scales { scale } else { 1.0 });
        let listed = Calendar::day(calendar.listed_on);
        let mut months = vec![0.0; calendar.months()];
        let (mut all, mut open) = (0.0, 1.0);
        for span in &calendar.closing_months {
            let first = span.first.max(listed);
            if span.end <= first {
                continue;
            }
            let then = 1.0 - times.through((span.end - listed) as f64);
            let days = 0.5 * (open + then) * (span.end - first) as f64;
            all += days;
            let place = usize::try_from(calendar.place(span.month)).ok();
            if let Some(month) = place.and_then(|place| months.get_mut(place)) {
                *month += days;
            }
            open = then;
            if open < ALL_CLOSED {
                break;
            }
        }
        if all > 0.0 {
            months.iter_mut().for_each(|days| *days /= all);
        }
        months
    }

    fn residuals(&self, scale: f64) -> Residuals<'_> {
        let points = self.rest.as_ref().map_or_else(Vec::new, |_| {
            let now = self.present.left(self.age, scale);
            let left = |i: usize| now * ((i as f64 + 0.5) / RESIDUALS as f64);
            (0..RESIDUALS)
                .map(|i| self.present.residual(self.age, scale, left(i)))
                .collect()
        });
        Residuals {
            group: self,
            scale,
            points,
        }
    }
}

/// The weighted share that closes in the months after the period, and the share closed by
/// the last of them looked at.
fn beyond(
    calendar: &Calendar,
    season: &plumbline_plan::unit::Season,
    closed: f64,
    by: impl Fn(i64) -> f64,
) -> (f64, f64) {
    let (mut weighted, mut reached) = (0.0, closed);
    let later = calendar
        .closing_months
        .iter()
        .filter(|span| span.first >= calendar.period_end());
    for span in later {
        let now = by(span.end).max(reached);
        weighted += (now - reached) * season.weight(span.month);
        reached = now;
        if reached > 1.0 - 1e-9 {
            break;
        }
    }
    (weighted, reached)
}

/// The time to close at one scale.
struct Residuals<'a> {
    group: &'a OpenGroup,
    scale: f64,
    points: Vec<f64>,
}

impl Residuals<'_> {
    /// The probability that a deal that will be won is won within so many days.
    fn through(&self, days: f64) -> f64 {
        if days < 0.0 {
            return 0.0;
        }
        match &self.group.rest {
            Some(rest) => {
                let inverse = 1.0 / self.scale;
                let each = self
                    .points
                    .iter()
                    .map(|point| rest.within((days - point) * inverse));
                each.sum::<f64>() / self.points.len() as f64
            }
            None => self.group.present.through(self.group.age, days, self.scale),
        }
    }
}
