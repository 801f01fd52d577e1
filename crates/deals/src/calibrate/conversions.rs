//! Conversions: from the dates of entering stages where the file has them; otherwise all
//! stages are moved alike, so that together they come to the chance of winning.

use plumbline_plan::{Assumption, Quantity, chapter::process::Stage};

use super::{Desk, Figure, Topic};
use crate::{
    Refusal,
    interval::Interval,
    metrics::rate_refused,
    refusal::ENOUGH_CLOSED,
    stages::{StageHistory, stage_histories},
};

/// A conversion nobody entered yet counts as this one while all are moved alike.
const UNKNOWN: f64 = 0.5;

/// Logits beyond this are 0 or 1.
const FAR: f64 = 40.0;

pub(super) fn propose(desk: &mut Desk<'_>) {
    let curves = desk.record.curves;
    let refusal = rate_refused(curves.won, curves.lost).or_else(|| {
        (curves.tau < 0).then_some(Refusal::TooFewDated {
            dated: curves.deals,
            needed: ENOUGH_CLOSED,
        })
    });
    if let Some(refusal) = refusal {
        return desk.refuse(Topic::Conversion, refusal);
    }
    if !by_stage(desk) {
        all_alike(desk);
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
                let links = desk.record.stages.iter();
                links
                    .into_iter()
                    .any(|(label, id)| *label == history.label && *id == stage.id)
            };
            let history = histories.iter().find(linked)?;
            let enough =
                history.went_on + history.lost >= ENOUGH_CLOSED && history.conversion.is_some();
            enough.then(|| (stage.clone(), history.clone()))
        })
        .collect();
    if stages.is_empty() || stages.len() < desk.stages().len() {
        return false;
    }
    for (stage, history) in stages {
        let path = desk.stage_path(&stage, "conversion");
        if let Some(later) = history.conversion {
            desk.assumption(
                (Topic::Conversion, path),
                &stage.conversion,
                (later.chance, later.interval),
                (Some(history.went_on), history.entered),
                Figure::Share,
            );
        }
    }
    true
}

/// All stages moved alike on the logit, so that their product is CIF_won(tau). The ends are
/// moved further, so that the product of conversions that err independently is as uncertain
/// as the chance of winning itself.
fn all_alike(desk: &mut Desk<'_>) {
    let curves = desk.record.curves;
    let later = curves.win_chance();
    let stages: Vec<Stage> = desk
        .stages()
        .into_iter()
        .map(|(_, stage)| stage.clone())
        .collect();
    let logits: Vec<f64> = stages
        .iter()
        .map(|stage| logit(average(&stage.conversion)))
        .collect();
    let Some(middle) = shift_to(&logits, later.chance) else {
        return;
    };
    let ends = Interval {
        low: shift_to(&logits, later.interval.low).unwrap_or(middle),
        high: shift_to(&logits, later.interval.high).unwrap_or(middle),
    };
    let widen = widening(&logits, middle);
    for (stage, logit) in stages.iter().zip(&logits) {
        let at = |shift: f64| share(logit + shift);
        let interval = Interval {
            low: at(middle + widen * (ends.low - middle)),
            high: at(middle + widen * (ends.high - middle)),
        };
        let path = desk.stage_path(stage, "conversion");
        desk.assumption(
            (Topic::Conversion, path),
            &stage.conversion,
            (at(middle), interval),
            (Some(curves.won), curves.deals),
            Figure::Share,
        );
    }
}

fn average(conversion: &Assumption<plumbline_plan::Fraction>) -> f64 {
    conversion.average.map_or(UNKNOWN, Quantity::get)
}

/// How many times further each of several independent shifts has to reach for their product
/// to err as much as under one common shift.
fn widening(logits: &[f64], shift: f64) -> f64 {
    let weights = || logits.iter().map(|logit| 1.0 - share(logit + shift));
    let together: f64 = weights().sum();
    let apart = weights().map(|weight| weight * weight).sum::<f64>().sqrt();
    if apart > 0.0 { together / apart } else { 1.0 }
}

/// The common shift that brings the product of the shares to a target; nothing when none
/// does, since a stage that loses all or none is not moved.
fn shift_to(logits: &[f64], target: f64) -> Option<f64> {
    if !(target > 0.0 && target < 1.0) {
        return None;
    }
    let product = |shift: f64| {
        logits
            .iter()
            .map(|logit| share(logit + shift))
            .product::<f64>()
    };
    let (mut least, mut most) = (-2.0 * FAR, 2.0 * FAR);
    if product(least) > target || product(most) < target {
        return None;
    }
    for _ in 0..100 {
        let middle = 0.5 * (least + most);
        if product(middle) < target {
            least = middle;
        } else {
            most = middle;
        }
    }
    Some(0.5 * (least + most))
}

fn logit(share: f64) -> f64 {
    libm::log(share / (1.0 - share)).clamp(-FAR, f64::INFINITY)
}

fn share(logit: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-logit))
}
