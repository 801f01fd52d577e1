//! Rules on chapter 6, Compensation.

pub(crate) mod commission_eats_margin;
pub(crate) mod extreme_variable_share;
pub(crate) mod one_rate_for_all;
pub(crate) mod pay_in_place_of_managing;
pub(crate) mod rate_and_variable_disagree;
pub(crate) mod rep_without_pay_plan;
pub(crate) mod revenue_paid_uneven_margins;

use plumbline_plan::{FieldPath, Quantity, chapter::compensation::PayPlan};

use crate::rule::{Found, Subject};

/// Applies something to every pay plan and its field.
fn each(subject: &Subject<'_>, found: impl Fn(&PayPlan, FieldPath) -> Option<Found>) -> Vec<Found> {
    let list = FieldPath::from("compensation/pay_plans");
    let pay_plans = subject.plan.compensation.pay_plans.iter();
    pay_plans
        .filter_map(|pay| found(pay, list.child(pay.id.as_str())))
        .collect()
}

/// The lowest and the highest gross margin among the products; nothing while none is known.
fn margins(subject: &Subject<'_>) -> Option<(f64, f64)> {
    let products = subject.plan.offer.products.iter();
    let margins = products.filter_map(|product| product.gross_margin.map(Quantity::get));
    margins
        .map(|margin| (margin, margin))
        .reduce(|(low, high), (margin, _)| (low.min(margin), high.max(margin)))
}
