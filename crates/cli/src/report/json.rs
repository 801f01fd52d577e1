//! The answer as JSON for programs. Its shape is a promise, described in
//! docs/command-line.md: fields are added, never renamed or dropped, without a new
//! `format_version`.

use chrono::NaiveDate;
use plumbline_forecast::{Outcome, Verdict};
use plumbline_plan::{Currency, file::NEWEST_VERSION, unit::Period};
use serde::Serialize;

use super::{
    complaints::{self, Complaint},
    findings::{self, Worded},
};
use crate::check::{Checked, PROGRAM_VERSION, Refusal};

/// What every answer says of itself.
const FORMAT: &str = "plumbline-check";

/// The version of its shape.
const FORMAT_VERSION: u32 = 1;

/// A whole answer. Verdict and complaints are both always there, one of them empty.
#[derive(Serialize)]
struct Answer<'a> {
    format: &'static str,
    format_version: u32,
    program_version: &'static str,
    plan_format_version: u64,
    problems: Vec<Complaint>,
    findings: Vec<Worded<'a>>,
    #[serde(flatten)]
    found: Option<Found<'a>>,
}

/// What was found out about a plan.
#[derive(Serialize)]
struct Found<'a> {
    plan: About<'a>,
    as_of: NaiveDate,
    /// As text: not every reader of JSON keeps 64-bit whole numbers.
    outcome_hash: String,
    outcome: &'a Outcome,
    verdict: &'a Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    from_deals: Option<super::deals_json::Taken>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deals_in_file: Option<super::deals_json::InFile>,
}

/// Which plan it was.
#[derive(Serialize)]
struct About<'a> {
    title: &'a str,
    currency: Currency,
    period: Period,
}

/// A verdict with everything behind it.
pub(crate) fn verdict(checked: &Checked) -> String {
    let plan = &checked.plan;
    written(&Answer {
        found: Some(Found {
            plan: About {
                title: &plan.about.title,
                currency: plan.about.currency,
                period: plan.targets.period,
            },
            as_of: checked.as_of,
            outcome_hash: checked.outcome_hash(),
            outcome: &checked.outcome,
            verdict: &checked.verdict,
            from_deals: checked.from_deals.as_ref().map(super::deals_json::taken),
            deals_in_file: checked.in_file.as_ref().map(super::deals_json::in_file),
        }),
        findings: findings::worded(plan, &checked.findings),
        ..Answer::without_verdict(Vec::new())
    })
}

/// Why there is none.
pub(crate) fn refusal(refusal: &Refusal) -> String {
    let mut answer = Answer::without_verdict(complaints::of(refusal));
    if let Refusal::Plan { plan, findings, .. } = refusal {
        answer.findings = findings::worded(plan, findings);
    }
    written(&answer)
}

impl Answer<'_> {
    fn without_verdict(problems: Vec<Complaint>) -> Self {
        Self {
            format: FORMAT,
            format_version: FORMAT_VERSION,
            program_version: PROGRAM_VERSION,
            plan_format_version: NEWEST_VERSION,
            problems,
            findings: Vec::new(),
            found: None,
        }
    }
}

fn written(answer: &Answer<'_>) -> String {
    // Numbers, texts and lists under text keys: JSON can hold it all.
    serde_json::to_string_pretty(answer).unwrap_or_default() + "\n"
}
