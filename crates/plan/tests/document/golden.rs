//! Files of every format version that was ever written. They must open for ever, and say
//! what they said: never change one, add others.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use crate::common::{assert_holds, file_of, full, kept};
use plumbline_plan::{
    Count, Currency, Month, Plan, Quantity, Source,
    chapter::{pipeline::StartingPoint, rhythm::Frequency, targets::TargetSplit},
    file, validate,
};
use serde_json::Value;

fn open(name: &str) -> (Value, Plan) {
    let text = kept(name);
    let plan = file::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    (serde_json::from_str(&text).unwrap(), plan)
}

/// Checks that nothing in the value is left empty.
fn assert_filled(value: &Value, path: &str) {
    match value {
        Value::Object(record) => {
            assert!(!record.is_empty(), "{path} is empty");
            for (name, value) in record {
                assert_filled(value, &format!("{path}/{name}"));
            }
        }
        Value::Array(items) => {
            assert!(!items.is_empty(), "{path} is empty");
            for (place, item) in items.iter().enumerate() {
                assert_filled(item, &format!("{path}/{place}"));
            }
        }
        Value::String(text) => assert!(!text.is_empty(), "{path} is empty"),
        Value::Null => panic!("{path} is not filled"),
        Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Case 21.
#[test]
fn the_full_file_of_version_1_loses_nothing() {
    let (original, plan) = open("v1-full.plumbline.json");
    assert_filled(&original, "");
    assert_holds(&file_of(&plan), &original, "");
    assert_eq!(validate(&plan, None), []);
}

#[test]
fn the_full_file_of_version_1_means_what_it_meant() {
    let plan = full();
    assert_eq!(plan.about.currency, Currency::EUR);
    assert_eq!(plan.targets.period.start, Month::new(2027, 1).unwrap());
    assert_eq!(plan.targets.split, TargetSplit::ByMonth);
    assert_eq!(plan.targets.by_month(), [80_000.0, 100_000.0, 120_000.0]);
    assert_eq!(plan.pipeline.starting_from, StartingPoint::Nothing);
    assert_eq!(plan.rhythm.meetings[1].every, Frequency::EveryOtherWeek);
    let motion = &plan.process.motions[0];
    assert_eq!(motion.win_place(), Some(1));
    assert!(motion.lead_sources[0].from_activity);
    let source = Source::OwnHistory {
        events: Some(30),
        of: 60,
    };
    let conversion = &motion.stages[0].conversion;
    assert_eq!(
        (conversion.average.unwrap().get(), &conversion.source),
        (0.5, &source)
    );
    assert!(conversion.same_as.is_some());
    let actual = &plan.scorecard.actuals[0];
    assert_eq!(
        actual.stage_entries.get("closing").copied().map(Count::get),
        Some(1.0)
    );
}

/// Case 21.
#[test]
fn the_smallest_file_of_version_1_is_a_plan_with_all_defaults() {
    let (original, plan) = open("v1-minimal.plumbline.json");
    assert_holds(&file_of(&plan), &original, "");
    assert_eq!(plan.about.currency, Currency::USD);
    assert_eq!(plan.targets.split, TargetSplit::Even);
    assert_eq!(plan.pipeline.starting_from, StartingPoint::RunningBusiness);
    assert!(plan.targets.season.is_even());
    assert_eq!(plan.targets.goal().get(), 0.7);
    assert_eq!(plan.reality_check.market_spread(), 0.1);
    assert_eq!(plan.reality_check.lead_variation(), 0.2);
    assert_eq!(plan.reality_check.correlation(), 0.5);
}

#[test]
fn a_file_of_version_1_with_unknown_fields_keeps_them() {
    let (original, plan) = open("v1-unknown.plumbline.json");
    let written = file_of(&plan);
    assert_holds(&written, &original, "");
    // A null that stands for nothing known is a field like any other.
    let rep = &written["plan"]["team"]["reps"][0];
    assert!(rep.as_object().unwrap().contains_key("photo"));
}

/// The firm's own deals stand beside the plan: they come out of a file and go into one as they
/// are, with what this version does not know, and are no part of the plan.
#[test]
fn a_file_of_version_1_with_deals_gives_them_apart_from_the_plan() {
    let text = kept("v1-deals.plumbline.json");
    let original: Value = serde_json::from_str(&text).unwrap();
    let (plan, deals) = file::read_with_deals(&text).unwrap();
    assert_eq!(deals.as_ref(), Some(&original["deals"]));
    assert!(!file::write(&plan).contains("\"deals\": {"));
    assert_eq!(file::read(&text).unwrap(), plan);
    let written = file::write_with_deals(&plan, deals.as_ref());
    assert_holds(&serde_json::from_str(&written).unwrap(), &original, "");
    // Whatever stands there: the plan is read.
    let mut other = original;
    for odd in [Value::from(7), Value::from("x"), Value::Null] {
        other["deals"] = odd.clone();
        let (read, deals) = file::read_with_deals(&other.to_string()).unwrap();
        assert_eq!(read, plan);
        assert_eq!(deals, (!odd.is_null()).then_some(odd));
    }
}
