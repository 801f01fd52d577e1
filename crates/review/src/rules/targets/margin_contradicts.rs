//! # Margin and bookings targets contradict each other
//!
//! ## What it catches
//! The margin target is a larger share of the bookings target than the best product's gross
//! margin.
//!
//! ## Why it matters
//! Even if everything sold were the best product, and without a discount, the margin could
//! not be reached.
//!
//! ## Example
//! 1,100,000 margin of 1,250,000 bookings, best margin 74%.
//!
//! ## What to do
//! Check the products' margins, then one of the two targets.

use plumbline_plan::Quantity;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TGT006",
    name: "margin-contradicts",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let margin = subject.plan.targets.margin.map(Quantity::get)?;
    let bookings = subject.target()?;
    let products = subject.plan.offer.products.iter();
    let margins = products.filter_map(|product| product.gross_margin.map(Quantity::get));
    let best = margins.reduce(f64::max)?;
    (margin > best * bookings).then(|| {
        Found::at("targets/margin")
            .and("targets/bookings")
            .and("offer/products")
            .with("margin", Figure::Money(margin))
            .with("share", Figure::Share(margin / bookings))
            .with("best", Figure::Share(best))
    })
}
