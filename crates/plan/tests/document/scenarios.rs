//! Scenarios: copied, switched and compared without losing anything.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{holds_together, reopened, sample, today};
use plumbline_plan::{
    Edit, FieldPath, Id, Plan,
    chapter::scenarios::{Scenarios, copy_scenario, keep_scenario, switch_scenario},
    differences, side_by_side,
};
use proptest::prelude::*;
use serde_json::json;

const VALUE: &str = "process/motions/main/deal_value/average";

fn id<T>(text: &str) -> Id<T> {
    Id::new(text).unwrap()
}

/// The sample with a copy beside it whose deals are half as large again.
fn with_one() -> Plan {
    let mut plan = sample();
    let motion = plan.process.motions[0].id.as_str().to_owned();
    let value = VALUE.replace("main", &motion);
    keep_scenario(&plan, id("large"), "Larger deals", Some(today()))
        .apply(&mut plan)
        .unwrap();
    let bigger = format!("scenarios/others/large/{value}");
    Edit::set(bigger.as_str(), 90_000.0)
        .apply(&mut plan)
        .unwrap();
    plan
}

#[test]
fn a_copy_stays_as_it_was_when_the_plan_goes_on() {
    let mut plan = sample();
    keep_scenario(&plan, id("a"), "Before", None)
        .apply(&mut plan)
        .unwrap();
    let before = plan.clone();
    Edit::set("targets/goal", 0.9).apply(&mut plan).unwrap();
    let scenario = &plan.scenarios.others[0];
    assert_eq!(scenario.targets, before.targets);
    assert!(scenario.targets != plan.targets);
    assert_eq!(reopened(&plan), plan);
}

#[test]
fn switching_there_and_back_changes_nothing() {
    let before = with_one();
    let mut plan = before.clone();
    let there = switch_scenario(&plan, &id("large"), "The plan").unwrap();
    let undo = there.apply(&mut plan).unwrap();
    assert_eq!(plan.scenarios.current, "Larger deals");
    assert_eq!(plan.scenarios.others[0].name, "The plan");
    assert_eq!(plan.process, before.scenarios.others[0].process);
    assert_eq!(plan.scenarios.others[0].process, before.process);
    let mut undone = plan.clone();
    undo.apply(&mut undone).unwrap();
    assert_eq!(undone, before);
    let back = switch_scenario(&plan, &id("large"), "The plan").unwrap();
    back.apply(&mut plan).unwrap();
    assert_eq!(plan.process, before.process);
    assert_eq!(plan.scenarios.current, "The plan");
    assert!(holds_together(&plan));
}

#[test]
fn what_differs_is_named_field_by_field() {
    let plan = with_one();
    let other = plan.scenarios.others[0].in_place(&plan);
    let found = differences(&plan, &other, &Scenarios::CHAPTERS);
    let [only] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert!(only.path.as_str().ends_with("/deal_value"));
    let second = only.second.as_ref().unwrap();
    assert_eq!(second["average"], json!(90_000.0));
    // The same fact for both.
    assert_eq!(plan.pipeline, other.pipeline);
}

#[test]
fn several_plans_stand_side_by_side_in_the_order_of_the_chapters() {
    let plan = with_one();
    let first = plan.scenarios.others[0].in_place(&plan);
    let mut second = plan.clone();
    let target = FieldPath::from("targets/bookings");
    let goal = FieldPath::from("targets/goal");
    Edit::set(&target, json!(7.0)).apply(&mut second).unwrap();
    Edit::set(&goal, json!(0.9)).apply(&mut second).unwrap();
    let rows = side_by_side(&[&plan, &second, &first], &Scenarios::CHAPTERS);
    let paths: Vec<&str> = rows.iter().map(|(path, _)| path.as_str()).collect();
    assert!(paths[0].ends_with("/deal_value"), "{paths:?}");
    assert_eq!(paths.len(), 3, "{paths:?}");
    let (_, bookings) = rows.iter().find(|(path, _)| *path == target).unwrap();
    // Where a plan does not differ it has the value of the first.
    assert_eq!(bookings[1], Some(json!(7.0)));
    assert_eq!(bookings[0], bookings[2]);
    assert!(side_by_side(&[], &Scenarios::CHAPTERS).is_empty());
    assert!(side_by_side(&[&plan], &Scenarios::CHAPTERS).is_empty());
}

#[test]
fn items_that_only_one_has_are_differences_and_their_order_is_none() {
    let first = sample();
    let mut second = first.clone();
    let stages = FieldPath::from("process/motions").child(first.process.motions[0].id.as_str());
    let reps = second.team.reps.len();
    assert!(reps > 1);
    second.team.reps.reverse();
    assert_eq!(differences(&first, &second, &Scenarios::CHAPTERS), []);
    let hire = json!({ "id": "new-hire" });
    Edit::insert("team/hires", 0, hire)
        .apply(&mut second)
        .unwrap();
    let found = differences(&first, &second, &Scenarios::CHAPTERS);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].path.as_str(), "team/hires/new-hire");
    assert!(found[0].first.is_none() && found[0].second.is_some());
    let turned = differences(&second, &first, &Scenarios::CHAPTERS);
    assert!(turned[0].first.is_some() && turned[0].second.is_none());
    assert!(first.field(&stages).is_ok());
}

#[test]
fn a_copy_of_a_scenario_is_independent() {
    let mut plan = with_one();
    copy_scenario(&plan, &id("large"), id("larger"), "Larger still", None)
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    assert!(copy_scenario(&plan, &id("none"), id("x"), "X", None).is_none());
    Edit::remove("scenarios/others", "large")
        .apply(&mut plan)
        .unwrap();
    assert_eq!(plan.scenarios.others.len(), 1);
    assert_eq!(plan.scenarios.others[0].name, "Larger still");
}

#[test]
fn a_scenario_without_the_stage_of_an_open_deal_is_not_switched_to() {
    let mut plan = with_one();
    let motion = plan.process.motions[0].clone();
    let stage = plan
        .pipeline
        .deals
        .iter()
        .find_map(|deal| deal.stage.clone())
        .unwrap();
    let list = format!(
        "scenarios/others/large/process/motions/{}/stages",
        motion.id.as_str()
    );
    let taken = Edit::remove(list.as_str(), stage.as_str()).apply(&mut plan);
    assert!(taken.is_ok());
    let before = plan.clone();
    let switch = switch_scenario(&plan, &id("large"), "The plan").unwrap();
    let error = switch.apply(&mut plan).unwrap_err();
    assert!(error.path.as_str().contains("stage"), "{error}");
    assert_eq!(plan, before);
}

proptest! {
    /// Differences are nothing but what makes the two differ: none to itself, and the same
    /// fields in either direction.
    #[test]
    fn differences_are_symmetric(goal in 0.05_f64..0.95, hours in 10.0_f64..60.0) {
        let first = with_one();
        let mut second = first.clone();
        Edit::set("targets/goal", goal).apply(&mut second).unwrap();
        let rep = second.team.reps[0].id.as_str().to_owned();
        let path = format!("team/reps/{rep}/hours_per_week");
        let _ = Edit::set(path.as_str(), hours).apply(&mut second);
        let there = differences(&first, &second, &Scenarios::CHAPTERS);
        let back = differences(&second, &first, &Scenarios::CHAPTERS);
        prop_assert!(differences(&first, &first, &Scenarios::CHAPTERS).is_empty());
        prop_assert_eq!(there.len(), back.len());
        for (a, b) in there.iter().zip(&back) {
            prop_assert_eq!(&a.path, &b.path);
            prop_assert_eq!(&a.first, &b.second);
        }
        // Setting each field of the first to what the second has makes them equal.
        let mut moved = first.clone();
        for difference in &there {
            let value = difference.second.clone().unwrap();
            Edit::set(&difference.path, value).apply(&mut moved).unwrap();
        }
        prop_assert_eq!(moved, second);
    }
}
