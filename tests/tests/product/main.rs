//! What the product promises to a person who uses it, kept in a real browser against the
//! files that are published, under their real security policy.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking, and says aloud what it had to do without"
)]

mod accessibility;
mod bad_files;
mod chapters;
mod crm_record;
mod deals;
mod deals_bad;
mod deals_currencies;
mod deals_large;
mod display;
mod files;
mod findings;
mod firefox;
mod hostile;
mod kills;
mod library;
mod looks;
mod main_job;
mod offline;
mod playbook;
mod privacy;
mod reality_check;
mod recovery;
mod saving;
mod scenarios;
mod sharing;
mod simulation;
mod spreadsheets;
mod starts;
mod storage;
mod tabs;
mod typing;
mod versions;
mod what_if;
mod words;
mod workshop;
