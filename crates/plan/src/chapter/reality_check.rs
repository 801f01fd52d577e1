//! Chapter 11: how the verdict is computed. The verdict itself is never saved: it follows
//! from the plan.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Factor, Fraction, Quantity, reach::fields};

/// The settings of the forecast (maths.md section 4), and where it starts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct RealityCheck {
    /// The day the calculation starts from; nothing for today. A day before the period
    /// counts as the period's first.
    pub as_of: Option<NaiveDate>,
    /// How far the whole market may differ from what was assumed: the standard deviation of
    /// its logarithm; nothing for [`RealityCheck::DEFAULT_MARKET_SPREAD`].
    pub market_spread: Option<Factor>,
    /// How uneven leads arrive from month to month: standard deviation as a ratio to the
    /// average; nothing for [`RealityCheck::DEFAULT_LEAD_VARIATION`].
    pub lead_variation: Option<Factor>,
    /// How much judgements of one kind err together; nothing for
    /// [`RealityCheck::DEFAULT_CORRELATION`].
    pub correlation: Option<Fraction>,
}

fields!(RealityCheck {
    as_of,
    market_spread,
    lead_variation,
    correlation
});

impl RealityCheck {
    /// Spread of the market factor when nobody said.
    pub const DEFAULT_MARKET_SPREAD: f64 = 0.10;
    /// Unevenness of leads when nobody said.
    pub const DEFAULT_LEAD_VARIATION: f64 = 0.2;
    /// Correlation of judgements of one kind when nobody said.
    pub const DEFAULT_CORRELATION: f64 = 0.5;

    /// Spread of the market factor.
    #[must_use]
    pub fn market_spread(&self) -> f64 {
        self.market_spread
            .map_or(Self::DEFAULT_MARKET_SPREAD, Quantity::get)
    }

    /// Unevenness of leads from month to month.
    #[must_use]
    pub fn lead_variation(&self) -> f64 {
        self.lead_variation
            .map_or(Self::DEFAULT_LEAD_VARIATION, Quantity::get)
    }

    /// Correlation of judgements of one kind.
    #[must_use]
    pub fn correlation(&self) -> f64 {
        self.correlation
            .map_or(Self::DEFAULT_CORRELATION, Quantity::get)
    }
}
