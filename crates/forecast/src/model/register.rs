//! Collects the assumptions a plan uses, each once. Assumptions that stand for one another
//! share one entry, and so one draw (maths.md section 4).

use std::collections::BTreeMap;

use plumbline_plan::{Assumption, FieldPath, Plan, Problem, ProblemKind, Quantity, QuantityKind};
use serde::de::DeserializeOwned;

use super::{AssumptionKind, Evidence, ModelAssumption, Note, assumption::distribution};
use crate::chance::entity;

/// How far an entered average may be from the fitted mean before it is noted.
const NOTED_DIFFERENCE: f64 = 0.1;

/// How many assumptions may stand for each other in a row.
const LONGEST_CHAIN: usize = 100;

pub(super) struct Register<'a> {
    plan: &'a Plan,
    pub(super) assumptions: Vec<ModelAssumption>,
    places: BTreeMap<FieldPath, usize>,
    pub(super) notes: Vec<Note>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Register<'a> {
    pub(super) fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            assumptions: Vec::new(),
            places: BTreeMap::new(),
            notes: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The place of an assumption among the model's; nothing when it is not entered.
    /// `variation`: see [`distribution`].
    pub(super) fn entered<Q: Quantity + DeserializeOwned + serde::Serialize>(
        &mut self,
        path: FieldPath,
        assumption: &Assumption<Q>,
        kind: AssumptionKind,
        variation: Option<f64>,
    ) -> Option<usize> {
        let Some(other) = &assumption.same_as else {
            return self.own(path, assumption, kind, variation);
        };
        let (mut target, mut steps) = (other.clone(), 0);
        loop {
            let Some(found) = self.follow::<Q>(&target) else {
                let unknown = ProblemKind::UnknownReference {
                    to: target.to_string(),
                };
                self.problems
                    .push(Problem::new(path.child("same_as"), unknown));
                return None;
            };
            match &found.same_as {
                Some(further) if steps < LONGEST_CHAIN => target = further.clone(),
                Some(_) => {
                    self.problems.push(Problem::new(
                        path.child("same_as"),
                        ProblemKind::CircularReference,
                    ));
                    return None;
                }
                None => return self.own(target, &found, kind, variation),
            }
            steps += 1;
        }
    }

    /// The same for what a verdict cannot do without: reports it as missing, and stands in
    /// for it so that the rest can be looked at too.
    pub(super) fn required<Q: Quantity + DeserializeOwned + serde::Serialize>(
        &mut self,
        path: FieldPath,
        assumption: &Assumption<Q>,
        kind: AssumptionKind,
        variation: Option<f64>,
    ) -> usize {
        if let Some(place) = self.entered(path.clone(), assumption, kind, variation) {
            return place;
        }
        self.problems
            .push(Problem::new(path.child("average"), ProblemKind::Missing));
        0
    }

    fn follow<Q: Quantity + DeserializeOwned + serde::Serialize>(
        &self,
        path: &FieldPath,
    ) -> Option<Assumption<Q>> {
        let value = self.plan.field(path).ok()?;
        serde::Deserialize::deserialize(value).ok()
    }

    fn own<Q: Quantity>(
        &mut self,
        path: FieldPath,
        assumption: &Assumption<Q>,
        kind: AssumptionKind,
        variation: Option<f64>,
    ) -> Option<usize> {
        if let Some(place) = self.places.get(&path) {
            return Some(*place);
        }
        let range = assumption.range()?;
        let (distribution, miss) = distribution(assumption, &range, variation);
        let offset = if kind == AssumptionKind::Growth {
            1.0
        } else {
            0.0
        };
        let entered = range.average.get() + offset;
        let used = distribution.mean();
        if (used - entered).abs() > NOTED_DIFFERENCE * entered.abs() {
            let (entered, used) = (entered - offset, used - offset);
            self.notes.push(Note::AverageDiffers {
                path: path.clone(),
                entered,
                used,
            });
        }
        if miss > 0.01 {
            self.notes.push(Note::RangeHardToFit {
                path: path.clone(),
                miss,
            });
        }
        let place = self.assumptions.len();
        self.assumptions.push(ModelAssumption {
            entity: entity(path.as_str()),
            path: path.clone(),
            kind,
            is_share: Q::KIND == QuantityKind::Fraction,
            quantity: Q::KIND,
            bounds: (Q::LEAST, Q::MOST),
            evidence: Evidence::from(&assumption.source),
            entered,
            distribution,
        });
        self.places.insert(path, place);
        Some(place)
    }
}
