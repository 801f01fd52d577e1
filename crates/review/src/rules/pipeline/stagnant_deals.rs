//! # Deals beyond their cut-off
//!
//! ## What it catches
//! Open deals are older in their stage than its cut-off. The forecast counts them as lost.
//!
//! ## Why it matters
//! They look like money and are not, and each still takes a call a month.
//!
//! ## Example
//! A proposal 80 days old in a stage with a cut-off of 60.
//!
//! ## What to do
//! One honest call each: is it still a priority, and what happens next? Without a date, close
//! it as lost and write down why.

use plumbline_plan::{Quantity as _, chapter::pipeline::Deal};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP004",
    name: "stagnant-deals",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let deals = subject.plan.pipeline.deals.iter();
    let stagnant: Vec<&Deal> = deals.filter(|deal| is_stagnant(subject, deal)).collect();
    let value = subject.value_of(stagnant.iter().copied());
    Some(
        super::of_deals(&stagnant)?
            .with("value", Figure::Money(value))
            .fix(Subject::without(stagnant.iter().copied())),
    )
}

fn is_stagnant(subject: &Subject<'_>, deal: &Deal) -> bool {
    let cut_off = || {
        let motion = subject.motion_of(deal)?;
        let place = Subject::stage_place(motion, deal)?;
        Subject::to_the_win(motion).get(place)?.cut_off
    };
    match (subject.days_in_stage(deal), cut_off()) {
        (Some(days), Some(most)) => days > most.get(),
        _ => false,
    }
}
