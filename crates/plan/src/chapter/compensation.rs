//! Chapter 6: what selling pays.

use serde::{Deserialize, Serialize};

use crate::{
    Factor, Fraction, Id, Money,
    reach::{fields, items, leaves},
};

/// Pay plans by role, and why they are so.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Compensation {
    /// What the pay plan is to encourage.
    pub intent: String,
    /// The pay plans.
    pub pay_plans: Vec<PayPlan>,
    /// Where presence in the market matters more than margin for a while, and why.
    pub presence_before_margin: String,
}

/// The pay plan of a role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PayPlan {
    /// Identifier.
    pub id: Id<PayPlan>,
    /// The role it is for.
    #[serde(default)]
    pub role: String,
    /// Base salary a year, plan's currency.
    #[serde(default)]
    pub base: Option<Money>,
    /// Variable pay a year at quota, plan's currency.
    #[serde(default)]
    pub variable: Option<Money>,
    /// Quota a year, plan's currency.
    #[serde(default)]
    pub quota: Option<Money>,
    /// What the commission is paid on.
    #[serde(default)]
    pub paid_on: PaidOn,
    /// Commission as a share of what it is paid on.
    #[serde(default)]
    pub rate: Option<Fraction>,
    /// Higher rates above quota.
    #[serde(default)]
    pub accelerators: Vec<Accelerator>,
    /// Gross margin below which no commission is paid.
    #[serde(default)]
    pub margin_floor: Option<Fraction>,
    /// Gross margin above which a bonus is paid.
    #[serde(default)]
    pub standard_margin: Option<Fraction>,
    /// Share of the margin above standard paid as bonus.
    #[serde(default)]
    pub margin_bonus: Option<Fraction>,
}

/// What commission is paid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaidOn {
    /// Bookings.
    #[default]
    Revenue,
    /// Gross margin of what was booked.
    GrossMargin,
}

/// A higher rate from some point above quota.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accelerator {
    /// Identifier.
    pub id: Id<Accelerator>,
    /// Attainment from which it applies: 1.2 for 120% of quota.
    #[serde(default)]
    pub from_attainment: Option<Factor>,
    /// The rate from there on.
    #[serde(default)]
    pub rate: Option<Fraction>,
}

fields!(Compensation {
    intent,
    pay_plans,
    presence_before_margin
});
fields!(PayPlan {
    id,
    role,
    base,
    variable,
    quota,
    paid_on,
    rate,
    accelerators,
    margin_floor,
    standard_margin,
    margin_bonus
});
fields!(Accelerator {
    id,
    from_attainment,
    rate
});
items!(PayPlan, Accelerator);
leaves!(PaidOn);
