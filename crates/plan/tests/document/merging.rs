//! Two copies of a plan are brought together without losing anything: with nothing changed
//! on one side the other comes out, and what both have changed is never decided unasked.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{fields, holds_together, lists, sample};
use plumbline_plan::{
    Edit, FieldPath, Plan,
    merge::{ChangedBy, Difference, DifferenceKind, common_version, differences, taking},
};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

/// What a merge does before anybody decides: takes what the other alone has changed.
fn merged(base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
    let found = differences(Some(base), mine, theirs);
    let theirs_alone = |one: &Difference| one.changed == ChangedBy::Theirs;
    let mut merged = mine.clone();
    if let Some(edit) = taking(mine, theirs, &found, theirs_alone) {
        // What refers to something that is gone may be refused.
        let _ = edit.apply(&mut merged);
    }
    merged
}

fn changed(plan: &Plan, edit: &Edit) -> Plan {
    let mut changed = plan.clone();
    edit.apply(&mut changed).unwrap();
    changed
}

fn title(text: &str) -> Edit {
    Edit::set("about/title", text)
}

#[test]
fn changes_of_different_fields_come_together() {
    let base = sample();
    let mine = changed(&base, &title("Mine"));
    let theirs = changed(&base, &Edit::set("about/client", "Theirs"));
    let merged = merged(&base, &mine, &theirs);
    assert_eq!(
        (merged.about.title.as_str(), merged.about.client.as_str()),
        ("Mine", "Theirs")
    );
}

#[test]
fn a_field_changed_by_both_is_a_conflict_and_stays_as_it_is_here() {
    let base = sample();
    let (mine, theirs) = (
        changed(&base, &title("Mine")),
        changed(&base, &title("Theirs")),
    );
    let found = differences(Some(&base), &mine, &theirs);
    assert_eq!(
        found,
        [Difference {
            path: FieldPath::from("about/title"),
            kind: DifferenceKind::Field,
            changed: ChangedBy::Both,
            mine: Some(json!("Mine")),
            theirs: Some(json!("Theirs")),
        }]
    );
    assert_eq!(merged(&base, &mine, &theirs), mine);
    let edit = taking(&mine, &theirs, &found, |_| true).unwrap();
    assert_eq!(changed(&mine, &edit), theirs);
}

#[test]
fn the_same_change_on_both_sides_is_no_difference() {
    let base = sample();
    let both = changed(&base, &title("The same"));
    assert_eq!(differences(Some(&base), &both, &both), []);
    assert_eq!(taking(&both, &both, &[], |_| true), None);
}

#[test]
fn an_assumption_is_taken_as_a_whole() {
    let base = sample();
    let path = assumption(&base);
    let set = |name: &str, value: Value| Edit::set(path.child(name), value);
    let theirs = changed(
        &base,
        &Edit::group(vec![set("low", json!(null)), set("note", json!("theirs"))]),
    );
    let mine = changed(&base, &set("note", json!("mine")));
    let found = differences(Some(&base), &mine, &theirs);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((&found[0].path, found[0].changed), (&path, ChangedBy::Both));
}

/// The path of an assumption of the sample that has a range.
fn assumption(plan: &Plan) -> FieldPath {
    let all = fields(plan);
    let low = all
        .iter()
        .find(|(path, value)| path.as_str().ends_with("/low") && !value.is_null());
    let (path, _) = low.unwrap();
    FieldPath::from(path.as_str().strip_suffix("/low").unwrap())
}

#[test]
fn an_item_removed_there_and_changed_here_is_a_conflict() {
    let base = sample();
    let (list, items) = lists(&base)
        .into_iter()
        .find(|(list, _)| list.as_str() == "foundation/priorities")
        .unwrap();
    let id = items[0]["id"].as_str().unwrap().to_owned();
    let theirs = changed(&base, &Edit::remove(&list, &id));
    let name = fields(&base)
        .into_iter()
        .map(|(path, _)| path)
        .find(|path| path.is_within(&list.child(&id)) && path.as_str().ends_with("/name"));
    let mine = changed(&base, &Edit::set(name.unwrap(), "Changed here"));
    let found = differences(Some(&base), &mine, &theirs);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(
        (found[0].kind, found[0].changed),
        (DifferenceKind::Item, ChangedBy::Both)
    );
    assert_eq!(found[0].theirs, None);
}

#[test]
fn the_common_version_is_the_one_the_other_copy_left_from() {
    let first = sample();
    let second = changed(&first, &title("Second"));
    let third = changed(&second, &Edit::set("about/client", "Third"));
    let theirs = changed(&second, &Edit::set("about/prepared_by", "Elsewhere"));
    assert_eq!(common_version(&[third, second, first], &theirs), Some(1));
    assert_eq!(common_version(&[], &theirs), None);

    // Both have changed the title: the version before either is the common one.
    let before = sample();
    let (mine, other) = (
        changed(&before, &title("Mine")),
        changed(&before, &title("Theirs")),
    );
    assert_eq!(common_version(&[mine, before], &other), Some(1));
}

/// Numbers from which a change is made.
fn edits(plan: &Plan, choices: &[(u8, usize, usize)]) -> Plan {
    let mut plan = plan.clone();
    for (kind, which, other) in choices {
        let edit = match kind % 4 {
            0 | 1 => {
                let all = fields(&plan);
                let (path, value) = &all[1 + which % (all.len() - 1)];
                let new = match value {
                    Value::String(_) => json!(format!("text {other}")),
                    Value::Bool(is) => json!(!is),
                    Value::Number(_) => json!(other % 50),
                    _ => Value::Null,
                };
                Edit::set(path, new)
            }
            kind => {
                let all = lists(&plan);
                let (list, items) = &all[which % all.len()];
                if items.is_empty() {
                    continue;
                }
                let item = &items[other % items.len()];
                let Some(id) = item["id"].as_str() else {
                    continue;
                };
                match kind {
                    2 => Edit::move_to(list, id, which % items.len()),
                    _ if which % 2 == 0 => Edit::remove(list, id),
                    _ => {
                        let mut item = item.clone();
                        item["id"] = json!(format!("new-{which}-{other}"));
                        Edit::insert(list, other % items.len(), item)
                    }
                }
            }
        };
        // An edit that does not fit changes nothing.
        let _ = edit.apply(&mut plan);
    }
    plan
}

fn choices() -> impl Strategy<Value = Vec<(u8, usize, usize)>> {
    vec((any::<u8>(), any::<usize>(), any::<usize>()), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_changed_there_leaves_everything_here(a in choices()) {
        let base = sample();
        let mine = edits(&base, &a);
        prop_assert_eq!(merged(&base, &mine, &base), mine);
    }

    #[test]
    fn nothing_changed_here_takes_everything_there(b in choices()) {
        let base = sample();
        let theirs = edits(&base, &b);
        prop_assert_eq!(merged(&base, &base, &theirs), theirs);
    }

    #[test]
    fn differences_are_the_same_from_both_sides(a in choices(), b in choices()) {
        let base = sample();
        let (mine, theirs) = (edits(&base, &a), edits(&base, &b));
        let turned = |one: &Difference| Difference {
            mine: one.theirs.clone(),
            theirs: one.mine.clone(),
            changed: match one.changed {
                ChangedBy::Mine => ChangedBy::Theirs,
                ChangedBy::Theirs => ChangedBy::Mine,
                ChangedBy::Both => ChangedBy::Both,
            },
            ..one.clone()
        };
        let mut here: Vec<String> = differences(Some(&base), &mine, &theirs).iter().map(turned).map(|one| format!("{one:?}")).collect();
        let mut there: Vec<String> = differences(Some(&base), &theirs, &mine).iter().map(|one| format!("{one:?}")).collect();
        here.sort();
        there.sort();
        prop_assert_eq!(here, there);
    }

    #[test]
    fn whatever_is_taken_the_plan_holds_together_or_is_left_alone(a in choices(), b in choices(), mask: u64) {
        let base = sample();
        let (mine, theirs) = (edits(&base, &a), edits(&base, &b));
        let found = differences(Some(&base), &mine, &theirs);
        let taken = |one: &Difference| {
            let place = found.iter().position(|other| std::ptr::eq(other, one)).unwrap_or_default();
            mask >> (place % 64) & 1 == 1
        };
        let mut merged = mine.clone();
        if let Some(edit) = taking(&mine, &theirs, &found, taken) {
            match edit.apply(&mut merged) {
                Ok(inverse) => {
                    prop_assert!(holds_together(&merged) || !holds_together(&mine));
                    inverse.apply(&mut merged).unwrap();
                    prop_assert_eq!(merged, mine);
                }
                Err(_) => prop_assert_eq!(merged, mine),
            }
        }
    }
}
