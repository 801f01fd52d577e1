//! # A target that is safe already
//!
//! ## What it catches
//! Even the bookings that nine in ten outcomes exceed (P10) reach the target.
//!
//! ## Why it matters
//! It is either good news worth telling, or a target set low to be sure of it. A target that
//! asks for nothing changes nothing.
//!
//! ## Example
//! Nine in ten outcomes bring more than 1,300,000; the target is 1,000,000.
//!
//! ## What to do
//! Check leads and conversions for hope. If they hold, ask what the firm could do with more.

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "TGT009",
    name: "already-safe",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let forecast = subject.forecast?;
    let target = subject.target()?;
    (forecast.bookings.p10 >= target && subject.on_one_scale()).then(|| {
        Found::at("targets/bookings")
            .with("target", Figure::Money(target))
            .with("low", Figure::Money(forecast.bookings.p10))
            .with("chance", Figure::Chance(forecast.probability))
    })
}
