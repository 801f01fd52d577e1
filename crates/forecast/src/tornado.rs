//! What the answer would be at each assumption's low and high (maths.md section 5,
//! sensitivity): the bars of a tornado. Changes models, never plans.

use plumbline_plan::FieldPath;
use serde::{Deserialize, Serialize};

use crate::{
    Engine,
    distribution::{Distribution, normal::P90_SCORE},
    inquiry::{Slices, at_once, pause},
    model::{AssumptionKind, Model},
};

/// The answer at an assumption's 10th and 90th percentile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TornadoBar {
    /// The assumption's field.
    pub path: FieldPath,
    /// At its 10th percentile.
    pub low: TornadoEnd,
    /// At its 90th percentile.
    pub high: TornadoEnd,
}

/// One end of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TornadoEnd {
    /// The assumption's value, in its own unit.
    pub value: f64,
    /// The chance of the target.
    pub probability: f64,
    /// The middle of the period's bookings, plan's currency.
    pub median: f64,
}

impl TornadoBar {
    /// How far the chance of the target lies apart at the two ends.
    #[must_use]
    pub fn width(&self) -> f64 {
        (self.high.probability - self.low.probability).abs()
    }
}

/// The fields that have a bar: every assumption that is not known for sure.
#[must_use]
pub fn tornado_paths(model: &Model) -> Vec<FieldPath> {
    model
        .assumptions
        .iter()
        .filter(|assumption| !matches!(assumption.distribution, Distribution::Constant(_)))
        .map(|assumption| assumption.path.clone())
        .collect()
}

/// One bar; nothing when the model does not use the assumption or knows it for sure.
#[must_use]
pub fn tornado_bar(model: &Model, path: &FieldPath, seed: u64) -> Option<TornadoBar> {
    at_once(find(model, path, Slices::new(seed)))
}

/// [`tornado_bar()`] in slices.
pub(crate) async fn find(model: &Model, path: &FieldPath, slices: Slices) -> Option<TornadoBar> {
    let place = model.assumptions.iter().position(|a| a.path == *path)?;
    let assumption = &model.assumptions[place];
    if matches!(assumption.distribution, Distribution::Constant(_)) {
        return None;
    }
    let base = (assumption.kind != AssumptionKind::Time).then(|| Engine::new(model));
    let offset = if assumption.kind == AssumptionKind::Growth {
        1.0
    } else {
        0.0
    };
    pause().await;
    let end = async |score: f64| {
        let value = assumption.distribution.at_score(score);
        let changed = model.with_assumption(place, Distribution::Constant(value));
        let (probability, median) = match &base {
            Some(base) => slices.bookings(&base.for_model(&changed)).await,
            None => slices.bookings(&Engine::new(&changed)).await,
        };
        TornadoEnd {
            value: value - offset,
            probability,
            median,
        }
    };
    Some(TornadoBar {
        path: path.clone(),
        low: end(-P90_SCORE).await,
        high: end(P90_SCORE).await,
    })
}
