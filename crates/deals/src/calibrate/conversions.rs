//! Conversions: of each stage from the dates of entering it where the file has enough of them;
//! the other stages are moved alike, so that all together come to the chance of winning,
//! CIF_won(tau). Where all stages are dated, these are moved alike to it (maths.md section 6).

use plumbline_forecast::distribution::Beta;
use plumbline_plan::{Assumption, Quantity, chapter::process::Stage};

use super::{
    Desk, Figure, Topic,
    stretches::{Passage, Told},
};
use crate::{Refusal, interval::Interval, metrics::rate_refused, refusal::ENOUGH_CLOSED};

/// A conversion nobody entered yet counts as this one while all are moved alike.
const UNKNOWN: f64 = 0.5;

/// Logits beyond this are 0 or 1.
const FAR: f64 = 40.0;

/// The most that may go on, at the upper end, where other stages leave no bound.
const MOST: f64 = 0.995;

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
    let chance = curves.win_chance();
    let whole = Share {
        share: chance.chance,
        interval: chance.interval,
        counted: (curves.won, curves.deals),
    };
    let by_stage = Told::by(desk, Share::of);
    let shares = by_stage.told.iter().map(|(_, share)| share.share);
    let together: f64 = shares.product();
    let Told { told, untold, all } = &by_stage;
    if told.is_empty() || (!untold.is_empty() && together <= whole.share) {
        // Nothing is told by stage, or what is told leaves no room for the other stages.
        return all_alike(desk, all, whole);
    }
    // With the slow deals that no evidence reaches, the stages' own shares let more through.
    let own: Vec<f64> = told.iter().map(|(_, share)| logit(share.share)).collect();
    let shift = if untold.is_empty() {
        shift_to(&own, whole.share).unwrap_or(0.0)
    } else {
        0.0
    };
    for (stages, share) in told {
        let share = share.moved(shift);
        match &stages[..] {
            [stage] => set(desk, stage, (share.share, share.interval), share.counted),
            several => all_alike(desk, several, share),
        }
    }
    all_alike(desk, untold, whole.without(together));
}

/// A share of deals that goes on, through one stage or several.
#[derive(Clone, Copy)]
struct Share {
    share: f64,
    interval: Interval,
    /// How many went on, and of how many.
    counted: (u32, u32),
}

impl Share {
    /// The share of those that came to a stage that goes on; nothing where too few left it to
    /// tell, or none went on. Where none was lost so far, the next one may be: then by Jeffreys'
    /// prior.
    fn of(passage: &Passage) -> Option<Self> {
        let later = passage.all.as_ref()?.goes_on()?;
        let (on, lost) = (passage.went_on, passage.lost);
        if on == 0 || on + lost < ENOUGH_CLOSED {
            return None;
        }
        let beta = Beta::from_counts(on.into(), on.into());
        let (share, interval) = if lost > 0 {
            (later.chance, later.interval)
        } else {
            (beta.mean(), Interval::of_beta(beta))
        };
        Some(Self {
            share,
            interval,
            counted: (on, passage.entered),
        })
    }

    /// The same moved on the logit, with its interval.
    fn moved(self, shift: f64) -> Self {
        let at = |one: f64| share(logit(one) + shift);
        Self {
            share: at(self.share),
            interval: Interval {
                low: at(self.interval.low),
                high: at(self.interval.high),
            },
            ..self
        }
    }

    /// What is left of it for other stages than those that let this share go on.
    fn without(self, others: f64) -> Self {
        Self {
            share: self.share / others,
            interval: Interval {
                low: self.interval.low / others,
                high: (self.interval.high / others).min(MOST),
            },
            ..self
        }
    }
}

/// These stages moved alike on the logit, so that their product is a share: that of all stages
/// is CIF_won(tau). The ends are moved further, so that the product of conversions that err
/// independently is as uncertain as that share itself.
fn all_alike(desk: &mut Desk<'_>, stages: &[Stage], whole: Share) {
    let logits: Vec<f64> = stages
        .iter()
        .map(|stage| logit(average(&stage.conversion)))
        .collect();
    let Some(middle) = shift_to(&logits, whole.share) else {
        return;
    };
    let ends = Interval {
        low: shift_to(&logits, whole.interval.low).unwrap_or(middle),
        high: shift_to(&logits, whole.interval.high).unwrap_or(middle),
    };
    let widen = widening(&logits, middle);
    for (stage, logit) in stages.iter().zip(&logits) {
        let at = |shift: f64| share(logit + shift);
        let interval = Interval {
            low: at(middle + widen * (ends.low - middle)),
            high: at(middle + widen * (ends.high - middle)),
        };
        set(desk, stage, (at(middle), interval), whole.counted);
    }
}

fn set(desk: &mut Desk<'_>, stage: &Stage, share: (f64, Interval), (events, of): (u32, u32)) {
    let path = desk.stage_path(stage, "conversion");
    desk.assumption(
        (Topic::Conversion, path),
        &stage.conversion,
        share,
        (Some(events), of),
        Figure::Share,
    );
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
