//! The shape of the answer as JSON, on which programs rely.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::program::{DAY, FEW, check, sample_file};

#[test]
fn json_holds_all_of_the_documented_shape() {
    let json = check(
        &sample_file("shape.json"),
        &[&FEW[..], &["--json"]].concat(),
    )
    .json();
    // Which order they come in depends on how the JSON library was built.
    let keys = |value: &Value| {
        let names: BTreeSet<_> = value.as_object().unwrap().keys().cloned().collect();
        names.into_iter().collect::<Vec<_>>().join(" ")
    };
    insta::assert_snapshot!(
        format!("{}\nplan: {}\noutcome: {}\nverdict: {}", keys(&json), keys(&json["plan"]), keys(&json["outcome"]), keys(&json["verdict"])),
        @r"
    as_of findings format format_version outcome outcome_hash plan plan_format_version problems program_version verdict
    plan: currency period title
    outcome: bookings by_origin expected_shortfall months new_deals_factor_at_goal probability quantiles seed standard_deviation standard_error target target_at_50_percent target_at_80_percent trials variance_shares
    verdict: capacity coverage evidence influences judgement last_useful_dates mostly_guesses not_yet_created notes required
    "
    );
    assert_eq!(json["format"], "plumbline-check");
    assert_eq!(json["format_version"], 1);
    assert_eq!(json["program_version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["plan_format_version"], 1);
    assert_eq!(json["as_of"], DAY);
    assert_eq!(json["problems"], serde_json::json!([]));
    assert_eq!(
        json["plan"]["period"],
        serde_json::json!({ "start": "2026-12", "months": 12 })
    );
    assert_eq!(json["outcome_hash"].as_str().unwrap().len(), 16);
}

#[test]
fn every_field_is_described() {
    let described = include_str!("../../../../docs/command-line.md");
    let json = check(
        &sample_file("described.json"),
        &[&FEW[..], &["--json"]].concat(),
    );
    let mut names = BTreeSet::new();
    names_in(&json.json(), &mut names);
    names.retain(|name| !described.contains(&format!("`{name}`")));
    assert!(names.is_empty(), "not in docs/command-line.md: {names:?}");
}

fn names_in(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(record) => {
            for (name, value) in record {
                names.insert(name.clone());
                names_in(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names_in(item, names)),
        _ => {}
    }
}
