//! # Hours for deals that do not fit
//!
//! ## What it catches
//! Of five scored deals or more, those that fit the profile less than 60% hold over a third of
//! the value.
//!
//! ## Why it matters
//! Priorities show in what is worked on. Deals outside the profile are won less often and
//! stay for less long.
//!
//! ## Example
//! Half of the open value scored under 60%.
//!
//! ## What to do
//! Pass on the lowest ones, or change the profile if they are what you really win.

use plumbline_plan::{
    Quantity as _,
    chapter::{market::Score, pipeline::Deal},
};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share outside the profile is too much.
const MOST: f64 = 1.0 / 3.0;
/// Fewer scores say little.
const FEWEST: usize = 5;

pub(crate) const RULE: Rule = Rule {
    code: "PIP014",
    name: "poor-fit-first",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let deals = subject.plan.pipeline.deals.iter();
    let scored: Vec<&Deal> = deals.filter(|deal| deal.score.is_some()).collect();
    let fits = |deal: &Deal| {
        deal.score
            .is_some_and(|score| score.get() >= Score::PURSUE_FROM)
    };
    let poor: Vec<&Deal> = scored.iter().copied().filter(|deal| !fits(deal)).collect();
    let all = subject.value_of(scored.iter().copied());
    let value = subject.value_of(poor.iter().copied());
    if scored.len() < FEWEST || value <= MOST * all {
        return None;
    }
    Some(
        super::of_deals(&poor)?
            .with("value", Figure::Money(value))
            .with("share", Figure::Share(value / all)),
    )
}
