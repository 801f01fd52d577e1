//! Any sequence of changes, on any plan: undo is the inverse, redo the same again, what is
//! refused changes nothing, and the plan can always be saved and opened.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{blank, fields, holds_together, lists, reopened, sample};
use plumbline_plan::{Edit, FieldPath, Plan, edit};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

/// Numbers from which an edit is made, whatever the plan looks like by then.
#[derive(Debug, Clone)]
struct Choice {
    kind: u8,
    which: usize,
    other: usize,
    number: f64,
}

fn choice() -> impl Strategy<Value = Choice> {
    let number = prop_oneof![-1.0..2.0, 0.0..1e6, Just(0.0), Just(1.0), any::<f64>()];
    (any::<u8>(), any::<usize>(), any::<usize>(), number).prop_map(
        |(kind, which, other, number)| Choice {
            kind,
            which,
            other,
            number,
        },
    )
}

fn pick<T>(items: &[T], at: usize) -> Option<&T> {
    items.get(at.checked_rem(items.len())?)
}

/// The edit these numbers mean for this plan; often one that will be refused.
fn edit_of(plan: &Plan, choice: &Choice, fresh: usize) -> Option<Edit> {
    let Choice {
        kind, which, other, ..
    } = *choice;
    if kind % 8 < 4 {
        let all = fields(plan);
        let (path, value) = pick(&all[1..], which)?;
        let (_, elsewhere) = pick(&all, other)?;
        return Some(Edit::set(path, new_value(choice, value, elsewhere)));
    }
    let all = lists(plan);
    let (list, items) = pick(&all, which)?;
    let id = |item: &Value| item["id"].as_str().map(str::to_owned);
    match kind % 8 {
        4 | 5 => {
            let mut item = pick(items, other).cloned().unwrap_or_else(|| json!({}));
            item["id"] = json!(format!("fresh-{fresh}"));
            Some(Edit::insert(list, other % (items.len() + 2), item))
        }
        6 => {
            let id = pick(items, other).and_then(id)?;
            Some(safe_removal(plan, list, &id).unwrap_or_else(|| Edit::remove(list, id)))
        }
        _ => Some(Edit::move_to(
            list,
            pick(items, other).and_then(id)?,
            fresh % (items.len() + 1),
        )),
    }
}

fn new_value(choice: &Choice, value: &Value, elsewhere: &Value) -> Value {
    match (choice.kind / 8 % 5, value) {
        (0, _) => Value::Null,
        (1, _) => elsewhere.clone(),
        (2, Value::Array(items)) => items.iter().rev().cloned().collect(),
        (2, Value::String(text)) => json!(format!("{text}\u{202e}ß\"\\")),
        (2, Value::Bool(is)) => json!(!is),
        _ => json!(choice.number),
    }
}

fn safe_removal(plan: &Plan, list: &FieldPath, id: &str) -> Option<Edit> {
    let steps: Vec<&str> = list.steps().collect();
    match *steps.as_slice() {
        ["process", "motions"] => edit::remove_motion(plan, &id.parse().ok()?),
        ["process", "motions", motion, "stages"] => {
            edit::remove_stage(plan, &motion.parse().ok()?, &id.parse().ok()?)
        }
        ["process", "motions", motion, "lead_sources"] => {
            edit::remove_lead_source(plan, &motion.parse().ok()?, &id.parse().ok()?)
        }
        ["team", "reps"] => edit::remove_rep(plan, &id.parse().ok()?),
        ["market", "segments"] => edit::remove_segment(plan, &id.parse().ok()?),
        _ => None,
    }
}

/// Makes the edit and checks what every edit promises. Gives what takes it back.
fn make(edit: &Edit, plan: &mut Plan) -> Option<Edit> {
    let before = plan.clone();
    let Ok(undo) = edit.apply(plan) else {
        assert_eq!(*plan, before, "{edit:?} was refused and changed something");
        return None;
    };
    assert!(holds_together(plan), "{edit:?} broke the plan");
    let after = plan.clone();
    let redo = undo.apply(plan).unwrap();
    assert_eq!(*plan, before, "undo of {edit:?}");
    redo.apply(plan).unwrap();
    assert_eq!(*plan, after, "redo of {edit:?}");
    Some(undo)
}

fn promises_hold(mut plan: Plan, choices: &[Choice]) {
    let first = plan.clone();
    let mut undos = Vec::new();
    let mut later = Vec::new();
    for (fresh, choice) in choices.iter().enumerate() {
        let Some(edit) = edit_of(&plan, choice, fresh) else {
            continue;
        };
        // Every fifth change is made together with some that came before it.
        let edit = if choice.kind % 5 == 0 {
            let mut edits = std::mem::take(&mut later);
            edits.push(edit);
            Edit::group(edits)
        } else {
            later.truncate(2);
            later.push(edit.clone());
            edit
        };
        undos.extend(make(&edit, &mut plan));
    }
    assert_eq!(reopened(&plan), plan);
    let last = plan.clone();
    let redos: Vec<Edit> = undos
        .iter()
        .rev()
        .map(|undo| undo.apply(&mut plan).unwrap())
        .collect();
    assert_eq!(plan, first, "all taken back");
    for redo in redos.iter().rev() {
        redo.apply(&mut plan).unwrap();
    }
    assert_eq!(plan, last, "all made again");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn on_the_sample(choices in vec(choice(), 1..20)) {
        promises_hold(sample(), &choices);
    }

    #[test]
    fn on_a_blank_plan(choices in vec(choice(), 1..40)) {
        promises_hold(blank(), &choices);
    }
}
