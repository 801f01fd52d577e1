//! The quick estimate: the model of the plan, its expected flow and an approximate
//! distribution, computed at every keystroke.

use std::{collections::BTreeMap, rc::Rc};

use chrono::NaiveDate;
use plumbline_forecast::{Analytic, Model, analytic, verdict::Judgement};
use plumbline_plan::{FieldPath, Plan, Problem};

/// Whether the plan can be computed.
#[derive(Debug, PartialEq)]
pub enum Readiness {
    /// It can.
    Ready(Box<Estimate>),
    /// These problems are in the way.
    Waiting(Vec<Problem>),
}

/// What is known without a single draw.
#[derive(Debug)]
pub struct Estimate {
    /// The model of the plan.
    pub model: Model,
    /// The approximate answer.
    pub analytic: Analytic,
    /// What its chance is called.
    pub judgement: Judgement,
    /// How much of the answer each assumption carries, 0 to 1. Shared, so that handing it
    /// around costs nothing.
    pub influence: Rc<BTreeMap<FieldPath, f64>>,
}

impl PartialEq for Estimate {
    /// Two estimates are the same one or they are not; comparing their numbers gains nothing.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Readiness {
    /// The estimate, when the plan can be computed.
    #[must_use]
    pub fn estimate(&self) -> Option<&Estimate> {
        match self {
            Self::Ready(estimate) => Some(estimate),
            Self::Waiting(_) => None,
        }
    }

    /// Computes the estimate of a plan.
    #[must_use]
    pub fn of(plan: &Plan, today: NaiveDate) -> Self {
        match Model::from_plan(plan, today) {
            Err(problems) => Self::Waiting(problems),
            Ok(model) => {
                let analytic = analytic(&model);
                let judgement = Judgement::new(analytic.probability, 0.0, model.goal);
                let influence = analytic
                    .influences
                    .iter()
                    .map(|influence| (influence.path.clone(), influence.share))
                    .collect();
                Self::Ready(Box::new(Estimate {
                    model,
                    analytic,
                    judgement,
                    influence: Rc::new(influence),
                }))
            }
        }
    }
}
