//! What is wrong with a plan, or missing for a verdict, by field.
//!
//! Types keep single values within their bounds; this looks at what they cannot say.
//! A plan without problems can be computed.

mod identity;
mod links;
mod numbers;
mod walk;

use chrono::NaiveDate;

pub(crate) use links::Links;
pub(crate) use walk::{Visitor, assumptions};

use crate::{FieldPath, Plan, Problem, ProblemKind, unit::Period};

/// Lists what is wrong with a plan, in the order of its chapters: first where the document
/// does not hold together, then contradictions and what the verdict needs.
///
/// `as_of` is the day the calculation starts from, when it is known; with it, a period that
/// is already over is reported.
#[must_use]
pub fn validate(plan: &Plan, as_of: Option<NaiveDate>) -> Vec<Problem> {
    let mut problems = broken(plan);
    period(plan, as_of, &mut problems);
    numbers::check(plan, &mut problems);
    problems
}

/// Lists only where the document does not hold together ([`crate::Severity::Broken`]).
pub(crate) fn broken(plan: &Plan) -> Vec<Problem> {
    let mut problems = Vec::new();
    identity::check(plan, &mut problems);
    problems
}

fn period(plan: &Plan, as_of: Option<NaiveDate>, problems: &mut Vec<Problem>) {
    let period = plan.targets.period;
    let path = FieldPath::from("targets/period");
    if period.months == 0 || period.months > Period::LONGEST {
        let kind = ProblemKind::PeriodLength {
            months: period.months,
        };
        problems.push(Problem::new(path, kind));
        return;
    }
    let ended = period.last().last_day();
    if as_of.is_some_and(|day| day > ended) {
        problems.push(Problem::new(path, ProblemKind::PeriodOver { ended }));
    }
}
