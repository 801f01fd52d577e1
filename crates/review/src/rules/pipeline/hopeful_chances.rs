//! # Chances with hope in them
//!
//! ## What it catches
//! Reps' own chances, for five deals or more, come to over 1.3 times the value that the
//! process would win of the same deals.
//!
//! ## Why it matters
//! Each rep knows a reason why this deal is different. Together the list is not.
//!
//! ## Example
//! By their owners 400,000 of the list will be won, by the process 250,000.
//!
//! ## What to do
//! Ask for the milestone, not for the feeling: which one has the buyer made true? Where there
//! is none, let the process speak.

use plumbline_plan::{Edit, Quantity, chapter::pipeline::Deal};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this times the process is hope.
const MOST: f64 = 1.3;
/// Fewer deals may well be better than most.
const FEWEST: usize = 5;

pub(crate) const RULE: Rule = Rule {
    code: "PIP012",
    name: "hopeful-chances",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let deals = subject.plan.pipeline.deals.iter();
    let (mut hoped, mut expected) = (0.0, 0.0);
    let mut judged: Vec<&Deal> = Vec::new();
    for deal in deals {
        let (Some(own), Some(process)) = (deal.win_chance, of_process(subject, deal)) else {
            continue;
        };
        let value = subject.deal_value(deal);
        hoped += own.get() * value;
        expected += process * value;
        judged.push(deal);
    }
    if judged.len() < FEWEST || hoped <= MOST * expected {
        return None;
    }
    let cleared = judged.iter().map(|deal| {
        Edit::set(
            Subject::deal_path(deal).child("win_chance"),
            Option::<f64>::None,
        )
    });
    Some(
        super::of_deals(&judged)?
            .with("hoped", Figure::Money(hoped))
            .with("expected", Figure::Money(expected))
            .what_if(Edit::group(cleared.collect())),
    )
}

fn of_process(subject: &Subject<'_>, deal: &Deal) -> Option<f64> {
    let motion = subject.motion_of(deal)?;
    subject.chance_from(motion, Subject::stage_place(motion, deal)?)
}
