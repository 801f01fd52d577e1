//! The catalogue: every sentence, label and word the product shows, in one place, by the
//! page it stands on. Nothing else in the product holds text for people, so that wording
//! is reviewed, and one day translated, here.
//!
//! Sentences with figures in them are functions of figures already written for the
//! locale; what they mean is decided elsewhere.

pub mod by_score;
pub mod calendar;
pub mod chapters;
pub mod cli;
pub mod compensation;
pub mod copies;
pub mod deals;
pub mod deals_import;
pub mod deals_page;
pub mod examples;
pub mod explained;
pub mod fields;
pub mod figures_file;
pub mod files;
pub mod findings;
pub mod foundation;
pub mod guide;
pub mod labels;
pub mod library;
pub mod market;
pub mod offer;
pub mod pipeline;
pub mod playbook;
pub mod problems;
pub mod process;
pub mod reading;
pub mod reality_check;
pub mod register;
pub mod review;
pub mod rhythm;
pub mod saving;
pub mod scenarios;
pub mod scorecard;
pub mod sharing;
pub mod shell;
pub mod starts;
pub mod targets;
pub mod team;
pub mod verdict;
pub mod what_if;
pub mod workshop;

/// "1 month", "12 months": a count with its noun.
#[must_use]
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {many}")
    }
}
