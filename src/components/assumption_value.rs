//! An assumption as a field shows it, and the change that typing into it means. Knows no
//! page.

use plumbline_plan::{
    Assumption, Count, Days, Edit, Factor, FieldPath, Fraction, GrowthRate, Hours, Money, Plan,
    Quantity, QuantityKind, Source, from_document, register::Entry,
};
use serde::{Serialize, de::DeserializeOwned};
use yew::html::IntoPropValue;

use super::number_field::Accepted;

/// An assumption of whatever kind, as a field shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct AssumptionValue {
    /// What it measures.
    pub kind: QuantityKind,
    /// The least and the most that is allowed.
    pub bounds: (f64, f64),
    /// The average.
    pub average: Option<f64>,
    /// Low and high as they count, and whether a person entered them.
    pub range: Option<(f64, f64, bool)>,
    /// The ends as entered.
    pub entered: (Option<f64>, Option<f64>),
    /// Where it comes from.
    pub source: Source,
    /// Free words.
    pub note: String,
    /// When it was last checked.
    pub checked_on: Option<chrono::NaiveDate>,
    /// Who answers for it.
    pub owner: String,
    /// When it is to be looked at again.
    pub review_on: Option<chrono::NaiveDate>,
}

impl AssumptionValue {
    /// The assumption of a plan at a path, which measures this; nothing when there is none.
    #[must_use]
    pub fn in_plan(plan: &Plan, path: &FieldPath, kind: QuantityKind) -> Option<Self> {
        match kind {
            QuantityKind::Fraction => read::<Fraction>(plan, path),
            QuantityKind::Money => read::<Money>(plan, path),
            QuantityKind::Count => read::<Count>(plan, path),
            QuantityKind::Days => read::<Days>(plan, path),
            QuantityKind::Hours => read::<Hours>(plan, path),
            QuantityKind::Factor => read::<Factor>(plan, path),
            QuantityKind::GrowthRate => read::<GrowthRate>(plan, path),
        }
    }

    /// The change that gives it another average, as if that had been typed into its field.
    #[must_use]
    pub fn changed_to(&self, path: &FieldPath, average: f64) -> Edit {
        AtRest::of(self).meaning(path, Accepted::One(average))
    }
}

fn read<Q: Quantity + Serialize + DeserializeOwned>(
    plan: &Plan,
    path: &FieldPath,
) -> Option<AssumptionValue> {
    let value = plan.field(path).ok()?;
    let assumption: Assumption<Q> = from_document(&value)?;
    Some(AssumptionValue::from(&assumption))
}

impl<Q: Quantity> From<&Assumption<Q>> for AssumptionValue {
    fn from(assumption: &Assumption<Q>) -> Self {
        Self {
            kind: Q::KIND,
            bounds: (Q::LEAST, Q::MOST),
            average: assumption.average.map(Quantity::get),
            range: assumption
                .range()
                .map(|range| (range.low.get(), range.high.get(), range.entered)),
            entered: (
                assumption.low.map(Quantity::get),
                assumption.high.map(Quantity::get),
            ),
            source: assumption.source.clone(),
            note: assumption.note.clone(),
            checked_on: assumption.checked_on,
            owner: assumption.owner.clone(),
            review_on: assumption.review_on,
        }
    }
}

impl From<&Entry> for AssumptionValue {
    fn from(entry: &Entry) -> Self {
        Self {
            kind: entry.kind,
            bounds: entry.bounds,
            average: Some(entry.average),
            range: Some((entry.ends.0, entry.ends.1, entry.entered != (None, None))),
            entered: entry.entered,
            source: entry.source.clone(),
            note: entry.note.clone(),
            checked_on: entry.checked_on,
            owner: entry.owner.clone(),
            review_on: entry.review_on,
        }
    }
}

impl<Q: Quantity> IntoPropValue<AssumptionValue> for &Assumption<Q> {
    fn into_prop_value(self) -> AssumptionValue {
        self.into()
    }
}

/// What stood in the field when typing began. What is typed is measured against it, not
/// against the half-typed number before.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct AtRest {
    average: Option<f64>,
    ends: (Option<f64>, Option<f64>),
    source: Source,
}

impl AtRest {
    /// What stands there now.
    pub(super) fn of(value: &AssumptionValue) -> Self {
        Self {
            average: value.average,
            ends: value.entered,
            source: value.source.clone(),
        }
    }

    /// The change that an entry means. One number keeps an entered range while it lies
    /// within it, and counts while it is still the counted number.
    pub(super) fn meaning(&self, path: &FieldPath, accepted: Accepted) -> Edit {
        let (average, ends, source) = match accepted {
            Accepted::Nothing => (None, (None, None), self.source.clone()),
            Accepted::One(value) => {
                let within = self.ends.0.is_none_or(|low| low <= value)
                    && self.ends.1.is_none_or(|high| value <= high);
                let ends = if within { self.ends } else { (None, None) };
                (Some(value), ends, self.source_of(value))
            }
            Accepted::Range(low, usual, high) => {
                (Some(usual), (Some(low), Some(high)), self.source_of(usual))
            }
            Accepted::Counts(part, whole) => {
                let source = Source::OwnHistory {
                    events: Some(part),
                    of: whole,
                };
                (Some(part as f64 / whole as f64), (None, None), source)
            }
        };
        Edit::group(vec![
            Edit::set(path.child("average"), average),
            Edit::set(path.child("low"), ends.0),
            Edit::set(path.child("high"), ends.1),
            Edit::set(path.child("source"), source),
        ])
    }

    fn source_of(&self, value: f64) -> Source {
        match &self.source {
            Source::OwnHistory { .. } if self.average != Some(value) => Source::Guess,
            source => source.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::start::blank;

    use super::*;

    const PATH: &str = "process/motions/main/stages/closing/conversion";

    fn after(at_rest: &AtRest, accepted: Accepted) -> Assumption<Fraction> {
        let mut plan = blank(chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        at_rest
            .meaning(&FieldPath::from(PATH), accepted)
            .apply(&mut plan)
            .unwrap();
        let stages = &plan.process.motions[0].stages;
        stages
            .iter()
            .find(|stage| stage.id.as_str() == "closing")
            .unwrap()
            .conversion
            .clone()
    }

    fn counted() -> AtRest {
        let source = Source::OwnHistory {
            events: Some(4),
            of: 10,
        };
        AtRest {
            average: Some(0.4),
            ends: (None, None),
            source,
        }
    }

    #[test]
    fn a_number_inside_the_entered_range_keeps_it_and_one_outside_does_not() {
        let ends = (Some(0.2), Some(0.4));
        let at_rest = AtRest {
            average: Some(0.3),
            ends,
            source: Source::Team,
        };
        let inside = after(&at_rest, Accepted::One(0.35));
        assert_eq!(inside.low.map(Quantity::get), Some(0.2));
        let outside = after(&at_rest, Accepted::One(0.5));
        assert_eq!((outside.low, outside.high), (None, None));
        assert_eq!(outside.source, Source::Team);
    }

    #[test]
    fn a_number_typed_over_a_counted_one_is_a_guess() {
        assert_eq!(after(&counted(), Accepted::One(0.5)).source, Source::Guess);
        assert_eq!(
            after(&counted(), Accepted::One(0.4)).source,
            counted().source
        );
    }

    #[test]
    fn counts_are_own_history() {
        let guess = AtRest {
            average: None,
            ends: (None, None),
            source: Source::Guess,
        };
        let assumption = after(&guess, Accepted::Counts(148, 262));
        assert_eq!(
            assumption.source,
            Source::OwnHistory {
                events: Some(148),
                of: 262
            }
        );
        assert!((assumption.average.unwrap().get() - 148.0 / 262.0).abs() < 1e-12);
    }
}
