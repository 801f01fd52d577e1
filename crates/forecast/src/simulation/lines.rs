//! The lines into which the spread of bookings is divided (maths.md section 5, evidence view
//! (ii)): each assumption by itself, what judgements of one kind have in common, the shared
//! factors; the rest is chance.

use plumbline_plan::FieldPath;
use serde::{Deserialize, Serialize};

use super::Trials;
use crate::{
    distribution::Distribution,
    model::{AssumptionKind, Model},
};

/// Where uncertainty about bookings comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UncertaintySource {
    /// What is not known about the assumption of this field by itself.
    Assumption(FieldPath),
    /// That judgements of one kind tend to be off together.
    Together(AssumptionKind),
    /// The market factor.
    Market,
    /// That the chances of all open deals may be off together.
    OpenDeals,
    /// Chance: which deals are won, for how much, how evenly leads come, who leaves.
    Chance,
}

/// A part of the variance of the period's bookings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VarianceShare {
    /// Where it comes from.
    pub source: UncertaintySource,
    /// Its share, 0 to 1.
    pub share: f64,
}

/// A line with a normal score in every trial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Line {
    Assumption(usize),
    Together(AssumptionKind),
    Market,
    OpenDeals,
}

/// The lines of a model: first the assumptions that are drawn, in their order.
pub(crate) fn lines(model: &Model) -> Vec<Line> {
    let uncertain = |place: &usize| {
        !matches!(
            model.assumptions[*place].distribution,
            Distribution::Constant(_)
        )
    };
    let places: Vec<usize> = (0..model.assumptions.len()).filter(uncertain).collect();
    let mut lines: Vec<Line> = places
        .iter()
        .map(|place| Line::Assumption(*place))
        .collect();
    if model.uncertainty.correlation > 0.0 {
        let judged = |kind: &AssumptionKind| {
            let of = |place: &usize| {
                let assumption = &model.assumptions[*place];
                assumption.kind == *kind && assumption.is_judged()
            };
            places.iter().any(of)
        };
        lines.extend(
            AssumptionKind::ALL
                .into_iter()
                .filter(judged)
                .map(Line::Together),
        );
    }
    if model.uncertainty.market_spread > 0.0 {
        lines.push(Line::Market);
    }
    if !model.open_deals.deals.is_empty() {
        lines.push(Line::OpenDeals);
    }
    lines
}

/// The parts of the variance, the largest first; they add up to 1. With few trials the parts
/// of small lines are lost in chance.
pub(crate) fn variance_shares(model: &Model, trials: &Trials) -> Vec<VarianceShare> {
    let source = |line: Line| match line {
        Line::Assumption(place) => {
            UncertaintySource::Assumption(model.assumptions[place].path.clone())
        }
        Line::Together(kind) => UncertaintySource::Together(kind),
        Line::Market => UncertaintySource::Market,
        Line::OpenDeals => UncertaintySource::OpenDeals,
    };
    let mut shares: Vec<VarianceShare> = lines(model)
        .into_iter()
        .zip(trials.variance_shares())
        .map(|(line, share)| VarianceShare {
            source: source(line),
            share,
        })
        .collect();
    let known: f64 = shares.iter().map(|share| share.share).sum();
    let most = known.max(1.0);
    shares.iter_mut().for_each(|share| share.share /= most);
    shares.push(VarianceShare {
        source: UncertaintySource::Chance,
        share: (1.0 - known).max(0.0),
    });
    shares.sort_by(|a, b| b.share.total_cmp(&a.share));
    shares
}
