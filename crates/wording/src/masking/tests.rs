//! What masking promises: nothing hidden is left to read, and the numbers are the same.

use plumbline_plan::start;

use super::*;

fn sample() -> Plan {
    let mut plan = start::sample("2026-11-21".parse().unwrap());
    plan.foundation.strategy =
        "Ask INES OKAFOR; Marek's talk with Kessler Bearings brought 31,000 in 2026.".to_owned();
    plan
}

fn both() -> Hidden {
    Hidden {
        names: true,
        amounts: true,
    }
}

/// All texts of a document but what assumptions say of themselves, and identifiers.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(record) if is_assumption(record) => {}
        Value::Object(record) => {
            let fields = record.iter().filter(|(field, value)| {
                *field != "id"
                    && !(*field == "owner"
                        && value
                            .as_str()
                            .is_some_and(|id| id.is_ascii() && id.to_lowercase() == id))
            });
            fields.for_each(|(_, value)| texts(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
        Value::String(text) => found.push(text.clone()),
        _ => {}
    }
}

fn numbers(value: &Value, found: &mut Vec<f64>) {
    match value {
        Value::Object(record) => record.values().for_each(|value| numbers(value, found)),
        Value::Array(list) => list.iter().for_each(|value| numbers(value, found)),
        Value::Number(number) => found.extend(number.as_f64()),
        _ => {}
    }
}

#[test]
fn no_name_of_the_plan_is_left_to_read() {
    let plan = sample();
    let shown = Masking::of([&plan], both()).plan(&plan).unwrap();
    let mut read = Vec::new();
    texts(&serde_json::to_value(&shown).unwrap(), &mut read);
    let mut names = vec![
        &plan.about.client,
        &plan.about.title,
        &plan.team.manager.name,
    ];
    names.extend(plan.team.reps.iter().map(|rep| &rep.name));
    names.extend(plan.team.bench.iter().map(|one| &one.name));
    names.extend(
        plan.pipeline
            .deals
            .iter()
            .flat_map(|deal| [&deal.name, &deal.customer]),
    );
    names.extend(plan.scorecard.commitments.iter().map(|one| &one.owner));
    for name in names.into_iter().filter(|name| !name.trim().is_empty()) {
        let left: Vec<_> = read
            .iter()
            .filter(|text| text.contains(name.as_str()))
            .collect();
        assert!(left.is_empty(), "{name}: {left:?}");
    }
    for part in ["Ines", "Okafor", "OKAFOR", "Marek", "Kessler", "31,000"] {
        assert!(!read.iter().any(|text| text.contains(part)), "{part}");
    }
    assert!(shown.foundation.strategy.contains("in 2026"));
}

#[test]
fn the_numbers_and_what_refers_to_what_are_the_plans_own() {
    let plan = sample();
    let shown = Masking::of([&plan], both()).plan(&plan).unwrap();
    let of = |plan: &Plan| {
        let mut found = Vec::new();
        numbers(&serde_json::to_value(plan).unwrap(), &mut found);
        found
    };
    assert_eq!(of(&plan), of(&shown));
    assert_eq!(
        plan.process.motions[0].deal_value,
        shown.process.motions[0].deal_value
    );
    let owners = |plan: &Plan| {
        plan.pipeline
            .deals
            .iter()
            .map(|deal| deal.owner.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(owners(&plan), owners(&shown));
    let found = |plan: &Plan| plumbline_plan::validate(plan, None).len();
    assert_eq!(found(&plan), found(&shown));
}

#[test]
fn two_plans_beside_each_other_have_one_stand_in_for_a_name() {
    let before = sample();
    let mut now = sample();
    now.team.reps.remove(0);
    let masking = Masking::of([&now, &before], both());
    let (before, now) = (masking.plan(&before).unwrap(), masking.plan(&now).unwrap());
    assert_eq!(before.team.reps[1].name, now.team.reps[0].name);
    assert_ne!(before.team.reps[0].name, now.team.reps[0].name);
}

#[test]
fn what_is_not_hidden_stays_as_it_is() {
    let plan = sample();
    let nothing = Masking::of([&plan], Hidden::default());
    assert_eq!(nothing.plan(&plan).as_ref(), Some(&plan));
    let amounts = Hidden {
        amounts: true,
        ..Hidden::default()
    };
    let shown = Masking::of([&plan], amounts).plan(&plan).unwrap();
    assert_eq!(shown.team.reps[0].name, plan.team.reps[0].name);
}
