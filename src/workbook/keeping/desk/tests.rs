//! What is promised of the start of the page.

use super::*;
use crate::browser::fake_storage::{FakeStorage, Fault, run};

fn at(hour: u32) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-11-21T{hour:02}:00:00+01:00")).unwrap()
}

fn save(kept: &Kept, storage: &FakeStorage, text: &str, hour: u32) -> bool {
    let draft = Draft {
        schema: 1,
        title: text.into(),
        name: None,
        document: text.into(),
    };
    run(kept.save(storage, &draft, at(hour))).is_ok()
}

/// The title of the plan that opens at start.
fn opens(storage: &FakeStorage) -> String {
    match run(open_at_start(&storage.tab(0), None, None)) {
        Ok(AtStart::Found {
            loaded: Loaded::Plan { record, .. },
            ..
        }) => record.header.title,
        other => format!("{other:?}"),
    }
}

fn two_plans() -> FakeStorage {
    let storage = FakeStorage::default();
    assert!(save(&Kept::new_plan("a"), &storage, "first", 9));
    assert!(save(&Kept::new_plan("b"), &storage, "second", 8));
    storage
}

#[test]
fn a_newcomer_finds_an_empty_desk() {
    let storage = FakeStorage::default();
    assert_eq!(
        run(open_at_start(&storage, None, None)),
        Ok(AtStart::Nothing)
    );
    assert!(storage.all_keys().is_empty(), "looking changes nothing");
}

#[test]
fn the_plan_worked_on_last_opens() {
    let storage = two_plans();
    assert_eq!(opens(&storage), "second");
    assert_eq!(run(plans(&storage)).unwrap().len(), 2);
    run(remember(&storage, "a")).unwrap();
    assert_eq!(opens(&storage), "first");
    let of_this_tab = Some("b".to_owned());
    let Ok(AtStart::Found { plan, .. }) = run(open_at_start(&storage, of_this_tab, None)) else {
        panic!("there are two plans");
    };
    assert_eq!(plan, "b", "each tab goes on with its own");
}

/// The mark of which plan to open may be lost or spoiled: a plan opens still.
#[test]
fn without_the_mark_the_plan_saved_last_opens() {
    for mark in [None, Some(b"gone".to_vec()), Some(vec![0xff])] {
        let storage = two_plans();
        storage.poke(Store::Desk, OPEN_AT_START, mark);
        assert_eq!(opens(&storage), "first");
    }
}

/// A plan called saved is the one that opens, whatever went wrong before.
#[test]
fn a_saved_new_plan_opens_at_the_next_start() {
    for fault in Fault::ALL {
        for call in 0..8 {
            let storage = two_plans();
            let kept = Kept::new_plan("c");
            storage.fault_at(call, fault);
            let saved = save(&kept, &storage, "third", 10);
            let title = opens(&storage);
            if saved {
                assert_eq!(title, "third", "{fault:?} at {call}");
            } else {
                // The plan before it, or the newest of those there were.
                let known = ["first", "second", "third"].contains(&&*title);
                assert!(known, "{fault:?} at {call}: {title}");
            }
        }
    }
}

/// A storage that cannot be read is an error, never an empty desk.
#[test]
fn an_unreadable_desk_is_not_an_empty_one() {
    for fault in [Fault::Fail, Fault::HangAndLose, Fault::Kill] {
        for call in 0..8 {
            let storage = two_plans();
            storage.fault_at(call, fault);
            if let Ok(found) = run(open_at_start(&storage, None, None)) {
                assert!(
                    matches!(found, AtStart::Found { .. }),
                    "{fault:?} at {call}"
                );
            }
        }
    }
}

/// Case 9: plans that were here and are gone are missed.
#[test]
fn evicted_plans_are_told_from_a_first_visit() {
    let sentinel = Sentinel {
        title: "Next year".into(),
        saved_at: at(9),
    };
    let kept = Sentinel::from_text(&sentinel.to_text());
    let storage = FakeStorage::default();
    assert_eq!(
        run(open_at_start(&storage, None, kept)),
        Ok(AtStart::Evicted(sentinel))
    );
    assert_eq!(Sentinel::from_text("{}"), None);
}

/// Case 7: damage is said, and the user can go on with a new plan.
#[test]
fn a_damaged_plan_is_said_until_the_desk_is_cleared() {
    let storage = FakeStorage::default();
    assert!(save(&Kept::new_plan("a"), &storage, "first", 9));
    let only = "a/00000001.000000000001";
    storage.poke(Store::Plans, only, Some(b"rubbish".to_vec()));
    let found = run(open_at_start(&storage, None, None));
    assert!(matches!(
        found,
        Ok(AtStart::Found {
            loaded: Loaded::Damaged,
            ..
        })
    ));
    storage.poke(Store::Desk, OPEN_AT_START, Some(CLEARED.to_vec()));
    assert_eq!(
        run(open_at_start(&storage, None, None)),
        Ok(AtStart::Nothing)
    );
    assert!(save(&Kept::new_plan("b"), &storage, "anew", 10));
    assert_eq!(opens(&storage), "anew");
    assert_eq!(storage.peek(Store::Plans, only), Some(b"rubbish".to_vec()));
}
