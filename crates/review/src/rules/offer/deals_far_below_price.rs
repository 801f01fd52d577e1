//! # Deals far below the price
//!
//! ## What it catches
//! The average deal of a way of selling is under half the price of the product it sells.
//!
//! ## Why it matters
//! Either discounts eat the price, or price and deal value speak of different things. Both
//! make margin and bookings hard to believe.
//!
//! ## Example
//! The product costs 26,000, the average deal brings 9,000.
//!
//! ## What to do
//! Check what the price is for (a year, a unit, a site), then the average deal; if both are
//! right, talk about discounts.

use plumbline_plan::{FieldPath, Quantity, chapter::process::Motion};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// A deal under this share of the price is far below it.
const FAR_BELOW: f64 = 0.5;

pub(crate) const RULE: Rule = Rule {
    code: "OFF006",
    name: "deals-far-below-price",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    motions
        .filter_map(|motion| of_motion(subject, motion))
        .collect()
}

fn of_motion(subject: &Subject<'_>, motion: &Motion) -> Option<Found> {
    let product = motion.product.as_ref()?;
    let mut products = subject.plan.offer.products.iter();
    let product = products.find(|other| other.id == *product)?;
    let price = product.price.map(Quantity::get)?;
    let value = subject.average(&motion.deal_value)?;
    let path = FieldPath::from("offer/products").child(product.id.as_str());
    (price > 0.0 && value < FAR_BELOW * price).then(|| {
        Found::at(Subject::motion_path(motion).child("deal_value"))
            .and(path.child("price"))
            .with("value", Figure::Money(value))
            .with("price", Figure::Money(price))
            .with("product", Figure::Fields(vec![path]))
    })
}
