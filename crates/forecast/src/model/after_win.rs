//! What follows a win, as numbers: repeat business and referrals.

use plumbline_plan::{Assumption, Days, FieldPath, chapter::process};

use super::{AssumptionKind, register::Register};
use crate::calendar::DAYS_A_MONTH;

/// How many months of past wins of a running business count for repeat business: a year is
/// the least that "leads have been coming in at this rate" says.
pub(crate) const PAST_MONTHS: usize = 12;

/// What customers buy again: the n-th purchase comes n times the lag after the win.
#[derive(Debug, Clone)]
pub struct Repeat {
    /// Place of the repeat's value as a share of the deal's.
    pub share: usize,
    /// Place of the share of customers kept over a year; nothing when all are.
    pub retention: Option<usize>,
    /// Purchases due by months since the win, before any customer is lost.
    pub purchases: Vec<f64>,
    /// The months since the win in which any are due.
    pub ages: Vec<usize>,
    /// The same summed from each month on.
    pub due_later: Vec<f64>,
}

/// Leads that customers bring.
#[derive(Debug, Clone)]
pub struct Referrals {
    /// Place of leads per win.
    pub leads_per_win: usize,
    /// Whole months from win to lead, at least one.
    pub months: usize,
    /// The share of them that comes a month later still.
    pub next_month: f64,
}

pub(super) fn repeat(
    register: &mut Register,
    path: &FieldPath,
    plan: &process::RepeatBusiness,
    months: usize,
) -> Option<Repeat> {
    let kind = AssumptionKind::Repeat;
    let share = register.entered(
        path.child("share_of_value"),
        &plan.share_of_value,
        kind,
        None,
    )?;
    let retention = register.entered(path.child("retention"), &plan.retention, kind, None);
    let lag = mean_days(register, &path.child("lag"), &plan.lag)
        .unwrap_or(365.25)
        .max(1.0);
    let length = PAST_MONTHS + months + 1;
    let mut purchases = vec![0.0; length];
    let mut after = lag / DAYS_A_MONTH;
    while (after as usize) < length {
        // Wins are spread over their month: part of them comes a month later.
        let whole = after as usize;
        purchases[whole] += 1.0 - (after - whole as f64);
        if let Some(next) = purchases.get_mut(whole + 1) {
            *next += after - whole as f64;
        }
        after += lag / DAYS_A_MONTH;
    }
    let mut due_later = purchases.clone();
    crate::flow::from_then_on(&mut due_later);
    Some(Repeat {
        share,
        retention,
        ages: (0..length).filter(|age| purchases[*age] > 0.0).collect(),
        purchases,
        due_later,
    })
}

pub(super) fn referrals(
    register: &mut Register,
    path: &FieldPath,
    plan: &process::Referrals,
) -> Option<Referrals> {
    let field = path.child("leads_per_win");
    let leads_per_win =
        register.entered(field, &plan.leads_per_win, AssumptionKind::Repeat, None)?;
    let months = mean_days(register, &path.child("lag"), &plan.lag).unwrap_or(0.0) / DAYS_A_MONTH;
    // A lead that comes within the month of the win counts for the next month.
    let months = months.clamp(1.0, 1000.0);
    Some(Referrals {
        leads_per_win,
        months: months as usize,
        next_month: months - months.floor(),
    })
}

/// The mean of a lag: it shifts months, and its uncertainty is left out.
fn mean_days(register: &mut Register, path: &FieldPath, lag: &Assumption<Days>) -> Option<f64> {
    let place = register.entered(path.clone(), lag, AssumptionKind::Repeat, None)?;
    Some(register.assumptions[place].distribution.mean())
}
