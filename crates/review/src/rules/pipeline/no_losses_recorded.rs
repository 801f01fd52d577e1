//! # No losses recorded
//!
//! ## What it catches
//! The imported record has deals that were won and none that was lost. Silent without
//! imported deals.
//!
//! ## Why it matters
//! Nobody wins everything. The losses were deleted or never closed, and no win rate can be
//! had from such a record.
//!
//! ## Example
//! 58 won, 0 lost.
//!
//! ## What to do
//! From today on close lost deals as lost, with the reason. Until then judge the conversions
//! with the team.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "PIP016",
    name: "no-losses-recorded",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let closed = subject.history?.closed_won?;
    (closed.of > 0 && closed.events >= closed.of)
        .then(|| Found::at("pipeline/deals").with("won", Figure::Count(closed.events as f64)))
}
