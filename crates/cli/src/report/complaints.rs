//! Why there is no verdict, item by item, for text and JSON alike.

use plumbline_plan::{
    Plan, Problem, Severity,
    file::{NEWEST_VERSION, ReadError},
};
use plumbline_wording::texts::{cli, files, labels, problems, sharing};
use plumbline_wrapping::locked::LockError;
use serde::Serialize;

use super::figures_in;
use crate::{check::Refusal, plan_file::FileFault};

/// One thing that is in the way of a verdict.
#[derive(Debug, Serialize)]
pub(super) struct Complaint {
    /// The field; empty where it is the file as a whole.
    pub(super) path: String,
    /// The field as the workbook calls it, or the file as it was named.
    pub(super) label: String,
    /// What is wrong.
    pub(super) message: String,
    /// How far it reaches.
    pub(super) severity: Reach,
}

/// How far a complaint reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Reach {
    /// Not entered yet; normal in a draft.
    Incomplete,
    /// Contradicts another value.
    Contradiction,
    /// The document does not hold together, or holds a value that cannot be.
    Broken,
    /// The file holds no plan, or no deals, that this version can read.
    Unreadable,
}

/// Everything that is in the way.
pub(super) fn of(refusal: &Refusal) -> Vec<Complaint> {
    match refusal {
        Refusal::Plan { plan, problems, .. } => problems
            .iter()
            .map(|problem| about(problem, labels::of(plan, &problem.path), plan))
            .collect(),
        Refusal::File { name, fault } => in_file(name, fault),
        Refusal::Deals(refusal) => super::deals_refusal::complaints(refusal),
    }
}

fn about(problem: &Problem, label: String, plan: &Plan) -> Complaint {
    let figures = figures_in(plan.about.currency);
    let severity = match problem.severity() {
        Severity::Incomplete => Reach::Incomplete,
        Severity::Contradiction => Reach::Contradiction,
        Severity::Broken => Reach::Broken,
    };
    Complaint {
        path: problem.path.to_string(),
        label,
        message: problems::sentence(problem, &figures),
        severity,
    }
}

/// What is in the way of opening a plan's file.
pub(super) fn in_file(name: &str, fault: &FileFault) -> Vec<Complaint> {
    let message = match fault {
        FileFault::Missing => cli::NO_SUCH_FILE.to_owned(),
        FileFault::Unreadable(why) => cli::not_read(&why.to_string()),
        FileFault::TooLarge => files::TOO_LARGE.to_owned(),
        FileFault::NotText => files::NOT_TEXT.to_owned(),
        FileFault::NoPassphrase => cli::LOCKED.to_owned(),
        FileFault::Locked(why) => locked(*why).to_owned(),
        FileFault::NoPlan(ReadError::NotJson { line, column, .. }) => {
            files::not_json(*line, *column)
        }
        FileFault::NoPlan(ReadError::NotAPlan) => files::NOT_A_PLAN.to_owned(),
        FileFault::NoPlan(ReadError::Newer { found }) => cli::newer(*found, NEWEST_VERSION),
        FileFault::NoPlan(ReadError::InvalidValue { path, why }) => {
            let path = path.to_string();
            let message = files::invalid_value(&path, why);
            return vec![Complaint {
                label: path.clone(),
                path,
                message,
                severity: Reach::Broken,
            }];
        }
        FileFault::NoPlan(ReadError::Broken(problems)) => {
            return problems.iter().map(without_plan).collect();
        }
    };
    vec![Complaint {
        path: String::new(),
        label: name.to_owned(),
        message,
        severity: Reach::Unreadable,
    }]
}

/// A document that does not hold together is not read, so there is no plan to take labels
/// from: the field goes by its path.
fn without_plan(problem: &Problem) -> Complaint {
    let figures = figures_in(plumbline_plan::Currency::default());
    let path = problem.path.to_string();
    Complaint {
        label: path.clone(),
        path,
        message: problems::sentence(problem, &figures),
        severity: Reach::Broken,
    }
}

fn locked(why: LockError) -> &'static str {
    match why {
        LockError::NoPassphrase => sharing::NO_PASSPHRASE,
        LockError::Damaged => sharing::LOCKED_DAMAGED,
        LockError::Newer => cli::LOCKED_NEWER,
        LockError::TooMuchWork => cli::TOO_MUCH_WORK,
        LockError::DoesNotOpen => sharing::DOES_NOT_OPEN,
    }
}
