//! What a rule looks at, and the small computations several rules share.

mod pipeline;
mod process;
mod team;
pub(crate) mod text;

use chrono::NaiveDate;
use plumbline_plan::{Assumption, Plan, Quantity, assumption::LONGEST_CHAIN, from_document};
use serde::{Serialize, de::DeserializeOwned};

pub(crate) use pipeline::shares;
pub(crate) use team::{non_selling_hours, week};

use crate::{Forecast, History};

/// What a rule looks at.
pub(crate) struct Subject<'a> {
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// The day it is looked at.
    pub(crate) as_of: NaiveDate,
    /// What it implies; nothing while it cannot be computed.
    pub(crate) forecast: Option<&'a Forecast>,
    /// The firm's own record, where there is one.
    pub(crate) history: Option<&'a History>,
}

impl Subject<'_> {
    /// The average of an assumption, its own or that of the one that stands for it.
    pub(crate) fn average<Q>(&self, assumption: &Assumption<Q>) -> Option<f64>
    where
        Q: Quantity + Serialize + DeserializeOwned,
    {
        let mut assumption = assumption.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(other) = &assumption.same_as else {
                return assumption.average.map(Quantity::get);
            };
            assumption = from_document(&self.plan.field(other).ok()?)?;
        }
        None
    }

    /// How many years the period has.
    pub(crate) fn years(&self) -> f64 {
        f64::from(self.plan.targets.period.months.max(1)) / 12.0
    }

    /// The bookings target, plan's currency, when it is more than nothing.
    pub(crate) fn target(&self) -> Option<f64> {
        let target = self.plan.targets.bookings.map(Quantity::get);
        target.filter(|target| *target > 0.0)
    }

    /// Calendar days from the day of the review to the end of the period.
    pub(crate) fn days_left(&self) -> f64 {
        let end = self.plan.targets.period.last().last_day();
        (end - self.as_of).num_days() as f64
    }

    /// Whether target and answer are on the same scale at all; otherwise one of them was
    /// most likely mistyped, and rules that compare them stay silent.
    pub(crate) fn on_one_scale(&self) -> bool {
        /// So many times more or less is no plan any more.
        const FAR: f64 = 20.0;
        let (Some(target), Some(forecast)) = (self.target(), self.forecast) else {
            return true;
        };
        let ratio = target / forecast.bookings.mean;
        (1.0 / FAR..=FAR).contains(&ratio)
    }

    /// Whether the target lies above what nine in ten outcomes stay under.
    pub(crate) fn beyond_reach(&self) -> bool {
        match (self.target(), self.forecast) {
            (Some(target), Some(forecast)) => target > forecast.bookings.p90,
            _ => false,
        }
    }
}
