//! Time in stages: from the dates of entering them where the file has them; otherwise all
//! stages are stretched alike, so that together they take as long as wins do.

use plumbline_forecast::distribution::{Lognormal, normal::P90_SCORE};
use plumbline_plan::{Days, Quantity, chapter::process::Stage};

use super::{Desk, Figure, Topic};
use crate::{
    Refusal,
    interval::Interval,
    refusal::ENOUGH_CLOSED,
    stages::{StageHistory, stage_histories},
};

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
    if !by_stage(desk) {
        all_alike(desk, (median as f64).max(LEAST_DAYS), slow as f64);
    }
}

/// Each stage by its own entries; false unless every stage up to the win has enough.
fn by_stage(desk: &mut Desk<'_>) -> bool {
    let histories = stage_histories(desk.record.history);
    let stages: Vec<(Stage, StageHistory)> = desk
        .stages()
        .into_iter()
        .filter_map(|(_, stage)| {
            let linked = |history: &&StageHistory| {
                let mut links = desk.record.stages.iter();
                links.any(|(label, id)| *label == history.label && *id == stage.id)
            };
            let history = histories.iter().find(linked)?;
            (history.went_on >= ENOUGH_CLOSED && history.p90_days.is_some())
                .then(|| (stage.clone(), history.clone()))
        })
        .collect();
    if stages.is_empty() || stages.len() < desk.stages().len() {
        return false;
    }
    for (stage, history) in stages {
        let Some((median, slow)) = history.median_days.zip(history.p90_days) else {
            continue;
        };
        let (median, slow) = (median as f64, slow as f64);
        let curves = history.curves.as_ref();
        let at = |share: f64| {
            curves
                .and_then(|curves| curves.days_to_win(share))
                .map_or(median, |days| days as f64)
        };
        let interval = around_middle(history.went_on, at);
        set(
            desk,
            &stage,
            (median, slow.max(median)),
            interval,
            history.went_on,
        );
    }
    true
}

/// The days at the ends of the interval of the middle share: of n waits, the number below
/// the true median is binomial.
fn around_middle(count: u32, at: impl Fn(f64) -> f64) -> Interval {
    let off = P90_SCORE * 0.5 / f64::from(count.max(1)).sqrt();
    Interval {
        low: at((0.5 - off).max(0.0)),
        high: at((0.5 + off).min(1.0)),
    }
}

/// All stages stretched alike in their medians and in how far they spread, so that the
/// whole has this median and 90th percentile. The whole is taken for lognormal with the
/// sums of the stages' means and variances (Fenton 1960).
fn all_alike(desk: &mut Desk<'_>, median: f64, slow: f64) {
    let stages: Vec<Stage> = desk
        .stages()
        .into_iter()
        .map(|(_, stage)| stage.clone())
        .collect();
    let times: Vec<(f64, f64)> = stages.iter().map(|stage| time(stage, &stages)).collect();
    let wanted = (slow / median).max(1.0 + 1e-9);
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
    let stretch = median / libm::exp(total(&times, spread).mu);
    let curves = desk.record.curves;
    let at = |share: f64| curves.days_to_win(share).map_or(median, |days| days as f64);
    let ends = around_middle(curves.won, at);
    for (stage, (days, sigma)) in stages.iter().zip(&times) {
        let days = days * stretch;
        let slow = days * libm::exp(P90_SCORE * spread * sigma);
        let interval = Interval {
            low: days * ends.low / median,
            high: days * ends.high / median,
        };
        if days > 0.0 {
            set(desk, stage, (days, slow), interval, curves.won);
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
    let slow = Some(Days::nearest(slow));
    desk.plain(
        (Topic::Time, desk.stage_path(stage, "slow_time")),
        Figure::PlainDays(stage.slow_time),
        Figure::PlainDays(slow),
        slow,
        of,
    );
}
