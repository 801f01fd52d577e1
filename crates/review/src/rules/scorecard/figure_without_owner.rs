//! # A figure nobody answers for
//!
//! ## What it catches
//! A key figure has no owner.
//!
//! ## Why it matters
//! A figure without a name is reported and never explained.
//!
//! ## Example
//! "Needs assessments on site", owner empty.
//!
//! ## What to do
//! Put the name of somebody who can move it.

use super::figures_where;
use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "SCO003",
    name: "figure-without-owner",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    figures_where(subject, |figure| is_blank(&figure.owner))
}
