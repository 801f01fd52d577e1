//! # One segment carries the pipeline
//!
//! ## What it catches
//! The plan has several segments, and more than 85% of the value of eight open deals or more
//! lies in one of them.
//!
//! ## Why it matters
//! The plan speaks of several markets and sells to one. When that one slows down, everything
//! does.
//!
//! ## Example
//! Two segments, 95% of the value in the first.
//!
//! ## What to do
//! Give the second segment leads and an owner, or drop it from the plan.

use plumbline_plan::FieldPath;

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::shares,
};

/// More than this share in one segment is too much.
const MOST: f64 = 0.85;
/// Fewer deals may lie together by chance.
const FEWEST: usize = 8;

pub(crate) const RULE: Rule = Rule {
    code: "PIP003",
    name: "one-segment",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let (segments, deals) = (&subject.plan.market.segments, &subject.plan.pipeline.deals);
    if segments.len() < 2 || deals.len() < FEWEST {
        return None;
    }
    let by_segment = shares(deals.iter().map(|deal| {
        let motion = subject.motion_of(deal);
        let segment = motion.and_then(|motion| motion.segment.as_ref());
        (segment, subject.deal_value(deal))
    }));
    let (segment, share) = by_segment.first().copied()?;
    let path = FieldPath::from("market/segments").child(segment.as_str());
    (share > MOST).then(|| {
        Found::at("pipeline/deals")
            .and("market/segments")
            .with("segment", Figure::Fields(vec![path]))
            .with("share", Figure::Share(share))
            .counting("segments", segments.len())
    })
}
