//! Every assumption a plan states, whatever it measures, for whoever lists them.

use chrono::NaiveDate;

use crate::{
    Assumption, FieldPath, Plan, Quantity, QuantityKind, Source,
    validate::{Visitor, assumptions},
};

/// An assumption that somebody entered, with where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated {
    /// Its field.
    pub path: FieldPath,
    /// What it measures.
    pub kind: QuantityKind,
    /// The average; nothing where another assumption stands for it.
    pub average: Option<f64>,
    /// The 10th and 90th percentile of what the average might be, and whether a person
    /// entered them.
    pub range: Option<(f64, f64, bool)>,
    /// Where the number comes from.
    pub source: Source,
    /// When somebody last looked whether it still holds.
    pub checked_on: Option<NaiveDate>,
    /// The assumption that stands for it.
    pub same_as: Option<FieldPath>,
}

/// The assumptions that somebody entered, in the order of the chapters.
#[must_use]
pub fn stated(plan: &Plan) -> Vec<Stated> {
    struct Listed(Vec<Stated>);
    impl Visitor for Listed {
        fn visit<Q: Quantity>(&mut self, path: FieldPath, assumption: &Assumption<Q>) {
            if assumption.average.is_none() && assumption.same_as.is_none() {
                return;
            }
            let range = assumption.range();
            let own = assumption.same_as.is_none();
            self.0.push(Stated {
                path,
                kind: Q::KIND,
                average: assumption.average.map(Quantity::get).filter(|_| own),
                range: range
                    .map(|range| (range.low.get(), range.high.get(), range.entered))
                    .filter(|_| own),
                source: assumption.source.clone(),
                checked_on: assumption.checked_on,
                same_as: assumption.same_as.clone(),
            });
        }
    }
    let mut listed = Listed(Vec::new());
    assumptions(plan, &mut listed);
    listed.0
}
