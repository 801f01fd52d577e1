//! What is promised of the library and the bin.

use super::*;
use crate::{
    browser::fake_storage::{FakeStorage, Fault, run},
    workbook::keeping::desk::{
        AtStart, open_at_start, put_in_bin, remember, remove_for_good, take_out_of_bin,
    },
};

fn at(hour: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-11-21T{hour:02}:00:00+01:00")).unwrap()
}

fn draft(title: &str) -> Draft {
    Draft {
        schema: 1,
        title: title.into(),
        name: None,
        document: title.into(),
    }
}

fn with(storage: &FakeStorage, plan: &str, title: &str, hour: u32) {
    let log = std::cell::RefCell::new(versions::Log::of_new_plan(plan));
    run(versions::save(&log, storage, &draft(title), at(hour))).unwrap();
}

fn three_plans() -> FakeStorage {
    let storage = FakeStorage::default();
    with(&storage, "a", "Alpha for the north", 9);
    with(&storage, "b", "Beta for the south", 11);
    with(&storage, "c", "Gamma for the NORTH", 10);
    storage
}

fn titles(storage: &FakeStorage, binned: bool) -> Vec<String> {
    let entries = run(entries(&storage.tab(0))).unwrap();
    let entries = entries.into_iter().filter(|entry| entry.binned == binned);
    entries
        .map(|entry| entry.newest.map_or("damaged".into(), |newest| newest.title))
        .collect()
}

#[test]
fn plans_are_listed_the_latest_first_and_found_by_their_words() {
    let storage = three_plans();
    storage.poke(Store::Plans, "d/a", Some(b"rubbish".to_vec()));
    let all = [
        "Beta for the south",
        "Gamma for the NORTH",
        "Alpha for the north",
        "damaged",
    ];
    assert_eq!(titles(&storage, false), all);
    let entries = run(entries(&storage)).unwrap();
    let found = |words: &str| {
        entries
            .iter()
            .filter(|entry| entry.answers_to(words))
            .count()
    };
    assert_eq!(
        (
            found(""),
            found("north"),
            found("NORTH alpha"),
            found("west")
        ),
        (4, 2, 1, 0)
    );
}

#[test]
fn a_renamed_plan_keeps_its_earlier_version_and_a_copy_its_original() {
    let storage = three_plans();
    let renamed = change(&storage, "a", |_| Some(draft("Alpha 2")), at(12));
    assert_eq!(run(renamed), Ok(Some(())));
    assert_eq!(run(versions::list(&storage, "a")).unwrap().len(), 2);
    let copied = copy(&storage, "b", "e", |_| Some(draft("Copy")), at(13));
    assert_eq!(run(copied), Ok(Some(())));
    assert_eq!(
        titles(&storage, false)[..3],
        ["Copy", "Alpha 2", "Beta for the south"]
    );
    assert_eq!(
        run(change(&storage, "nothing", |_| Some(draft("x")), at(14))),
        Ok(None)
    );
}

/// A plan in the bin lies there with all it has, is not opened at start, and comes back
/// whole.
#[test]
fn the_bin_keeps_plans_until_it_is_emptied() {
    let storage = three_plans();
    run(remember(&storage, "b")).unwrap();
    run(put_in_bin(&storage, "b")).unwrap();
    assert_eq!(titles(&storage, true), ["Beta for the south"]);
    let opens =
        |storage: &FakeStorage| match run(open_at_start(&storage.tab(0), Some("b".into()), None)) {
            Ok(AtStart::Found { plan, .. }) => plan,
            other => panic!("{other:?}"),
        };
    assert_eq!(opens(&storage), "c", "the latest that is not in the bin");
    run(take_out_of_bin(&storage, "b")).unwrap();
    assert_eq!(opens(&storage), "b");
    run(remove_for_good(&storage, "b")).unwrap();
    assert_eq!(titles(&storage, false).len(), 3, "only the bin is emptied");
}

/// A plan that is opened is out of the bin.
#[test]
fn opening_a_plan_takes_it_out_of_the_bin() {
    let storage = three_plans();
    run(put_in_bin(&storage, "a")).unwrap();
    run(remember(&storage, "a")).unwrap();
    assert_eq!(titles(&storage, true), [""; 0]);
}

/// Whatever goes wrong while the bin is emptied: other plans are untouched, what is left
/// of the plan is still in the bin, and emptying it again ends it.
#[test]
fn a_fault_while_emptying_the_bin_touches_no_other_plan() {
    for fault in Fault::ALL {
        for call in 0..8 {
            let storage = three_plans();
            run(change(&storage, "b", |_| Some(draft("Beta 2")), at(12))).unwrap();
            run(put_in_bin(&storage, "b")).unwrap();
            storage.fault_at(call, fault);
            let _ = run(remove_for_good(&storage, "b"));
            assert_eq!(
                titles(&storage, false),
                ["Gamma for the NORTH", "Alpha for the north"],
                "{fault:?} at {call}"
            );
            run(remove_for_good(&storage.tab(0), "b")).unwrap();
            let left = storage.all_keys();
            assert!(
                left.iter()
                    .all(|(_, key)| !key.contains('b') || key == "open-at-start"),
                "{left:?}"
            );
        }
    }
}
