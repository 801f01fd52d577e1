//! The plans that are measured: the reference plan, and what becomes of it with more of one
//! thing.

use chrono::{Days, NaiveDate};
use plumbline_forecast::Model;
use plumbline_plan::{Id, Plan, chapter::process::Motion, start};

/// Open deals of the reference plan.
pub const OPEN_DEALS: usize = 40;

/// The day of all measurements.
#[must_use]
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default()
}

/// The reference plan: the sample (2 motions, the larger of 7 stages, 5 reps, 12 months)
/// with 40 open deals, all its assumptions uncertain.
#[must_use]
pub fn reference() -> Plan {
    with_deals(OPEN_DEALS)
}

/// It with so many open deals.
#[must_use]
pub fn with_deals(count: usize) -> Plan {
    let mut plan = start::sample(today());
    let listed = plan.pipeline.deals.clone();
    plan.pipeline.deals = repeated(&listed, count);
    for (place, deal) in plan
        .pipeline
        .deals
        .iter_mut()
        .enumerate()
        .skip(listed.len())
    {
        // Other ages, so that not all share one time to close.
        let days = Days::new(place as u64 % 60);
        for date in [&mut deal.created_on, &mut deal.in_stage_since] {
            *date = date.and_then(|date| date.checked_sub_days(days));
        }
    }
    plan
}

/// It with so many motions.
#[must_use]
pub fn with_motions(count: usize) -> Plan {
    let mut plan = reference();
    let motions = plan.process.motions.clone();
    plan.process.motions = repeated(&motions, count);
    plan
}

/// It over so many months.
#[must_use]
pub fn with_months(count: u8) -> Plan {
    let mut plan = reference();
    plan.targets.period.months = count;
    plan.targets.split = plumbline_plan::chapter::targets::TargetSplit::Even;
    plan
}

/// It with so many reps.
#[must_use]
pub fn with_reps(count: usize) -> Plan {
    let mut plan = reference();
    let reps = plan.team.reps.clone();
    plan.team.reps = repeated(&reps, count.max(reps.len()));
    plan.team.reps.truncate(count);
    plan
}

/// Its model.
///
/// # Panics
/// When the plan cannot be computed, which is a mistake in here.
#[must_use]
#[expect(clippy::panic, reason = "a measurement of nothing is worth nothing")]
pub fn model(plan: &Plan) -> Model {
    Model::from_plan(plan, today()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The items, then copies of them under identifiers of their own, `count` in all.
fn repeated<T: Clone + Named>(items: &[T], count: usize) -> Vec<T> {
    let more = items.iter().cycle().take(count.saturating_sub(items.len()));
    let mut all = items.to_vec();
    all.extend(more.enumerate().map(|(place, item)| {
        let mut item = item.clone();
        item.rename(&format!("more-{place}"));
        item
    }));
    all
}

/// What has an identifier that can be set.
trait Named {
    fn rename(&mut self, id: &str);
}

macro_rules! named {
    ($($item:ty),*) => {
        $(impl Named for $item {
            fn rename(&mut self, id: &str) {
                if let Ok(id) = Id::new(id) {
                    self.id = id;
                }
            }
        })*
    };
}

named!(
    Motion,
    plumbline_plan::chapter::pipeline::Deal,
    plumbline_plan::chapter::team::Rep
);
