//! What a change of the plan does to its answer. Against the plan's own target, by the
//! approximate answer on both sides, so that a difference is the change's alone; said from
//! the answer that is known, so that it begins with the figures the reader sees.

use std::cell::{OnceCell, RefCell};

use chrono::NaiveDate;
use plumbline_forecast::{Model, analytic};
use plumbline_plan::{Edit, Plan};
use serde::Serialize;

/// An answer before and after a change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Effect {
    /// Chance of the target as the plan stands.
    pub probability_before: f64,
    /// Chance of the same target after the change.
    pub probability_after: f64,
    /// Median bookings of the period as the plan stands, plan's currency.
    pub median_before: f64,
    /// Median bookings of the period after the change, plan's currency.
    pub median_after: f64,
}

impl Effect {
    /// The same difference from an answer that is known better than the approximate one.
    pub(crate) fn beginning_at(self, probability: f64, median: f64) -> Self {
        Self {
            probability_before: probability,
            probability_after: (probability + self.probability()).clamp(0.0, 1.0),
            median_before: median,
            median_after: (median + self.median()).max(0.0),
        }
    }

    /// Less than this is no effect.
    const FELT: f64 = 0.0005;
    /// From here on an effect is worth ranking by: one percentage point of probability.
    const NOTED_CHANCE: f64 = 0.01;
    /// Or this share of the median bookings.
    const NOTED_SHARE: f64 = 0.01;

    /// The change in probability.
    #[must_use]
    pub fn probability(&self) -> f64 {
        self.probability_after - self.probability_before
    }

    /// The change in median bookings, plan's currency.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.median_after - self.median_before
    }

    /// Whether it moves the answer at all: by half a thousandth of the probability or of the
    /// median bookings.
    pub(crate) fn is_felt(&self) -> bool {
        self.probability().abs() >= Self::FELT
            || self.median().abs() >= Self::FELT * self.median_before.abs()
    }

    /// Whether it is large enough to speak of.
    #[must_use]
    pub fn is_noted(&self) -> bool {
        self.probability().abs() >= Self::NOTED_CHANCE
            || self.median().abs() >= Self::NOTED_SHARE * self.median_before.abs()
    }
}

/// What changes of one plan do to its approximate answer, each worked out once. Whatever
/// is known of the plan's own answer later moves only where an effect begins.
#[derive(Debug, Default)]
pub struct Differences {
    before: OnceCell<Answer>,
    after: RefCell<Vec<(Edit, Option<Effect>)>>,
}

impl Differences {
    /// Whether nothing was worked out yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.after.borrow().is_empty()
    }

    /// Whether what this change does was worked out already.
    #[must_use]
    pub fn has(&self, edit: &Edit) -> bool {
        self.after.borrow().iter().any(|(known, _)| known == edit)
    }

    /// What this change does to the plan with this model; nothing where it cannot be made or
    /// computed, or moves neither the chance nor the bookings.
    pub(crate) fn of(
        &self,
        edit: &Edit,
        model: &Model,
        plan: &Plan,
        as_of: NaiveDate,
    ) -> Option<Effect> {
        let known = self.after.borrow();
        if let Some((_, effect)) = known.iter().find(|(known, _)| known == edit) {
            return *effect;
        }
        drop(known);
        let before = *self.before.get_or_init(|| Answer::of(model));
        let after = Answer::after(edit, plan, as_of, model.target);
        let effect = after.map(|after| before.to(after)).filter(Effect::is_felt);
        self.after.borrow_mut().push((edit.clone(), effect));
        effect
    }
}

/// The two figures an effect compares.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    probability: f64,
    median: f64,
}

impl Answer {
    /// Of a model.
    pub(crate) fn of(model: &Model) -> Self {
        let answer = analytic(model);
        Self {
            probability: answer.probability,
            median: answer.bookings.p50,
        }
    }

    /// Of the plan after an edit; nothing when it cannot be made or computed. The target
    /// stays that of the plan before it.
    pub(crate) fn after(edit: &Edit, plan: &Plan, as_of: NaiveDate, target: f64) -> Option<Self> {
        let mut changed = plan.clone();
        edit.apply(&mut changed).ok()?;
        let mut model = Model::from_plan(&changed, as_of).ok()?;
        model.target = target;
        Some(Self::of(&model))
    }

    /// From this answer to another.
    pub(crate) fn to(self, after: Self) -> Effect {
        Effect {
            probability_before: self.probability,
            probability_after: after.probability,
            median_before: self.median,
            median_after: after.median,
        }
    }
}
