//! What a file holds beyond what this version knows: it is written back where it stood,
//! whatever is edited, and never changes what the plan itself says.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{assert_holds, file_of, kept, read, reopened, sample};
use plumbline_plan::{Edit, Plan, edit, file};
use serde_json::{Value, json};

const CLOSING: &str = "process/motions/main/stages/closing";

fn with_unknown() -> Plan {
    file::read(&kept("v1-unknown.plumbline.json")).unwrap()
}

fn closing(plan: &Plan) -> Value {
    file_of(plan)["plan"]["process"]["motions"][0]["stages"][0].clone()
}

/// A plan of one motion and one stage with this conversion.
fn with_conversion(conversion: Value) -> Plan {
    let mut file = file_of(&with_unknown());
    file["plan"]["process"]["motions"][0]["stages"][0]["conversion"] = conversion;
    read(&file).unwrap()
}

fn set(plan: &mut Plan, field: &str, value: Value) -> Edit {
    let path = format!("{CLOSING}/conversion/{field}");
    Edit::set(path.as_str(), value).apply(plan).unwrap()
}

#[test]
fn they_survive_reading_editing_and_writing_at_every_level() {
    let mut plan = with_unknown();
    Edit::group(vec![
        Edit::set("about/title", "Renamed"),
        Edit::set("targets/bookings", 1),
        Edit::set(format!("{CLOSING}/conversion/average").as_str(), 0.9),
        Edit::set(format!("{CLOSING}/name").as_str(), "Signing"),
        Edit::insert("team/reps", 0, json!({"id": "new"})),
    ])
    .apply(&mut plan)
    .unwrap();
    let mut expected: Value = serde_json::from_str(&kept("v1-unknown.plumbline.json")).unwrap();
    let document = &mut expected["plan"];
    document["about"]["title"] = json!("Renamed");
    document["targets"]["bookings"] = json!(1);
    document["process"]["motions"][0]["stages"][0]["conversion"]["average"] = json!(0.9);
    document["team"]["reps"]
        .as_array_mut()
        .unwrap()
        .insert(0, json!({"id": "new"}));
    assert_holds(&file_of(&plan), &expected, "");
    assert_holds(&file_of(&reopened(&plan)), &expected, "");
}

#[test]
fn a_file_without_any_leaves_nothing_over() {
    let plan = sample();
    assert_eq!(reopened(&plan).leftovers, plan.leftovers);
    assert_eq!(plan.leftovers, file::Leftovers::default());
}

#[test]
fn they_follow_their_item_when_it_moves() {
    let mut plan = with_unknown();
    let edits = [
        Edit::insert("process/motions/main/stages", 0, json!({"id": "first"})),
        Edit::insert(
            "process/motions",
            0,
            json!({"id": "other", "stages": [{"id": "closing"}]}),
        ),
        Edit::move_to("process/motions/main/stages", "closing", 0),
    ];
    for edit in edits {
        edit.apply(&mut plan).unwrap();
    }
    let motions = &file_of(&plan)["plan"]["process"]["motions"];
    assert_eq!(
        motions[0]["stages"][0].get("owner"),
        None,
        "another's stage of the same name"
    );
    assert_eq!(motions[1]["stages"][0]["owner"], "Ana");
    assert_eq!(motions[1]["stages"][1].get("owner"), None);
}

#[test]
fn they_go_with_their_item_and_come_back_with_it() {
    let mut plan = with_unknown();
    let before = file_of(&plan);
    let rep = "ana".parse().unwrap();
    let undo = edit::remove_rep(&plan, &rep)
        .unwrap()
        .apply(&mut plan)
        .unwrap();
    assert!(!file::write(&plan).contains("photo"));
    undo.apply(&mut plan).unwrap();
    assert_eq!(file_of(&plan), before);
}

#[test]
fn a_cleared_field_does_not_come_back() {
    let mut plan = with_conversion(json!({
        "average": 0.4, "low": 0.3, "high": 0.5, "note": "n", "checked_on": "2026-11-01",
        "source": {"kind": "team"}, "same_as": null,
    }));
    for (field, value) in [
        ("low", Value::Null),
        ("high", Value::Null),
        ("note", json!("")),
        ("checked_on", Value::Null),
        ("source", json!({"kind": "guess"})),
    ] {
        set(&mut plan, field, value);
    }
    assert_eq!(closing(&plan)["conversion"], json!({"average": 0.4}));
    assert_eq!(reopened(&plan), plan);
}

#[test]
fn a_removed_entry_by_month_or_stage_does_not_come_back() {
    let mut plan = with_unknown();
    for entry in [
        "targets/by_month/2027-01",
        "scorecard/actuals/jan/stage_entries/closing",
    ] {
        assert!(!plan.field(&entry.into()).unwrap().is_null());
        Edit::set(entry, Value::Null).apply(&mut plan).unwrap();
    }
    let document = &file_of(&plan)["plan"];
    assert_eq!(document["targets"]["by_month"], json!({}));
    assert_eq!(
        document["scorecard"]["actuals"][0]["stage_entries"],
        json!({})
    );
}

#[test]
fn those_of_a_source_stay_while_it_is_of_the_same_kind() {
    let known = json!({"kind": "own_history", "events": 4, "of": 10, "query": "won"});
    let mut plan = with_conversion(json!({"average": 0.4, "source": known}));
    set(
        &mut plan,
        "source",
        json!({"kind": "own_history", "of": 12}),
    );
    assert_eq!(
        closing(&plan)["conversion"]["source"],
        json!({"kind": "own_history", "of": 12, "query": "won"})
    );
}

#[test]
fn those_of_a_source_never_turn_into_fields_of_another_kind() {
    for (read, set_to, written) in [
        // Without its kind, a source could not be read again.
        (
            json!({"kind": "own_history", "of": 10, "query": "won"}),
            json!({"kind": "guess"}),
            Value::Null,
        ),
        (
            json!({"kind": "team", "events": 7, "of": 9}),
            json!({"kind": "own_history", "of": 12}),
            json!({"kind": "own_history", "of": 12}),
        ),
        (
            json!({"kind": "guess", "year": "unknown"}),
            json!({"kind": "published", "reference": "Survey"}),
            json!({"kind": "published", "reference": "Survey"}),
        ),
    ] {
        let mut plan = with_conversion(json!({"average": 0.4, "source": read}));
        let undo = set(&mut plan, "source", set_to.clone());
        assert_eq!(
            closing(&plan)["conversion"]["source"],
            written,
            "{read} set to {set_to}"
        );
        let conversion = &reopened(&plan).process.motions[0].stages[0].conversion;
        assert_eq!(*conversion, plan.process.motions[0].stages[0].conversion);
        undo.apply(&mut plan).unwrap();
        assert_eq!(closing(&plan)["conversion"]["source"], read, "taken back");
    }
}

#[test]
fn replacing_a_whole_record_keeps_what_others_put_beside_it() {
    let mut plan = with_unknown();
    let period = json!({"start": "2028-01", "months": 6});
    Edit::set("targets/period", period)
        .apply(&mut plan)
        .unwrap();
    assert_eq!(
        file_of(&plan)["plan"]["targets"]["period"],
        json!({"start": "2028-01", "months": 6, "weeks": 52})
    );
}
