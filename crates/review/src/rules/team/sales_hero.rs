//! # A sales hero
//!
//! ## What it catches
//! In a team of three or more, one rep owns more than half of the open deals' value.
//!
//! ## Why it matters
//! The plan stands and falls with one person's health and mood. The others learn that the
//! hero will make the number.
//!
//! ## Example
//! 60% of the open value belongs to one of five reps.
//!
//! ## What to do
//! Find out what the hero does differently and write it into the process; give the next leads
//! to the others; keep the bench warm.

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::shares,
};

/// More than this share makes a hero.
const MOST: f64 = 0.5;
/// In smaller teams somebody always has half.
const FEWEST_REPS: usize = 3;
/// Fewer deals say little.
const FEWEST_DEALS: usize = 4;

pub(crate) const RULE: Rule = Rule {
    code: "TEA018",
    name: "sales-hero",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let (reps, deals) = (&subject.plan.team.reps, &subject.plan.pipeline.deals);
    if reps.len() < FEWEST_REPS || deals.len() < FEWEST_DEALS {
        return None;
    }
    let by_owner = shares(
        deals
            .iter()
            .map(|deal| (deal.owner.as_ref(), subject.deal_value(deal))),
    );
    let (hero, share) = by_owner
        .first()
        .copied()
        .filter(|(_, share)| *share > MOST)?;
    let rep = reps.iter().find(|rep| rep.id == *hero)?;
    let theirs = deals
        .iter()
        .filter(|deal| deal.owner.as_ref() == Some(hero));
    let path = Subject::rep_path(rep);
    Some(
        Found::at("pipeline/deals")
            .and(path.clone())
            .with("rep", Figure::Fields(vec![path]))
            .with("share", Figure::Share(share))
            .counting("reps", reps.len())
            .risk(Subject::without(theirs)),
    )
}
