//! No trial allocates, and what is kept of the trials does not grow with them.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::support::{any_plan::any_plan_with_team, date};
use allocation_counter::measure;
use plumbline_forecast::{Engine, Model};
use plumbline_plan::start;

#[test]
fn a_thousand_trials_allocate_as_often_as_one() {
    let mut plans: Vec<_> = (0..6).map(any_plan_with_team).collect();
    plans.push(start::sample(date(crate::support::TODAY)));
    for plan in &plans {
        let model = Model::from_plan(plan, date(crate::support::TODAY)).unwrap();
        let engine = Engine::new(&model);
        let one = measure(|| drop(engine.run(1, 0..1)));
        let many = measure(|| drop(engine.run(1, 0..1_000)));
        assert_eq!(many.count_total, one.count_total);
        assert_eq!(many.bytes_max, one.bytes_max);
    }
}
