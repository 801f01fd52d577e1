//! Open deals against the target (maths.md section 5). Never "3x" by itself.

use serde::Serialize;

use crate::{
    flow::{Bookings, Kernels, Origin, open_deal},
    model::Model,
};

/// Value of open deals as a multiple of the target.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Coverage {
    /// What is needed: the share of the target that open deals must bring over their
    /// value-weighted chance of being won in the period. Nothing when they have no chance.
    pub needed: Option<f64>,
    /// What is there.
    pub actual: f64,
    /// Their value-weighted chance of being won in the period.
    pub win_chance: f64,
    /// The share of the target that they must bring.
    pub share_of_target: f64,
}

impl Coverage {
    pub(super) fn new(
        model: &Model,
        values: &[f64],
        kernels: &Kernels,
        flow: &Bookings,
    ) -> Option<Self> {
        let (mut total, mut expected) = (0.0, 0.0);
        for deal in &model.open_deals.deals {
            let (chance, value) = open_deal(model, deal, values, 1.0);
            total += value;
            expected +=
                chance * kernels.closed_by[deal.group].last().copied().unwrap_or(0.0) * value;
        }
        if total <= 0.0 || model.target <= 0.0 {
            return None;
        }
        let actual: f64 = model.actual_bookings.iter().sum();
        let others = actual + flow.of(Origin::New) + flow.of(Origin::RepeatAndReferral);
        let share_of_target = ((model.target - others) / model.target).max(0.0);
        let win_chance = expected / total;
        Some(Self {
            needed: (win_chance > 0.0).then(|| share_of_target / win_chance),
            actual: total / model.target,
            win_chance,
            share_of_target,
        })
    }
}

/// The share of the target that actual bookings and open deals leave open on expectation.
pub(super) fn not_yet_created(model: &Model, flow: &Bookings) -> f64 {
    if model.target <= 0.0 {
        return 0.0;
    }
    let there = model.actual_bookings.iter().sum::<f64>() + flow.of(Origin::Open);
    ((model.target - there) / model.target).clamp(0.0, 1.0)
}
