//! # Repeat business the plan does not bring
//!
//! ## What it catches
//! With one way of selling, the part of the target expected from existing customers is more
//! than one and a half times what repeat business and referrals bring in the plan.
//!
//! ## Why it matters
//! The target counts on old customers, the process does nothing for them.
//!
//! ## Example
//! 400,000 expected from existing customers, 125,000 in the plan.
//!
//! ## What to do
//! Enter what customers buy again after a win, or a way of selling to them of its own, with
//! an owner.

use plumbline_plan::Quantity;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this times what the plan brings is not backed by it.
const MOST: f64 = 1.5;

pub(crate) const RULE: Rule = Rule {
    code: "TGT007",
    name: "repeat-not-backed",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let expected = subject.plan.targets.repeat_bookings.map(Quantity::get)?;
    let brought = subject.forecast?.by_origin.repeat_and_referral;
    let [motion] = subject.plan.process.motions.as_slice() else {
        return None;
    };
    (expected > 0.0 && expected > MOST * brought).then(|| {
        Found::at("targets/repeat_bookings")
            .and(Subject::motion_path(motion).child("repeat"))
            .with("expected", Figure::Money(expected))
            .with("brought", Figure::Money(brought))
    })
}
