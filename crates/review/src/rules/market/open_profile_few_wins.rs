//! # A profile open to all, and few leads won
//!
//! ## What it catches
//! No attribute of the profile must hold or rules out, while fewer than 15 in 100 leads are
//! won in some way of selling.
//!
//! ## Why it matters
//! The words say that anybody may be a customer, the numbers say that hardly anybody is.
//! Most hours go to those who will not buy.
//!
//! ## Example
//! All attributes only help; of 100 leads 8 are won.
//!
//! ## What to do
//! Find what the won ones had in common and make it a must, so that the others are passed on
//! before they cost hours.

use plumbline_plan::FieldPath;

use super::rules_nothing_out;
use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Fewer wins of leads than this are few.
const FEW: f64 = 0.15;

pub(crate) const RULE: Rule = Rule {
    code: "MKT004",
    name: "open-profile-few-wins",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    if !rules_nothing_out(&subject.plan.market) {
        return None;
    }
    let (motion, chance) = fewest_wins(subject)?;
    Some(
        Found::at("market/profile")
            .and(motion)
            .with("won", Figure::Count(chance * 100.0)),
    )
}

/// The way of selling that wins the fewest of its leads, where those are few.
pub(super) fn fewest_wins(subject: &Subject<'_>) -> Option<(FieldPath, f64)> {
    let motions = subject.plan.process.motions.iter();
    let chances = motions.filter_map(|motion| {
        Some((
            Subject::motion_path(motion),
            subject.chance_from(motion, 0)?,
        ))
    });
    let fewest = chances.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (fewest.1 < FEW).then_some(fewest)
}
