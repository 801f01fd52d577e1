//! # More deals than a rep can handle
//!
//! ## What it catches
//! A rep owns more open deals than the most a rep can handle, as the plan says.
//!
//! ## Why it matters
//! Deals beyond the limit are not worked, they are visited. They slow down, and the good ones
//! among them as well.
//!
//! ## Example
//! 25 are the most; one rep owns 38.
//!
//! ## What to do
//! Hand over or close the ones that fit least, before handing out new leads.

use plumbline_plan::{FieldPath, Quantity, chapter::team::Rep};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP008",
    name: "too-many-per-rep",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let team = &subject.plan.team;
    let most = team.most_deals_per_rep.map(Quantity::get)?;
    let deals = &subject.plan.pipeline.deals;
    let owned = |rep: &Rep| {
        let theirs = deals
            .iter()
            .filter(|deal| deal.owner.as_ref() == Some(&rep.id));
        theirs.count()
    };
    let over: Vec<&Rep> = team
        .reps
        .iter()
        .filter(|rep| owned(rep) as f64 > most)
        .collect();
    let largest = over.iter().map(|rep| owned(rep)).max()?;
    let paths: Vec<FieldPath> = over.iter().map(|rep| Subject::rep_path(rep)).collect();
    Some(
        Found::in_fields("pipeline/deals", "reps", paths)?
            .and("team/most_deals_per_rep")
            .counting("largest", largest)
            .with("most", Figure::Count(most)),
    )
}
