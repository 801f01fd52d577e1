//! # The profile rules nothing out
//!
//! ## What it catches
//! No attribute of the profile must hold and none rules out. Where few leads are won as
//! well, MKT004 says so instead.
//!
//! ## Why it matters
//! A profile earns its keep by the opportunities it turns away. One that only lists what
//! helps turns nobody away.
//!
//! ## Example
//! Four attributes, all of them "helps".
//!
//! ## What to do
//! Make the one attribute without which you never won a must, and add one that rules out.

use super::{open_profile_few_wins, rules_nothing_out};
use crate::rule::{Check, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "MKT003",
    name: "profile-rules-nothing-out",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let market = &subject.plan.market;
    let open = rules_nothing_out(market) && open_profile_few_wins::fewest_wins(subject).is_none();
    open.then(|| Found::at("market/profile").counting("attributes", market.profile.len()))
}
