//! Time in stages: of each stage from the dates of entering it where the file has enough of
//! them; the other stages are stretched alike, so that all together take as long as wins do.

use plumbline_forecast::distribution::{Lognormal, normal::P90_SCORE};
use plumbline_plan::{Days, Quantity, chapter::process::Stage};

use super::{
    Desk, Figure, Topic,
    stretches::{Passage, Told},
};
use crate::{Refusal, interval::Interval, refusal::ENOUGH_CLOSED, rounding::rounded};

/// The least time of a stage that takes any.
const LEAST_DAYS: f64 = 0.5;

pub(super) fn propose(desk: &mut Desk<'_>) {
    let curves = desk.record.curves;
    let (Some(median), Some(slow)) = (curves.days_to_win(0.5), curves.days_to_win(0.9)) else {
        return desk.refuse(
            Topic::Time,
            Refusal::TooFewDated {
                dated: curves.won,
                needed: ENOUGH_CLOSED,
            },
        );
    };
    if curves.won < ENOUGH_CLOSED {
        return desk.refuse(
            Topic::Time,
            Refusal::TooFewDated {
                dated: curves.won,
                needed: ENOUGH_CLOSED,
            },
        );
    }
    let whole = Time::of(
        (median, slow),
        |share| curves.days_to_win(share),
        curves.won,
    );
    let by_stage = Told::by(desk, Time::of_stage);
    let Told { told, untold, all } = &by_stage;
    let rest = whole.without(told);
    if told.is_empty() || (!untold.is_empty() && rest.is_none()) {
        // Nothing is told by stage, or what is told leaves no time for the other stages.
        return all_alike(desk, all, &whole);
    }
    for (stages, time) in told {
        match &stages[..] {
            [stage] => set(
                desk,
                stage,
                (time.median, time.slow),
                time.interval,
                time.of,
            ),
            several => all_alike(desk, several, time),
        }
    }
    rest.iter().for_each(|rest| all_alike(desk, untold, rest));
}

/// How long one stage or several take.
struct Time {
    median: f64,
    /// What one in ten exceeds.
    slow: f64,
    /// How far off the median may be.
    interval: Interval,
    /// How many deals went on.
    of: u32,
}

impl Time {
    fn of((median, slow): (i64, i64), days: impl Fn(f64) -> Option<i64>, of: u32) -> Self {
        let median = (median as f64).max(LEAST_DAYS);
        // Of n waits, the number below the true median is binomial.
        let off = P90_SCORE * 0.5 / f64::from(of.max(1)).sqrt();
        let at = |share: f64| days(share).map_or(median, |days| days as f64);
        Self {
            median,
            slow: (slow as f64).max(median),
            interval: Interval {
                low: at((0.5 - off).max(0.0)),
                high: at((0.5 + off).min(1.0)),
            },
            of,
        }
    }

    /// That of the deals that went on from a stage; nothing where these are too few.
    fn of_stage(passage: &Passage) -> Option<Self> {
        let curves = passage.inside.as_ref().filter(|curves| curves.tau >= 0)?;
        let days = |share| curves.days_to_go_on(share);
        let times = days(0.5).zip(days(0.9))?;
        let enough = curves.won >= ENOUGH_CLOSED;
        enough.then(|| Self::of(times, days, curves.won))
    }

    /// What is left of it for other stages than these: means and variances add up (Fenton 1960).
    /// Nothing where no time is left.
    fn without(&self, told: &[(Vec<Stage>, Self)]) -> Option<Self> {
        let whole = Lognormal::median_and_p90(self.median, self.slow)?;
        let times = told.iter();
        let times = times.filter_map(|(_, time)| Lognormal::median_and_p90(time.median, time.slow));
        let (mean, variance) = times.fold(
            (whole.mean(), whole.variance()),
            |(mean, variance), time| (mean - time.mean(), variance - time.variance()),
        );
        let rest = Lognormal::with_moments(mean, variance.max(0.0).sqrt())?;
        let median = rest.at_score(0.0);
        let part = median / self.median;
        Some(Self {
            median,
            slow: rest.at_score(P90_SCORE),
            interval: Interval {
                low: self.interval.low * part,
                high: self.interval.high * part,
            },
            of: self.of,
        })
    }
}

/// These stages stretched alike in their medians and in how far they spread, so that together
/// they have this median and 90th percentile. Together they are taken for lognormal with the
/// sums of the stages' means and variances (Fenton 1960).
fn all_alike(desk: &mut Desk<'_>, stages: &[Stage], whole: &Time) {
    let times: Vec<(f64, f64)> = stages.iter().map(|stage| time(stage, stages)).collect();
    let wanted = (whole.slow / whole.median).max(1.0 + 1e-9);
    let (mut least, mut most) = (0.01, 8.0);
    for _ in 0..80 {
        let middle = 0.5 * (least + most);
        let total = total(&times, middle);
        if libm::exp(P90_SCORE * total.sigma) < wanted {
            least = middle;
        } else {
            most = middle;
        }
    }
    let spread = 0.5 * (least + most);
    let stretch = whole.median / libm::exp(total(&times, spread).mu);
    for (stage, (days, sigma)) in stages.iter().zip(&times) {
        let days = days * stretch;
        let slow = days * libm::exp(P90_SCORE * spread * sigma);
        let part = days / whole.median;
        let interval = Interval {
            low: whole.interval.low * part,
            high: whole.interval.high * part,
        };
        if days > 0.0 {
            set(desk, stage, (days, slow), interval, whole.of);
        }
    }
}

/// Median and spread of a stage's time as the plan has it. Where a stage has none, all
/// count as equally long.
fn time(stage: &Stage, stages: &[Stage]) -> (f64, f64) {
    let median = |stage: &Stage| stage.time_in_stage.average.map(Quantity::get);
    let known = stages.iter().all(|stage| median(stage).is_some());
    let any = stages
        .iter()
        .any(|stage| median(stage).is_some_and(|days| days > 0.0));
    let days = median(stage).filter(|_| known && any).unwrap_or(1.0);
    let slow = stage
        .slow_time
        .map_or(days * Stage::DEFAULT_SLOW_RATIO, Quantity::get);
    let sigma = Lognormal::median_and_p90(days, slow).map_or(0.0, |time| time.sigma);
    let default = libm::log(Stage::DEFAULT_SLOW_RATIO) / P90_SCORE;
    (days, if sigma > 0.0 { sigma } else { default })
}

/// The whole time through the stages with their spreads multiplied.
fn total(times: &[(f64, f64)], spread: f64) -> Lognormal {
    let stages = times
        .iter()
        .filter(|(days, _)| *days > 0.0)
        .map(|(days, sigma)| Lognormal {
            mu: libm::log(*days),
            sigma: sigma * spread,
        });
    let (mean, variance) = stages.fold((0.0, 0.0), |(mean, variance), time| {
        (mean + time.mean(), variance + time.variance())
    });
    Lognormal::with_moments(mean, variance.sqrt()).unwrap_or(Lognormal {
        mu: 0.0,
        sigma: 0.0,
    })
}

fn set(desk: &mut Desk<'_>, stage: &Stage, (days, slow): (f64, f64), interval: Interval, of: u32) {
    let path = desk.stage_path(stage, "time_in_stage");
    desk.assumption(
        (Topic::Time, path),
        &stage.time_in_stage,
        (days, interval),
        (None, of),
        Figure::Days,
    );
    let slow = Some(rounded::<Days>(slow));
    desk.plain(
        (Topic::Time, desk.stage_path(stage, "slow_time")),
        Figure::PlainDays(stage.slow_time),
        Figure::PlainDays(slow),
        slow,
        of,
    );
}
