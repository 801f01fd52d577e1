//! The assumptions register: every number of a plan that is not a fact, with its range,
//! where it comes from, and who looks at it again. Ranks nothing: how much a number carries
//! is for the forecast to say.

use chrono::NaiveDate;

use crate::{
    Assumption, FieldPath, Plan, Quantity, QuantityKind, Source,
    validate::{Visitor, assumptions},
};

/// An assumption in the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its path.
    pub path: FieldPath,
    /// What it measures.
    pub kind: QuantityKind,
    /// The least and the most that its kind allows.
    pub bounds: (f64, f64),
    /// The average as entered.
    pub average: f64,
    /// Low and high as they count.
    pub ends: (f64, f64),
    /// The ends as entered.
    pub entered: (Option<f64>, Option<f64>),
    /// Where it comes from.
    pub source: Source,
    /// Free words about it.
    pub note: String,
    /// When it was last checked.
    pub checked_on: Option<NaiveDate>,
    /// Who answers for it.
    pub owner: String,
    /// When it is to be looked at again.
    pub review_on: Option<NaiveDate>,
}

impl Entry {
    /// Whether it was to be looked at again by this day, and has not been checked since.
    #[must_use]
    pub fn is_due(&self, today: NaiveDate) -> bool {
        let since = |day| self.checked_on.is_some_and(|checked| checked >= day);
        self.review_on
            .is_some_and(|day| day <= today && !since(day))
    }
}

/// Every assumption entered, in the order of the chapters. One that another stands for is
/// left out: it does not count.
#[must_use]
pub fn register(plan: &Plan) -> Vec<Entry> {
    struct Collect(Vec<Entry>);
    impl Visitor for Collect {
        fn visit<Q: Quantity>(&mut self, path: FieldPath, assumption: &Assumption<Q>) {
            if assumption.same_as.is_none()
                && let Some(range) = assumption.range()
            {
                self.0.push(Entry {
                    path,
                    kind: Q::KIND,
                    bounds: (Q::LEAST, Q::MOST),
                    average: range.average.get(),
                    ends: (range.low.get(), range.high.get()),
                    entered: (
                        assumption.low.map(Quantity::get),
                        assumption.high.map(Quantity::get),
                    ),
                    source: assumption.source.clone(),
                    note: assumption.note.clone(),
                    checked_on: assumption.checked_on,
                    owner: assumption.owner.clone(),
                    review_on: assumption.review_on,
                });
            }
        }
    }
    let mut found = Collect(Vec::new());
    assumptions(plan, &mut found);
    found.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edit, start};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_blank_plan_has_none_and_the_sample_all_it_entered() {
        assert_eq!(register(&start::blank(day("2026-11-21"))), []);
        let plan = start::sample(day("2026-11-21"));
        let found = register(&plan);
        assert!(found.len() > 60, "{}", found.len());
        for entry in &found {
            let average = plan.field(&entry.path.child("average")).unwrap();
            assert_eq!(average.as_f64(), Some(entry.average), "{}", entry.path);
            assert!(entry.ends.0 <= entry.average && entry.average <= entry.ends.1);
        }
    }

    #[test]
    fn who_answers_for_a_number_and_until_when_is_kept() {
        let mut plan = start::sample(day("2026-11-21"));
        let path = FieldPath::from("team/turnover");
        for edit in [
            Edit::set(path.child("owner"), "Clara"),
            Edit::set(path.child("review_on"), "2027-03-31"),
        ] {
            edit.apply(&mut plan).unwrap();
        }
        let plan = crate::file::read(&crate::file::write(&plan)).unwrap();
        let entry = register(&plan).into_iter().find(|entry| entry.path == path);
        let entry = entry.unwrap();
        assert_eq!(entry.owner, "Clara");
        assert!(entry.is_due(day("2027-03-31")) && !entry.is_due(day("2027-03-30")));
    }

    #[test]
    fn what_another_stands_for_is_left_out() {
        let mut plan = start::sample(day("2026-11-21"));
        let (one, other) = (
            FieldPath::from("process/motions/new-plants/stages/closing/conversion"),
            FieldPath::from("process/motions/further-plants/stages/signature/conversion"),
        );
        Edit::set(one.child("same_as"), other.as_str())
            .apply(&mut plan)
            .unwrap();
        let found = register(&plan);
        assert!(found.iter().all(|entry| entry.path != one));
        assert!(found.iter().any(|entry| entry.path == other));
    }
}
