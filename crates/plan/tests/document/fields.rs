//! Every field that is saved has a path, by which it can be read and changed.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{blank, fields, full, sample};
use plumbline_plan::{Edit, Plan};

fn every_field_is_reached(mut plan: Plan) -> usize {
    let before = plan.clone();
    let all = fields(&plan);
    for (path, value) in &all {
        assert_eq!(plan.field(path).as_ref(), Ok(value), "{path}");
        let undo = Edit::set(path, value).apply(&mut plan);
        assert_eq!(undo, Ok(Edit::set(path, value)), "{path}");
        assert_eq!(plan, before, "{path} set to its own value");
    }
    all.len()
}

#[test]
fn of_the_sample() {
    assert!(every_field_is_reached(sample()) > 1_000);
}

#[test]
fn of_a_blank_plan() {
    assert!(every_field_is_reached(blank()) > 100);
}

#[test]
fn of_a_plan_with_everything_in_it() {
    assert!(every_field_is_reached(full()) > 300);
}

#[test]
fn a_field_that_is_not_entered_can_be_reached_too() {
    let plan = blank();
    for path in [
        "process/motions/main/stages/closing/conversion/average",
        "process/motions/main/stages/closing/conversion/same_as",
        "process/motions/main/deal_value/checked_on",
        "team/turnover/high",
        "reality_check/as_of",
        "targets/by_month/2027-01",
    ] {
        assert!(plan.field(&path.into()).unwrap().is_null(), "{path}");
    }
}
