//! An assumption as a distribution (maths.md section 1).

use plumbline_plan::{Assumption, FieldPath, Quantity, QuantityKind, Range, Source};
use serde::{Deserialize, Serialize};

use crate::distribution::{Beta, Distribution, Lognormal};

/// An assumption of the plan, as the maths sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelAssumption {
    /// The field it is entered in: its identity.
    pub path: FieldPath,
    /// The address of its draws.
    pub entity: u64,
    /// What it is about: judgements of one kind err together.
    pub kind: AssumptionKind,
    /// Whether it is a share, 0 to 1.
    pub is_share: bool,
    /// What its number measures: how it is read and written.
    pub quantity: QuantityKind,
    /// The least and the most that can be entered.
    pub bounds: (f64, f64),
    /// Where it comes from.
    pub evidence: Evidence,
    /// The average as entered; for growth, one plus it.
    pub entered: f64,
    /// What the average might be; for growth, one plus it.
    pub distribution: Distribution,
}

impl ModelAssumption {
    /// Whether it errs together with others of its kind; own history does not.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.evidence != Evidence::OwnHistory
    }

    /// What turns an elasticity in the value used into one in the number entered: growth is
    /// entered as a rate and used as one plus it.
    pub(crate) fn entered_share(&self) -> f64 {
        if self.kind == AssumptionKind::Growth && self.entered != 0.0 {
            (self.entered - 1.0) / self.entered
        } else {
            1.0
        }
    }
}

/// What an assumption is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssumptionKind {
    /// Leads a month, or the activity that brings them.
    Leads,
    /// Shares that go on: stages, contacts, leads from contacts.
    Conversion,
    /// Time in a stage.
    Time,
    /// Value of deals.
    Value,
    /// Growth of leads.
    Growth,
    /// Repeat business and referrals.
    Repeat,
    /// Hours of work.
    Hours,
}

impl AssumptionKind {
    /// How many kinds there are.
    pub const COUNT: usize = Self::ALL.len();

    /// All kinds, in the order of every array by kind.
    pub const ALL: [Self; 7] = [
        Self::Leads,
        Self::Conversion,
        Self::Time,
        Self::Value,
        Self::Growth,
        Self::Repeat,
        Self::Hours,
    ];
}

/// Where a number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// One person's guess.
    Guess,
    /// The team's judgement.
    Team,
    /// The firm's own record.
    OwnHistory,
    /// A published figure.
    Published,
}

impl From<&Source> for Evidence {
    fn from(source: &Source) -> Self {
        match source {
            Source::Guess => Self::Guess,
            Source::Team => Self::Team,
            Source::OwnHistory { .. } => Self::OwnHistory,
            Source::Published { .. } => Self::Published,
        }
    }
}

/// What an assumption's average might be, and how far the fit misses low and high, as a
/// probability (zero but for shares).
///
/// `variation` is how much single observations differ, as a ratio to the average, where
/// it is known: with own history of n observations and no range entered, the average is
/// then known within it over the square root of n.
pub(super) fn distribution<Q: Quantity>(
    assumption: &Assumption<Q>,
    range: &Range<Q>,
    variation: Option<f64>,
) -> (Distribution, f64) {
    let average = range.average.get();
    let (low, high) = (range.low.get(), range.high.get());
    if let Source::OwnHistory { events, of } = &assumption.source
        && !range.entered
        && let Some(distribution) = from_history(Q::KIND, average, *events, *of, variation)
    {
        return (distribution, 0.0);
    }
    match Q::KIND {
        QuantityKind::Fraction if average <= 0.0 || average >= 1.0 || low >= high => {
            (Distribution::Constant(average), 0.0)
        }
        QuantityKind::Fraction => {
            let fit = Beta::through(low, high);
            (Distribution::Beta(fit.beta), fit.miss)
        }
        QuantityKind::GrowthRate => (positive(1.0 + average, 1.0 + low, 1.0 + high), 0.0),
        _ => (positive(average, low, high), 0.0),
    }
}

fn from_history(
    kind: QuantityKind,
    average: f64,
    events: Option<u64>,
    of: u64,
    variation: Option<f64>,
) -> Option<Distribution> {
    let of = of as f64;
    if of <= 0.0 {
        return None;
    }
    if kind == QuantityKind::Fraction {
        let events = events.map_or(average * of, |events| events as f64);
        return Some(Distribution::Beta(Beta::from_counts(events, of)));
    }
    if kind == QuantityKind::GrowthRate {
        return None;
    }
    Lognormal::with_moments(average, average * variation? / of.sqrt()).map(Distribution::Lognormal)
}

/// The lognormal through low and high; a constant at zero, below it, or without a range.
fn positive(average: f64, low: f64, high: f64) -> Distribution {
    if average <= 0.0 || low >= high {
        return Distribution::Constant(average);
    }
    // A low of nothing at all has no logarithm: a hundredth of the average stands in.
    let low = low.max(0.01 * average);
    Lognormal::through(low, high).map_or(Distribution::Constant(average), Distribution::Lognormal)
}

#[cfg(test)]
mod tests {
    use plumbline_plan::{Count, Days, Fraction, GrowthRate, Money};

    use super::*;

    fn of<Q: Quantity>(assumption: &Assumption<Q>, variation: Option<f64>) -> Distribution {
        distribution(assumption, &assumption.range().unwrap(), variation).0
    }

    fn history<Q: Quantity>(average: f64, events: Option<u64>, of: u64) -> Assumption<Q> {
        let mut assumption = Assumption::guess(Q::new(average).unwrap());
        assumption.source = Source::OwnHistory { events, of };
        assumption
    }

    #[test]
    fn counts_beat_the_default_range() {
        let wanted = Distribution::Beta(Beta { a: 12.5, b: 28.5 });
        assert_eq!(of(&history::<Fraction>(0.3, Some(12), 40), None), wanted);
        assert_eq!(of(&history::<Fraction>(0.3, None, 40), None), wanted);
    }

    #[test]
    fn an_average_over_many_deals_is_known_well() {
        let value = of(&history::<Money>(2360.0, None, 400), Some(0.6));
        assert!((value.mean() - 2360.0).abs() < 1e-6);
        assert!((value.standard_deviation() - 2360.0 * 0.6 / 20.0).abs() < 1e-6);
    }

    #[test]
    fn zero_one_and_no_range_are_constants() {
        assert_eq!(
            of(&Assumption::guess(Fraction::new(1.0).unwrap()), None),
            Distribution::Constant(1.0)
        );
        assert_eq!(
            of(&Assumption::guess(Count::new(0.0).unwrap()), None),
            Distribution::Constant(0.0)
        );
        assert_eq!(
            of(&Assumption::guess(GrowthRate::new(0.0).unwrap()), None),
            Distribution::Constant(1.0)
        );
        let days = |value| Days::new(value).unwrap();
        assert_eq!(
            of(&Assumption::judged(days(9.0), days(9.0), days(9.0)), None),
            Distribution::Constant(9.0)
        );
    }

    #[test]
    fn a_low_of_nothing_still_has_a_distribution() {
        let days = |value| Days::new(value).unwrap();
        let fit = of(&Assumption::judged(days(0.0), days(9.0), days(20.0)), None);
        assert!(fit.mean().is_finite() && fit.mean() > 0.0);
    }
}
