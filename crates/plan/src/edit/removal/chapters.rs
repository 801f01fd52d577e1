//! Removals in the chapters around the process.

use super::{clear, field, removal};
use crate::{
    Edit, Id, Plan,
    chapter::{
        compensation::PayPlan,
        market::{ProfileAttribute, Segment},
        offer::Product,
        team::Rep,
    },
};

/// Removes a rep. Deals the rep owned lose their owner; what the rep did stays in the
/// team's actuals. Nothing when there is no such rep.
#[must_use]
pub fn remove_rep(plan: &Plan, rep: &Id<Rep>) -> Option<Edit> {
    plan.team.reps.iter().find(|other| other.id == *rep)?;
    let owned = plan.pipeline.deals.iter();
    let done = plan.scorecard.actuals.iter();
    let mending = owned
        .filter(|deal| deal.owner.as_ref() == Some(rep))
        .map(|deal| clear(field("pipeline/deals", deal, "owner")))
        .chain(
            done.filter(|actual| actual.rep.as_ref() == Some(rep))
                .map(|actual| clear(field("scorecard/actuals", actual, "rep"))),
        )
        .collect();
    Some(removal(plan, &"team/reps".into(), rep.as_str(), mending))
}

/// Removes a segment. Value propositions for it speak to all segments from then on, and
/// motions that sold to it name none. Nothing when there is no such segment.
#[must_use]
pub fn remove_segment(plan: &Plan, segment: &Id<Segment>) -> Option<Edit> {
    let mut segments = plan.market.segments.iter();
    segments.find(|other| other.id == *segment)?;
    let propositions = plan.offer.value_propositions.iter();
    let motions = plan.process.motions.iter();
    let mending = propositions
        .filter(|proposition| proposition.segment.as_ref() == Some(segment))
        .map(|proposition| clear(field("offer/value_propositions", proposition, "segment")))
        .chain(
            motions
                .filter(|motion| motion.segment.as_ref() == Some(segment))
                .map(|motion| clear(field("process/motions", motion, "segment"))),
        )
        .collect();
    let list = "market/segments".into();
    Some(removal(plan, &list, segment.as_str(), mending))
}

/// Removes a product. Motions that sold it name none from then on. Nothing when there is no
/// such product.
#[must_use]
pub fn remove_product(plan: &Plan, product: &Id<Product>) -> Option<Edit> {
    let mut products = plan.offer.products.iter();
    products.find(|other| other.id == *product)?;
    let motions = plan.process.motions.iter();
    let mending = motions
        .filter(|motion| motion.product.as_ref() == Some(product))
        .map(|motion| clear(field("process/motions", motion, "product")))
        .collect();
    let list = "offer/products".into();
    Some(removal(plan, &list, product.as_str(), mending))
}

/// Removes an attribute of the customer profile, and with it what was answered about it for
/// each opportunity. Nothing when there is no such attribute.
#[must_use]
pub fn remove_profile_attribute(plan: &Plan, attribute: &Id<ProfileAttribute>) -> Option<Edit> {
    let mut profile = plan.market.profile.iter();
    profile.find(|other| other.id == *attribute)?;
    let mut mending = Vec::new();
    for opportunity in &plan.market.opportunities {
        let answers = field("market/opportunities", opportunity, "answers");
        let about = opportunity.answers.iter();
        mending.extend(
            about
                .filter(|answer| answer.attribute == *attribute)
                .map(|answer| Edit::remove(answers.clone(), answer.id.as_str())),
        );
    }
    let list = "market/profile".into();
    Some(removal(plan, &list, attribute.as_str(), mending))
}

/// Removes a pay plan. Reps it applied to have none from then on. Nothing when there is no
/// such pay plan.
#[must_use]
pub fn remove_pay_plan(plan: &Plan, pay_plan: &Id<PayPlan>) -> Option<Edit> {
    let mut pay_plans = plan.compensation.pay_plans.iter();
    pay_plans.find(|other| other.id == *pay_plan)?;
    let reps = plan.team.reps.iter();
    let mending = reps
        .filter(|rep| rep.pay_plan.as_ref() == Some(pay_plan))
        .map(|rep| clear(field("team/reps", rep, "pay_plan")))
        .collect();
    let list = "compensation/pay_plans".into();
    Some(removal(plan, &list, pay_plan.as_str(), mending))
}
