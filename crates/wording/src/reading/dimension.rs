//! Units of time that are typed behind a number.

use super::Kind;

/// Days in a month of average length: 365.25 / 12.
pub(crate) const DAYS_A_MONTH: f64 = 30.4375;
/// Minutes in an hour.
pub(crate) const MINUTES_AN_HOUR: f64 = 60.0;

const DAYS_A_WEEK: f64 = 7.0;
const WORKING_DAYS_A_WEEK: f64 = 5.0;

/// A unit of time, shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TimeUnit {
    Minute,
    Hour,
    Day,
    WorkingDay,
    Week,
    Month,
    Quarter,
    Year,
}

impl TimeUnit {
    /// The unit of a bare number, in kinds that measure time.
    pub(super) fn bare(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Days => Some(Self::Day),
            Kind::Hours => Some(Self::Hour),
            _ => None,
        }
    }

    /// So many of this unit in the unit of the kind; nothing where the kind does not take
    /// it, as it would need working hours a day.
    pub(super) fn convert(self, amount: f64, kind: Kind) -> Option<f64> {
        match (kind, self) {
            (Kind::Hours, Self::Minute) => Some(amount / MINUTES_AN_HOUR),
            (Kind::Hours, Self::Hour) | (Kind::Days, Self::Day) => Some(amount),
            (Kind::Days, Self::WorkingDay) => Some(amount * DAYS_A_WEEK / WORKING_DAYS_A_WEEK),
            (Kind::Days, Self::Week) => Some(amount * DAYS_A_WEEK),
            (Kind::Days, Self::Month) => Some(amount * DAYS_A_MONTH),
            (Kind::Days, Self::Quarter) => Some(amount * DAYS_A_MONTH * 3.0),
            (Kind::Days, Self::Year) => Some(amount * DAYS_A_MONTH * 12.0),
            _ => None,
        }
    }
}
