//! # Nothing for reps on the road
//!
//! ## What it catches
//! The plan has reps and names nothing they can use away from the desk.
//!
//! ## Why it matters
//! Notes written in the evening are short and late, and questions that could be answered at
//! the customer's table wait until tomorrow.
//!
//! ## Example
//! Five reps who visit customers, and the field is empty.
//!
//! ## What to do
//! Give access to the customer database on phone or tablet; if nobody travels, write that.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "TEA008",
    name: "nothing-on-the-road",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let team = &subject.plan.team;
    let nothing = !team.reps.is_empty() && is_blank(&team.mobile_access);
    nothing.then(|| Found::at("team/mobile_access").counting("reps", team.reps.len()))
}
