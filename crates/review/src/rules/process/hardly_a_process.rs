//! # Hardly a process
//!
//! ## What it catches
//! A way of selling has fewer than three stages up to the win.
//!
//! ## Why it matters
//! With one or two stages nobody can see where deals are lost, and so nothing can be
//! improved on purpose.
//!
//! ## Example
//! "Lead" and "Closing".
//!
//! ## What to do
//! Split where the buyer takes a step: from interest to needs, from needs to proposal, from
//! proposal to decision.

use plumbline_plan::chapter::process::Motion;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Fewer stages than this show little.
const FEWEST: usize = 3;

pub(crate) const RULE: Rule = Rule {
    code: "PRC009",
    name: "hardly-a-process",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    let found = |motion: &Motion| {
        let stages = Subject::to_the_win(motion).len();
        let path = Subject::motion_path(motion);
        (1..FEWEST).contains(&stages).then(|| {
            Found::at(path.child("stages"))
                .with("motion", Figure::Fields(vec![path]))
                .counting("stages", stages)
        })
    };
    motions.filter_map(found).collect()
}
