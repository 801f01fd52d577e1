//! Assumptions that stand for one another.

use std::collections::BTreeMap;

use super::{
    identity::unknown,
    walk::{Visitor, assumptions},
};
use crate::{
    Assumption, FieldPath, Plan, Problem, ProblemKind, Quantity, QuantityKind,
    assumption::LONGEST_CHAIN,
};

/// Every assumption of a plan, and which stand for which.
#[derive(Default)]
pub(crate) struct Links {
    /// What each assumption measures, and whether its average is entered.
    all: BTreeMap<FieldPath, (QuantityKind, bool)>,
    /// From the one to the one that stands for it.
    next: BTreeMap<FieldPath, FieldPath>,
}

impl Visitor for Links {
    fn visit<Q: Quantity>(&mut self, path: FieldPath, assumption: &Assumption<Q>) {
        if let Some(other) = &assumption.same_as {
            self.next.insert(path.clone(), other.clone());
        }
        self.all
            .insert(path, (Q::KIND, assumption.average.is_some()));
    }
}

impl Links {
    pub(crate) fn of(plan: &Plan) -> Self {
        let mut links = Self::default();
        assumptions(plan, &mut links);
        links
    }

    /// The assumptions for which another one stands: (its path, the other's path).
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&FieldPath, &FieldPath)> {
        self.next.iter()
    }

    /// An assumption may take its value from another of the same kind, never in a circle.
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let kind = |path| self.all.get(path).map(|(kind, _)| *kind);
        for (from, to) in &self.next {
            let path = from.child("same_as");
            if kind(to).is_none() || kind(to) != kind(from) {
                unknown(path, to.as_str(), problems);
            } else if self.end(from).is_none() {
                problems.push(Problem::new(path, ProblemKind::CircularReference));
            }
        }
    }

    /// Adds that the average of an assumption is missing, at the one that stands for it in
    /// the end.
    pub(super) fn require(&self, path: &FieldPath, problems: &mut Vec<Problem>) {
        let Some(end) = self.end(path) else {
            return;
        };
        if let Some((_, false)) = self.all.get(end) {
            let missing = Problem::new(end.child("average"), ProblemKind::Missing);
            if !problems.contains(&missing) {
                problems.push(missing);
            }
        }
    }

    /// The assumption that stands for `start` in the end; nothing in a circle.
    fn end<'a>(&'a self, start: &'a FieldPath) -> Option<&'a FieldPath> {
        let mut here = start;
        for _ in 0..=LONGEST_CHAIN {
            match self.next.get(here) {
                Some(further) => here = further,
                None => return Some(here),
            }
        }
        None
    }
}
