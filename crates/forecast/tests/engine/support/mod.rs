//! A small vocabulary for plans in tests.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    reason = "every test file takes in this module and uses its own part; a wrong test plan is a failed test"
)]

pub mod any_plan;
pub mod compare;
pub mod random;

use chrono::NaiveDate;
use plumbline_forecast::{Model, Outcome, simulate};
use plumbline_plan::{
    Assumption, Factor, Id, Money, Plan, Quantity, Source,
    chapter::{
        pipeline::{Deal, StartingPoint},
        process::Motion,
    },
    start,
    unit::Period,
};

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub const TODAY: &str = "2026-11-21";

/// Known for sure.
pub fn sure<Q: Quantity>(value: f64) -> Assumption<Q> {
    let value = Q::new(value).unwrap();
    Assumption::judged(value, value, value)
}

pub fn range<Q: Quantity>(low: f64, average: f64, high: f64) -> Assumption<Q> {
    Assumption::judged(
        Q::new(low).unwrap(),
        Q::new(average).unwrap(),
        Q::new(high).unwrap(),
    )
}

pub fn of_history<Q: Quantity>(mut assumption: Assumption<Q>) -> Assumption<Q> {
    assumption.source = Source::OwnHistory {
        events: None,
        of: 100,
    };
    assumption
}

/// Two stages, all of it certain and without time: `leads` a month, a quarter of them won
/// at 10,000 each, twelve months from January 2027, starting from nothing, no shared chance.
pub fn certain(leads: f64) -> Plan {
    let mut plan = start::blank(date(TODAY));
    plan.targets.period = Period {
        start: "2027-01".parse().unwrap(),
        months: 12,
    };
    plan.targets.bookings = Some(Money::new(100_000.0).unwrap());
    plan.pipeline.starting_from = StartingPoint::Nothing;
    plan.reality_check.market_spread = Some(Factor::new(0.0).unwrap());
    plan.reality_check.lead_variation = Some(Factor::new(0.0).unwrap());
    let motion = motion(&mut plan);
    motion.stages.truncate(2);
    motion.win_stage = None;
    motion.lead_sources[0].per_month = sure(leads);
    motion.deal_value = sure(10_000.0);
    motion.value_spread = Some(Factor::new(0.0).unwrap());
    for stage in &mut motion.stages {
        stage.conversion = sure(0.5);
    }
    plan
}

pub fn motion(plan: &mut Plan) -> &mut Motion {
    &mut plan.process.motions[0]
}

pub fn target(plan: &mut Plan, value: f64) {
    plan.targets.bookings = Some(Money::new(value).unwrap());
}

pub fn time(plan: &mut Plan, stage: usize, median: f64, slow: f64) {
    let stage = &mut motion(plan).stages[stage];
    stage.time_in_stage = sure(median);
    stage.slow_time = Some(Quantity::new(slow).unwrap());
}

pub fn open_deal(plan: &mut Plan, stage: usize, value: f64, since: &str) {
    let id = format!("deal-{}", plan.pipeline.deals.len());
    let stage = motion(plan).stages[stage].id.as_str().to_owned();
    let json =
        format!(r#"{{"id":"{id}","stage":"{stage}","value":{value},"created_on":"{since}"}}"#);
    let deal: Deal = serde_json::from_str(&json).unwrap();
    plan.pipeline.deals.push(deal);
}

pub fn id<T>(text: &str) -> Id<T> {
    Id::new(text).unwrap()
}

pub fn model(plan: &Plan) -> Model {
    model_on(plan, TODAY)
}

pub fn model_on(plan: &Plan, today: &str) -> Model {
    Model::from_plan(plan, date(today)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

pub fn outcome(plan: &Plan, trials: u32) -> Outcome {
    let model = model(plan);
    Outcome::new(&model, &simulate(&model, 7, 0..trials))
}
