//! # One rate for every sale
//!
//! ## What it catches
//! There are several products, a pay plan pays one rate on revenue with neither a margin
//! floor nor a bonus for margin, and the plan does not say that presence comes before
//! margin. Where the margins are known to differ, PAY002 says so instead.
//!
//! ## Why it matters
//! Nothing in the pay tells a good sale from a poor one, so nobody learns which products and
//! customers are worth having.
//!
//! ## Example
//! 10% of the price, whatever it was sold for and to whom.
//!
//! ## What to do
//! Set the margin below which nothing is paid, and a bonus above the standard; and find out
//! what your largest customers leave over.

use plumbline_plan::{Quantity as _, chapter::compensation::PaidOn};

use super::revenue_paid_uneven_margins;
use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "PAY004",
    name: "one-rate-for-all",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let products = subject.plan.offer.products.len();
    let presence = !is_blank(&subject.plan.compensation.presence_before_margin);
    super::each(subject, |pay, path| {
        let rate = pay.rate.filter(|rate| rate.get() > 0.0)?;
        let blind = pay.paid_on == PaidOn::Revenue
            && pay.margin_floor.is_none()
            && pay.margin_bonus.is_none();
        let applies = products > 1
            && blind
            && !presence
            && !revenue_paid_uneven_margins::applies(subject, pay);
        applies.then(|| {
            Found::at(path.child("margin_floor"))
                .and(path.child("margin_bonus"))
                .with("pay_plan", Figure::Fields(vec![path]))
                .with("rate", Figure::Share(rate.get()))
                .counting("products", products)
        })
    })
}
