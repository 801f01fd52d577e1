//! What is true of a file of deals, as JSON for programs. Its shape is a promise, described
//! in docs/command-line.md.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use plumbline_deals::{
    Arrivals, BackTest, By, Curves, Group, KeptFault, Metrics, Pipeline, Refusal, StageHistory,
    calibrate::Topic,
    import::{ColumnUse, Report},
};
use plumbline_wording::texts::deals_import;
use serde::Serialize;

use super::{complaints::Complaint, deals_refusal};
use crate::{
    check::{DealsInFile, PROGRAM_VERSION},
    deals::{DealsRefusal, FromDeals, Learnt},
};

const FORMAT: &str = "plumbline-deals";
const FORMAT_VERSION: u32 = 1;

/// A whole answer.
#[derive(Serialize)]
struct Answer<'a> {
    format: &'static str,
    format_version: u32,
    program_version: &'static str,
    problems: Vec<Complaint>,
    #[serde(flatten)]
    found: Option<Found<'a>>,
}

/// What is true of the deals.
#[derive(Serialize)]
struct Found<'a> {
    as_of: NaiveDate,
    currency: Option<&'a str>,
    columns: Vec<Column<'a>>,
    report: &'a Report,
    metrics: &'a Metrics,
    groups: BTreeMap<By, &'a [Group]>,
    arrivals: Option<&'a Arrivals>,
    curves: Option<&'a Curves>,
    stages: &'a [StageHistory],
    pipeline: Option<&'a Pipeline>,
    back_test: &'a BackTest,
    refusals: &'a [Refusal],
}

/// How a column was read.
#[derive(Serialize)]
struct Column<'a> {
    header: &'a str,
    #[serde(flatten)]
    used: &'a ColumnUse,
}

/// What was taken into a checked plan.
#[derive(Serialize)]
pub(super) struct Taken {
    deals: u32,
    as_of: NaiveDate,
    open_deals: u32,
    left_out: u32,
    proposals: Vec<Change>,
    refused: Vec<Kept>,
}

/// Deals in a checked plan's own file.
#[derive(Serialize)]
pub(super) struct InFile {
    deals: u32,
    as_of: Option<NaiveDate>,
    problem: Option<String>,
}

/// A figure that was changed.
#[derive(Serialize)]
struct Change {
    path: String,
    topic: Topic,
    events: Option<u32>,
    of: u32,
}

/// A topic nothing was said about.
#[derive(Serialize)]
struct Kept {
    topic: Topic,
    why: Refusal,
}

/// Everything about a file of deals.
pub(crate) fn learnt(learnt: &Learnt) -> String {
    let columns = learnt.mapping.columns.iter().map(|used| Column {
        header: &learnt.survey.columns[used.column].header,
        used,
    });
    written(&Answer {
        found: Some(Found {
            as_of: learnt.history.as_of,
            currency: learnt.history.currency.as_ref().map(|code| code.as_str()),
            columns: columns.collect(),
            report: &learnt.report,
            metrics: &learnt.found.metrics,
            groups: learnt
                .found
                .groups
                .iter()
                .map(|(by, groups)| (*by, groups.as_slice()))
                .collect(),
            arrivals: learnt.found.arrivals.as_ref().ok(),
            curves: learnt.found.curves.as_ref(),
            stages: &learnt.found.stages,
            pipeline: learnt.found.pipeline.as_ref(),
            back_test: &learnt.found.back_test,
            refusals: &learnt.found.refusals,
        }),
        ..Answer::without(Vec::new())
    })
}

/// Why there is nothing to say.
pub(crate) fn refusal(refusal: &DealsRefusal) -> String {
    written(&Answer::without(deals_refusal::complaints(refusal)))
}

/// What was taken into a checked plan.
pub(super) fn taken(from: &FromDeals) -> Taken {
    let proposals = from.calibration.proposals.iter().map(|proposal| Change {
        path: proposal.path.to_string(),
        topic: proposal.topic,
        events: proposal.events,
        of: proposal.of,
    });
    let refused = from.refused().iter().map(|(topic, why)| Kept {
        topic: *topic,
        why: *why,
    });
    Taken {
        deals: from.deals,
        as_of: from.as_of,
        open_deals: from.open,
        left_out: from.left_out,
        proposals: proposals.collect(),
        refused: refused.collect(),
    }
}

/// Deals in a checked plan's own file.
pub(super) fn in_file(found: &Result<DealsInFile, KeptFault>) -> InFile {
    match found {
        Ok(found) => InFile {
            deals: found.deals,
            as_of: Some(found.as_of),
            problem: None,
        },
        Err(fault) => InFile {
            deals: 0,
            as_of: None,
            problem: Some(deals_import::kept_fault(fault)),
        },
    }
}

impl Answer<'_> {
    fn without(problems: Vec<Complaint>) -> Self {
        Self {
            format: FORMAT,
            format_version: FORMAT_VERSION,
            program_version: PROGRAM_VERSION,
            problems,
            found: None,
        }
    }
}

fn written(answer: &Answer<'_>) -> String {
    serde_json::to_string_pretty(answer).unwrap_or_default() + "\n"
}
