//! One change at a time: what each kind does, what takes it back, and what is refused.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{blank, holds_together, sample};
use plumbline_plan::{Edit, FieldPath, Plan, ReachError};
use serde_json::{Value, json};

const STAGES: &str = "process/motions/main/stages";

fn stage_ids(plan: &Plan) -> Vec<&str> {
    let stages = &plan.process.motions[0].stages;
    stages.iter().map(|stage| stage.id.as_str()).collect()
}

/// Applies the edit, checks that its inverse takes it back and that it can be made again.
fn apply(edit: &Edit, plan: &mut Plan) {
    let before = plan.clone();
    let undo = edit.apply(plan).unwrap();
    let after = plan.clone();
    let redo = undo.apply(plan).unwrap();
    assert_eq!(*plan, before, "undo of {edit:?}");
    redo.apply(plan).unwrap();
    assert_eq!(*plan, after, "redo of {edit:?}");
}

/// Checks that the edit is refused, at this path and for this reason, and changes nothing.
#[track_caller]
fn refused(edit: &Edit, plan: &mut Plan, path: &str, why: ReachError) {
    let before = plan.clone();
    let error = edit.apply(plan).unwrap_err();
    assert_eq!((error.path.as_str(), error.why), (path, why));
    assert_eq!(*plan, before);
}

#[test]
fn set_gives_a_field_a_value() {
    let mut plan = blank();
    apply(&Edit::set("about/title", "Plan for 2027"), &mut plan);
    assert_eq!(plan.about.title, "Plan for 2027");
    apply(&Edit::set("targets/bookings", 1_000_000), &mut plan);
    apply(&Edit::set("targets/bookings", None::<f64>), &mut plan);
    assert_eq!(plan.targets.bookings, None);
}

#[test]
fn set_changes_one_part_of_an_assumption_and_leaves_the_others() {
    let mut plan = blank();
    let conversion = FieldPath::from(STAGES).child("closing/conversion");
    apply(&Edit::set(conversion.child("average"), 0.4), &mut plan);
    apply(&Edit::set(conversion.child("low"), 0.3), &mut plan);
    let source = json!({"kind": "own_history", "events": 4, "of": 10});
    apply(&Edit::set(conversion.child("source"), &source), &mut plan);
    assert_eq!(
        plan.field(&conversion).unwrap(),
        json!({"average": 0.4, "low": 0.3, "source": source})
    );
}

#[test]
fn set_of_the_root_replaces_the_whole_plan() {
    let mut plan = blank();
    apply(&Edit::set(FieldPath::root(), sample()), &mut plan);
    assert_eq!(plan, sample());
}

#[test]
fn set_adds_changes_and_takes_out_an_entry_by_month() {
    let mut plan = blank();
    let january = "targets/by_month/2027-01";
    assert_eq!(plan.field(&january.into()).unwrap(), Value::Null);
    for amount in [json!(80_000), json!(90_000), Value::Null] {
        apply(&Edit::set(january, &amount), &mut plan);
        assert_eq!(
            plan.field(&january.into()).unwrap().as_f64(),
            amount.as_f64()
        );
    }
    assert!(plan.targets.by_month.is_empty());
}

#[test]
fn insert_puts_an_item_in_its_place() {
    let mut plan = blank();
    apply(
        &Edit::insert(STAGES, 0, json!({"id": "research"})),
        &mut plan,
    );
    apply(
        &Edit::insert(STAGES, 8, json!({"id": "renewal"})),
        &mut plan,
    );
    let ids = stage_ids(&plan);
    assert_eq!(
        (ids[0], ids[1], ids[8]),
        ("research", "first-contact", "renewal")
    );
}

#[test]
fn remove_takes_an_item_out() {
    let mut plan = blank();
    apply(&Edit::remove(STAGES, "pitch"), &mut plan);
    assert_eq!(plan.process.motions[0].stages.len(), 6);
    assert!(!stage_ids(&plan).contains(&"pitch"));
}

#[test]
fn move_gives_an_item_another_place() {
    let mut plan = blank();
    apply(&Edit::move_to(STAGES, "pitch", 0), &mut plan);
    assert_eq!(stage_ids(&plan)[..2], ["pitch", "first-contact"]);
    apply(&Edit::move_to(STAGES, "pitch", 6), &mut plan);
    assert_eq!(stage_ids(&plan)[6], "pitch");
}

#[test]
fn a_group_is_one_change() {
    let mut plan = blank();
    let group = Edit::group(vec![
        Edit::insert("team/reps", 0, json!({"id": "ana", "name": "Ana"})),
        Edit::set("team/reps/ana/name", "Ana Lund"),
        Edit::group(vec![Edit::set("about/title", "With Ana")]),
    ]);
    apply(&group, &mut plan);
    assert_eq!(plan.team.reps[0].name, "Ana Lund");
    assert_eq!(
        group
            .paths()
            .iter()
            .map(|path| path.as_str())
            .collect::<Vec<_>>(),
        ["team/reps", "team/reps/ana/name", "about/title"]
    );
}

#[test]
fn a_group_of_which_one_change_fails_changes_nothing() {
    let mut plan = sample();
    let group = Edit::group(vec![
        Edit::set("about/title", "Another"),
        Edit::remove("pipeline/deals", "deal-01"),
        Edit::move_to("team/reps", "tomas", 0),
        Edit::insert("foundation/values", 0, json!({"id": "new"})),
        Edit::set("about/nothing", 1),
    ]);
    let why = ReachError::NoSuchField("nothing".to_owned());
    refused(&group, &mut plan, "about/nothing", why);
}

#[test]
fn a_path_that_leads_nowhere_is_refused() {
    let no_field = |name: &str| ReachError::NoSuchField(name.to_owned());
    for (path, why) in [
        ("nothing", no_field("nothing")),
        ("leftovers", no_field("leftovers")),
        ("about/title/x", no_field("x")),
        ("targets/season/1", no_field("1")),
        ("targets/by_month/January", no_field("January")),
        ("targets/by_month/2027-01/x", no_field("x")),
        (
            "process/motions/none",
            ReachError::NoSuchItem("none".to_owned()),
        ),
        ("__proto__/title", no_field("__proto__")),
    ] {
        let mut plan = blank();
        assert_eq!(plan.field(&path.into()), Err(why.clone()), "{path}");
        refused(&Edit::set(path, 1), &mut plan, path, why);
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused_at_its_field() {
    for (path, value) in [
        ("targets/bookings", json!("a lot")),
        ("targets/goal", json!(70)),
        ("targets/period", json!({"start": "2027-13", "months": 12})),
        ("targets/season", json!([1, 1, 1])),
        ("about/currency", json!("Euro")),
        ("about/title", Value::Null),
        ("process", json!([{}])),
        ("", json!({})),
    ] {
        let mut plan = sample();
        let before = plan.clone();
        let error = Edit::set(path, &value).apply(&mut plan).unwrap_err();
        assert_eq!(error.path.as_str(), path);
        assert!(matches!(error.why, ReachError::Unfit(_)), "{path}: {error}");
        assert_eq!(plan, before);
    }
}

#[test]
fn lists_refuse_what_they_cannot_hold() {
    let plan = &mut blank();
    let exists = ReachError::ItemExists("pitch".to_owned());
    refused(
        &Edit::insert(STAGES, 0, json!({"id": "pitch"})),
        plan,
        STAGES,
        exists,
    );
    let place = ReachError::NoSuchPlace;
    refused(
        &Edit::insert(STAGES, 8, json!({"id": "x"})),
        plan,
        STAGES,
        place(8),
    );
    refused(&Edit::move_to(STAGES, "pitch", 7), plan, STAGES, place(7));
    let none = ReachError::NoSuchItem("none".to_owned());
    refused(&Edit::remove(STAGES, "none"), plan, STAGES, none.clone());
    refused(&Edit::move_to(STAGES, "none", 0), plan, STAGES, none);
    for list in ["about", "about/title", "targets/season", "targets/by_month"] {
        refused(
            &Edit::insert(list, 0, json!({"id": "x"})),
            plan,
            list,
            ReachError::NotAList,
        );
        refused(&Edit::remove(list, "x"), plan, list, ReachError::NotAList);
        refused(
            &Edit::move_to(list, "x", 0),
            plan,
            list,
            ReachError::NotAList,
        );
    }
}

#[test]
fn an_identifier_never_changes() {
    let deal = "pipeline/deals/deal-01";
    let plan = &mut sample();
    let id = format!("{deal}/id");
    refused(
        &Edit::set(id.as_str(), "other"),
        plan,
        &id,
        ReachError::KeepsId,
    );
    refused(
        &Edit::set(deal, json!({"id": "other"})),
        plan,
        deal,
        ReachError::KeepsId,
    );
    apply(
        &Edit::set(deal, json!({"id": "deal-01", "name": "New"})),
        plan,
    );
}

#[test]
fn an_edit_that_would_break_the_document_is_refused() {
    let plan = &mut sample();
    let deal = "pipeline/deals/deal-01";
    let breaks = |edit: &Edit, plan: &mut Plan, path: &str| {
        refused(edit, plan, path, ReachError::Breaks);
    };
    let owner = format!("{deal}/owner");
    breaks(&Edit::set(owner.as_str(), "nobody"), plan, &owner);
    let segment = Edit::remove("market/segments", "groups");
    breaks(&segment, plan, "offer/value_propositions/vp-groups/segment");
    let twice = json!([{"id": "a"}, {"id": "a"}]);
    breaks(&Edit::set("team/bench", twice), plan, "team/bench/a");
    let motion = format!("{deal}/motion");
    let moved = Edit::set(motion.as_str(), "further-plants");
    breaks(&moved, plan, &format!("{deal}/stage"));
    let stage = Edit::set(format!("{deal}/stage").as_str(), "review");
    apply(&Edit::group(vec![moved, stage]), plan);
}

#[test]
fn a_plan_that_does_not_hold_together_can_still_be_mended() {
    let mut plan = sample();
    plan.pipeline.deals[0].owner = Some("nobody".parse().unwrap());
    for edit in [
        Edit::set("about/title", "Still broken"),
        Edit::set("pipeline/deals/deal-01/owner", "ines"),
    ] {
        edit.apply(&mut plan).unwrap();
    }
    assert_eq!(plan.about.title, "Still broken");
    assert!(holds_together(&plan));
}

#[test]
fn edits_are_data() {
    let edit = Edit::group(vec![
        Edit::set("about/title", "x"),
        Edit::insert("team/reps", 0, json!({"id": "ana"})),
        Edit::remove("team/reps", "ana"),
        Edit::move_to("team/reps", "ana", 2),
    ]);
    let text = serde_json::to_string(&edit).unwrap();
    assert_eq!(serde_json::from_str::<Edit>(&text).unwrap(), edit);
}

/// Where a stage stands is all that moving it changes: its numbers, the open deals in it,
/// what was counted of it and which stage is the win stay with it.
#[test]
fn a_stage_takes_its_numbers_deals_and_actuals_along() {
    let mut plan = sample();
    let actual = json!([{ "id": "one", "month": "2027-01", "motion": "new-plants",
        "stage_entries": { "pitch": 4, "proposal": 3 } }]);
    Edit::set("scorecard/actuals", actual)
        .apply(&mut plan)
        .unwrap();
    let list = "process/motions/new-plants/stages";
    let count = plan.process.motions[0].stages.len();
    for from in 0..count {
        for to in 0..count {
            let before = plan.clone();
            let moved = before.process.motions[0].stages[from].clone();
            let edit = Edit::move_to(list, moved.id.as_str(), to);
            apply(&edit, &mut plan);
            let motion = &plan.process.motions[0];
            assert_eq!(motion.stages[to], moved);
            assert_eq!(motion.win_stage, before.process.motions[0].win_stage);
            assert_eq!(plan.pipeline, before.pipeline);
            assert_eq!(plan.scorecard, before.scorecard);
            let others = |plan: &Plan| -> Vec<String> {
                let ids = stage_ids(plan).into_iter().map(str::to_owned);
                ids.filter(|id| id != moved.id.as_str()).collect()
            };
            assert_eq!(
                others(&plan),
                others(&before),
                "the others keep their order"
            );
            plan = before;
        }
    }
}
