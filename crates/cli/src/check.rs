//! Checks a plan: from its file to the verdict, or to what is in the way of one. Prints
//! nothing.

use chrono::NaiveDate;
use plumbline_deals::{KeptDeals, KeptFault, Metrics};
use plumbline_forecast::{Model, Outcome, Verdict, verdict};
use plumbline_plan::{Plan, Problem};
use plumbline_review::{Forecast, History as Record, Ranked, Review};
use serde_json::Value;

use crate::{
    arguments::CheckOptions,
    deals::{self, DealsRefusal, FromDeals},
    plan_file::{self, FileFault},
    trials,
};

/// The version of this program.
pub(crate) const PROGRAM_VERSION: &str = env!("CARGO_PKG_VERSION");

/// A plan with its verdict.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The plan.
    pub(crate) plan: Plan,
    /// The day it was calculated from.
    pub(crate) as_of: NaiveDate,
    /// What the trials come to.
    pub(crate) outcome: Outcome,
    /// What that means.
    pub(crate) verdict: Verdict,
    /// What the rules say of the plan, the most valuable first.
    pub(crate) findings: Vec<Ranked>,
    /// What was taken from a file of deals.
    pub(crate) from_deals: Option<FromDeals>,
    /// The deals in the plan's own file; nothing where there are none, or others were asked
    /// for.
    pub(crate) in_file: Option<Result<DealsInFile, KeptFault>>,
}

/// Deals in the plan's own file. As in the workbook, its figures stay as they are and what is
/// said of the plan goes by them.
#[derive(Debug)]
pub(crate) struct DealsInFile {
    /// How many there are.
    pub(crate) deals: u32,
    /// The day up to which they are known.
    pub(crate) as_of: NaiveDate,
    record: Record,
}

/// Why there is no verdict.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// There is no plan.
    File {
        /// The file as it was named.
        name: String,
        /// What is the matter with it.
        fault: FileFault,
    },
    /// The file of deals cannot be used.
    Deals(Box<DealsRefusal>),
    /// The plan cannot be computed.
    Plan {
        /// The file as it was named.
        name: String,
        /// The plan.
        plan: Box<Plan>,
        /// What is missing or wrong in it.
        problems: Vec<Problem>,
        /// What the rules say of it without numbers.
        findings: Vec<Ranked>,
    },
}

/// Checks the plan in a file. `today` is asked only where neither the options nor the plan
/// name a day.
///
/// # Errors
/// Why there is no verdict.
pub(crate) fn check(
    options: &CheckOptions,
    today: impl FnOnce() -> NaiveDate,
) -> Result<Checked, Refusal> {
    let name = options.file.display().to_string();
    let (mut plan, deals) = match plan_file::read(&options.file) {
        Ok(read) => read,
        Err(fault) => return Err(Refusal::File { name, fault }),
    };
    // What was asked for just now goes before what the file says.
    plan.reality_check.as_of = options.as_of.or(plan.reality_check.as_of);
    let as_of = plan.reality_check.as_of.unwrap_or_else(today);
    let mut record = Record::default();
    let in_file = deals
        .filter(|_| options.deals.is_none())
        .map(|deals| in_file(&deals));
    if let Some(Ok(in_file)) = &in_file {
        record = in_file.record.clone();
    }
    let from_deals = match &options.deals {
        Some(file) => {
            // The deals end with their file; the plan may begin long after.
            let learnt = deals::learn(file, &options.reading, as_of)
                .map_err(|refusal| Refusal::Deals(Box::new(refusal)))?;
            record = Record::of_deals(&learnt.history, &learnt.found.metrics);
            // Edits made from the plan's own fields fit the plan.
            deals::apply(&mut plan, &learnt).unwrap_or(None)
        }
        None => None,
    };
    let model = match Model::from_plan(&plan, as_of) {
        Ok(model) => model,
        Err(problems) => {
            let findings = Review::with_forecast(&plan, as_of, None)
                .with_history(&record)
                .ranked();
            return Err(Refusal::Plan {
                name,
                plan: Box::new(plan),
                problems,
                findings,
            });
        }
    };
    let trials = trials::run(&model, options.seed, options.trials, options.threads);
    let outcome = Outcome::new(&model, &trials);
    let verdict = verdict(&model, &outcome);
    let forecast = Forecast::simulated(model, &outcome, verdict.clone());
    let findings = Review::with_forecast(&plan, as_of, Some(forecast))
        .with_history(&record)
        .ranked();
    Ok(Checked {
        plan,
        as_of,
        outcome,
        verdict,
        findings,
        from_deals,
        in_file,
    })
}

fn in_file(deals: &Value) -> Result<DealsInFile, KeptFault> {
    let kept = KeptDeals::read(&deals.to_string())?;
    Ok(DealsInFile {
        deals: kept.history.deals.len() as u32,
        as_of: kept.history.as_of,
        record: Record::of_deals(&kept.history, &Metrics::of(&kept.history)),
    })
}

impl Checked {
    /// A mark of every bit of the outcome, as 16 hexadecimal digits.
    pub(crate) fn outcome_hash(&self) -> String {
        format!("{:016x}", self.outcome.hash())
    }
}
