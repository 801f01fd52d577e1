//! # A slump without a plan
//!
//! ## What it catches
//! A rep booked less than half of the quota over two to five months of actuals, and neither a
//! need nor a coaching plan is written.
//!
//! ## Why it matters
//! Slumps end sooner when somebody listens to the calls. Two months may be bad luck; no plan
//! for them is not.
//!
//! ## Example
//! 20,000 of 75,000 booked in three months, coaching plan empty.
//!
//! ## What to do
//! Go through the script of the first call together, listen to two calls, agree on one change.

use plumbline_plan::chapter::team::Rep;

use super::{Record, has_needs};
use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

/// Shorter than this is no slump yet.
const FEWEST_MONTHS: usize = 2;
/// From here on TEA017 speaks.
pub(super) const LONG_MONTHS: usize = 6;

pub(crate) const RULE: Rule = Rule {
    code: "TEA016",
    name: "slump-without-plan",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let reps = subject.plan.team.reps.iter();
    reps.filter_map(|rep| of_rep(subject, rep)).collect()
}

fn of_rep(subject: &Subject<'_>, rep: &Rep) -> Option<Found> {
    let record = Record::of(subject, rep)?;
    let slump = (FEWEST_MONTHS..LONG_MONTHS).contains(&record.months) && record.is_far_below();
    let path = Subject::rep_path(rep);
    (slump && is_blank(&rep.coaching_plan) && !has_needs(rep)).then(|| {
        Found::at(path.child("coaching_plan"))
            .and("scorecard/actuals")
            .with("rep", Figure::Fields(vec![path]))
            .with("booked", Figure::Money(record.booked))
            .with("expected", Figure::Money(record.expected))
            .counting("months", record.months)
    })
}
