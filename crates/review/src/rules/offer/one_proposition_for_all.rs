//! # One value proposition for all
//!
//! ## What it catches
//! There are several segments, and the value propositions are word for word the same, or one
//! stands for all.
//!
//! ## Why it matters
//! Segments were told apart because they want different things. If they all gain the same,
//! they are one segment; if not, the proposition moves none of them.
//!
//! ## Example
//! Single plants and groups of plants are both promised "fewer unplanned stops".
//!
//! ## What to do
//! Ask one customer of each segment why they bought, and write down their words.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::{is_blank, normalized},
};

pub(crate) const RULE: Rule = Rule {
    code: "OFF002",
    name: "one-proposition-for-all",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let segments = subject.plan.market.segments.len();
    let propositions = &subject.plan.offer.value_propositions;
    let mut written = propositions
        .iter()
        .filter(|proposition| !is_blank(&proposition.text));
    let first = written.next()?;
    let mut others = written.peekable();
    let same = match others.peek() {
        None => first.segment.is_none(),
        Some(_) => {
            let text = normalized(&first.text);
            others.all(|other| normalized(&other.text) == text)
        }
    };
    (segments > 1 && same).then(|| {
        Found::at("offer/value_propositions")
            .and("market/segments")
            .counting("segments", segments)
    })
}
