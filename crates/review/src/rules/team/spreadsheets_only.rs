//! # Spreadsheets in place of a customer database
//!
//! ## What it catches
//! The customer database is a spreadsheet, a notebook or the mailbox, and nothing else.
//!
//! ## Why it matters
//! A list per rep cannot be shared, counts nothing by itself and is a day old. What it saves
//! in fees it costs in hours.
//!
//! ## Example
//! "Excel list per rep".
//!
//! ## What to do
//! Choose a shared database and move the open deals first; the past can follow.

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::words,
};

/// What people call a list that is no database.
const LISTS: [&str; 9] = [
    "excel",
    "spreadsheet",
    "spreadsheets",
    "sheets",
    "xlsx",
    "paper",
    "notebook",
    "mailbox",
    "outlook",
];
/// What people call a database.
const DATABASES: [&str; 10] = [
    "crm",
    "database",
    "salesforce",
    "hubspot",
    "pipedrive",
    "dynamics",
    "zoho",
    "close",
    "sugarcrm",
    "freshsales",
];

pub(crate) const RULE: Rule = Rule {
    code: "TEA007",
    name: "spreadsheets-only",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let text = &subject.plan.team.customer_database;
    let names = |list: &[&str]| words(text).any(|word| list.contains(&word.as_str()));
    (names(&LISTS) && !names(&DATABASES)).then(|| {
        Found::at("team/customer_database").with("used", Figure::Text(text.trim().to_owned()))
    })
}
