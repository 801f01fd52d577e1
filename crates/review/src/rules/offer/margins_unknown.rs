//! # Margins nobody knows
//!
//! ## What it catches
//! The plan has a margin target, or pays commission on margin, and a product has no gross
//! margin.
//!
//! ## Why it matters
//! Nobody can sell for margin that nobody knows, and which customers pay for themselves stays
//! a guess.
//!
//! ## Example
//! A margin target of 850,000, two products, one of them without a margin.
//!
//! ## What to do
//! Enter the gross margin of each product; a fair estimate is better than nothing.

use plumbline_plan::{FieldPath, chapter::compensation::PaidOn};

use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "OFF007",
    name: "margins-unknown",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let plan = subject.plan;
    let mut pay_plans = plan.compensation.pay_plans.iter();
    let paid_on_margin = pay_plans.any(|pay| pay.paid_on == PaidOn::GrossMargin);
    if plan.targets.margin.is_none() && !paid_on_margin {
        return None;
    }
    let list = FieldPath::from("offer/products");
    let products = plan.offer.products.iter();
    let unknown = products
        .filter(|product| product.gross_margin.is_none())
        .map(|product| list.child(product.id.as_str()));
    Found::in_fields(&list, "products", unknown.collect())
}
