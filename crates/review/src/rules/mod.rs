//! The rules, one file each, by chapter. A file begins with the rule's documentation, from
//! which docs/findings.md is made.

pub(crate) mod check;
pub(crate) mod compensation;
pub(crate) mod foundation;
pub(crate) mod market;
pub(crate) mod offer;
pub(crate) mod pipeline;
pub(crate) mod process;
pub(crate) mod review;
pub(crate) mod rhythm;
pub(crate) mod scorecard;
pub(crate) mod targets;
pub(crate) mod team;
