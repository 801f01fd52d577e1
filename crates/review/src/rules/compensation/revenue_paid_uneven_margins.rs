//! # Paid on revenue where margins differ
//!
//! ## What it catches
//! Commission is paid on revenue, while the products' gross margins differ by 20 points or
//! more, and the plan does not say that market presence comes before margin.
//!
//! ## Why it matters
//! The rep earns the same on the product that feeds the firm and on the one that does not,
//! and sells the one that is easier.
//!
//! ## Example
//! Margins of 74% and 35%, 10% commission on the price of either.
//!
//! ## What to do
//! Pay on gross margin, or a lower rate on the thin product; or write where presence matters
//! more for a while, and until when.

use plumbline_plan::{
    Quantity as _,
    chapter::compensation::{PaidOn, PayPlan},
};

use super::margins;
use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

/// Margins that differ by less are even enough.
const UNEVEN: f64 = 0.2;

pub(crate) const RULE: Rule = Rule {
    code: "PAY002",
    name: "revenue-paid-uneven-margins",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    super::each(subject, |pay, path| {
        let (low, high) = margins(subject)?;
        applies(subject, pay).then(|| {
            Found::at(path.child("paid_on"))
                .and("offer/products")
                .with("pay_plan", Figure::Fields(vec![path]))
                .with("low", Figure::Share(low))
                .with("high", Figure::Share(high))
        })
    })
}

/// Whether a pay plan pays on revenue although margins differ.
pub(super) fn applies(subject: &Subject<'_>, pay: &PayPlan) -> bool {
    let pays = pay.rate.is_some_and(|rate| rate.get() > 0.0);
    let uneven = margins(subject).is_some_and(|(low, high)| high - low >= UNEVEN);
    let presence = !is_blank(&subject.plan.compensation.presence_before_margin);
    pay.paid_on == PaidOn::Revenue && pays && uneven && !presence
}
