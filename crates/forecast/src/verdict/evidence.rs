//! What the answer rests on (maths.md section 5, evidence view (i)).

use plumbline_plan::FieldPath;
use serde::Serialize;

use crate::{
    Sensitivity,
    model::{Evidence, Model},
};

/// How much one assumption matters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Influence {
    /// The assumption's field.
    pub path: FieldPath,
    /// By how many percent expected bookings change when it is one percent higher.
    pub elasticity: f64,
    /// Its share of all such changes, 0 to 1.
    pub share: f64,
    /// Where it comes from.
    pub evidence: Evidence,
}

/// Shares of what the answer rests on by source; they add up to 1, or are all zero when
/// nothing moves the answer.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct EvidenceShares {
    /// One person's guesses.
    pub guess: f64,
    /// The team's judgement.
    pub team: f64,
    /// The firm's own record.
    pub own_history: f64,
    /// Published figures.
    pub published: f64,
}

impl EvidenceShares {
    pub(crate) fn of(influences: &[Influence]) -> Self {
        let sum = |evidence: Evidence| {
            let of = influences
                .iter()
                .filter(|influence| influence.evidence == evidence);
            of.map(|influence| influence.share).sum()
        };
        Self {
            guess: sum(Evidence::Guess),
            team: sum(Evidence::Team),
            own_history: sum(Evidence::OwnHistory),
            published: sum(Evidence::Published),
        }
    }
}

/// Every assumption's share of the sum of |d ln(expected bookings) / d ln(assumption)|,
/// constants included, so that a guess entered without a range does not hide.
pub(crate) fn influences(model: &Model, sensitivity: &Sensitivity) -> Vec<Influence> {
    let elasticity = |(assumption, elasticity): (&crate::model::ModelAssumption, &f64)| {
        elasticity * assumption.entered_share()
    };
    let elasticities: Vec<f64> = model
        .assumptions
        .iter()
        .zip(&sensitivity.elasticities)
        .map(elasticity)
        .collect();
    let sum: f64 = elasticities.iter().map(|elasticity| elasticity.abs()).sum();
    let mut influences: Vec<Influence> = model
        .assumptions
        .iter()
        .zip(elasticities)
        .map(|(assumption, elasticity)| Influence {
            path: assumption.path.clone(),
            elasticity,
            share: if sum > 0.0 {
                elasticity.abs() / sum
            } else {
                0.0
            },
            evidence: assumption.evidence,
        })
        .collect();
    influences.sort_by(|a, b| b.share.total_cmp(&a.share));
    influences
}
