//! Chapter 6: what selling pays.

use serde::{Deserialize, Serialize};

use crate::{
    Factor, Fraction, Id, Money, Quantity,
    reach::{fields, items, leaves},
};

/// Pay plans by role, and why they are so.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

impl PayPlan {
    /// Pay a year at quota, base and variable, plan's currency; nothing while one of them is
    /// not entered.
    #[must_use]
    pub fn pay_at_quota(&self) -> Option<f64> {
        Some(self.base?.get() + self.variable?.get())
    }

    /// The variable part of the pay at quota, 0 to 1; nothing while it is not known.
    #[must_use]
    pub fn variable_share(&self) -> Option<f64> {
        let pay = self.pay_at_quota().filter(|pay| *pay > 0.0)?;
        Some(self.variable?.get() / pay)
    }

    /// The commission that the rate brings at quota in a year, plan's currency, before
    /// accelerators and bonus; on gross margin, at the standard margin. Nothing while one of
    /// the figures is not entered.
    #[must_use]
    pub fn commission_at_quota(&self) -> Option<f64> {
        let paid_on = match self.paid_on {
            PaidOn::Revenue => self.quota?.get(),
            PaidOn::GrossMargin => self.quota?.get() * self.standard_margin?.get(),
        };
        Some(paid_on * self.rate?.get())
    }
}

/// What commission is paid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_at_quota_is_split_and_the_rate_is_checked_against_it() {
        let mut plan = crate::start::sample("2026-11-21".parse().unwrap());
        let pay = &mut plan.compensation.pay_plans[0];
        assert_eq!(pay.pay_at_quota(), Some(80_000.0));
        assert_eq!(pay.variable_share(), Some(26.0 / 80.0));
        let commission = pay.commission_at_quota().unwrap();
        assert!(
            (commission - 300_000.0 * 0.7 * 0.1).abs() < 1e-6,
            "{commission}"
        );
        pay.paid_on = PaidOn::Revenue;
        assert_eq!(pay.commission_at_quota(), Some(30_000.0));
    }

    #[test]
    fn what_is_not_entered_is_not_made_up() {
        let mut plan = crate::start::sample("2026-11-21".parse().unwrap());
        let pay = &mut plan.compensation.pay_plans[0];
        pay.standard_margin = None;
        assert_eq!(pay.commission_at_quota(), None);
        pay.base = None;
        assert_eq!((pay.pay_at_quota(), pay.variable_share()), (None, None));
        (pay.base, pay.variable) = (Some(Money::nearest(0.0)), Some(Money::nearest(0.0)));
        assert_eq!(pay.variable_share(), None);
    }
}
