//! # Commission above what the margin bears
//!
//! ## What it catches
//! The highest rate of a pay plan takes more than half of the gross margin: of the thinnest
//! product where it is paid on revenue.
//!
//! ## Why it matters
//! What is left has to pay for everything else. Above quota, where the highest rate applies,
//! the firm may pay to sell.
//!
//! ## Example
//! An accelerator of 25% of revenue on a product with 35% margin.
//!
//! ## What to do
//! Pay on margin, cap the rate on thin products, or set a margin floor.

use plumbline_plan::{
    Quantity,
    chapter::compensation::{PaidOn, PayPlan},
};

use super::margins;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share of the margin is too much.
const MOST: f64 = 0.5;

pub(crate) const RULE: Rule = Rule {
    code: "PAY003",
    name: "commission-eats-margin",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    super::each(subject, |pay, path| {
        let rate = highest_rate(pay)?;
        let share = match pay.paid_on {
            PaidOn::GrossMargin => rate,
            PaidOn::Revenue => {
                let margin = margins(subject)?.0;
                if margin > 0.0 {
                    rate / margin
                } else {
                    f64::INFINITY
                }
            }
        };
        (rate > 0.0 && share > MOST).then(|| {
            Found::at(path.child("rate"))
                .and(path.child("accelerators"))
                .with("pay_plan", Figure::Fields(vec![path]))
                .with("rate", Figure::Share(rate))
                .with("share", Figure::Share(share.min(10.0)))
        })
    })
}

fn highest_rate(pay: &PayPlan) -> Option<f64> {
    let accelerated = pay.accelerators.iter().filter_map(|step| step.rate);
    let rates = pay.rate.into_iter().chain(accelerated);
    rates.map(Quantity::get).reduce(f64::max)
}
