//! What is promised of the two slots, for every fault at every call.

use chrono::{DateTime, FixedOffset};

use super::{Draft, FallBack, Loaded, Slots, keys, load};
use crate::{
    browser::{
        fake_storage::{FakeStorage, Fault, run, run_by_turns},
        storage::{StorageError, Store},
    },
    workbook::keeping::{record::checksum, state::NotSavedBecause},
};

const PLAN: &str = "plan-1";

fn draft(document: &str) -> Draft {
    Draft {
        schema: 1,
        title: "Next year".into(),
        document: document.into(),
    }
}

fn noon() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T12:00:00+01:00").unwrap()
}

/// A disk with the versions "v1" to "v`saves`", and the slots as the tab that
/// saved them knows them.
fn after_saves(saves: u64) -> (FakeStorage, Slots) {
    let storage = FakeStorage::default();
    let mut slots = Slots::of_new_plan(PLAN);
    for version in 1..=saves {
        let saved = run(slots.save(&storage, &draft(&format!("v{version}")), noon()));
        assert_eq!(saved.map(|header| header.counter), Ok(version));
    }
    (storage, slots)
}

fn loaded(storage: &FakeStorage) -> Loaded {
    run(load(&storage.tab(0), PLAN)).expect("the disk itself is well")
}

fn document(loaded: &Loaded) -> Option<&str> {
    match loaded {
        Loaded::Plan { record, .. } => Some(std::str::from_utf8(&record.document).unwrap()),
        _ => None,
    }
}

fn opened(storage: &FakeStorage) -> Slots {
    match loaded(storage) {
        Loaded::Plan { slots, .. } => slots,
        other => panic!("no plan: {other:?}"),
    }
}

fn save(slots: &mut Slots, storage: &FakeStorage, text: &str) -> Result<u64, NotSavedBecause> {
    run(slots.save(storage, &draft(text), noon())).map(|header| header.counter)
}

/// Runs `case` with every fault at every call of a save, until the save ends
/// before the fault comes.
fn for_every_fault(mut case: impl FnMut(usize, Fault) -> usize) {
    for fault in Fault::ALL {
        let mut call = 0;
        while case(call, fault) > call {
            call += 1;
            assert!(call < 50, "a save does not call for ever");
        }
        assert!(call >= 2, "a save writes and reads back");
    }
}

/// Cases 1 to 3, 5, 8, 12: whatever goes wrong during a save, and whenever,
/// the new or the previous version opens; saved is said only of the new one.
#[test]
fn a_fault_at_any_call_of_a_save_leaves_a_whole_version() {
    for saves in 1..=4 {
        let previous = format!("v{saves}");
        for_every_fault(|call, fault| {
            let (storage, mut slots) = after_saves(saves);
            let before = storage.calls();
            storage.fault_at(call, fault);
            let said = save(&mut slots, &storage, "new");
            let made = storage.calls() - before;
            let now = loaded(&storage);
            let text = document(&now);
            match said {
                Ok(_) => assert_eq!(text, Some("new"), "{fault:?} at {call}"),
                Err(_) => assert!(
                    text == Some("new") || text == Some(&previous),
                    "{fault:?} at {call}: {now:?}"
                ),
            }
            made
        });
    }
}

/// The page goes on after a fault: the next save succeeds and says so.
#[test]
fn the_save_after_a_fault_succeeds() {
    for saves in 0..=3 {
        for_every_fault(|call, fault| {
            let (storage, mut slots) = after_saves(saves);
            let before = storage.calls();
            storage.fault_at(call, fault);
            let _ = save(&mut slots, &storage, "new");
            let made = storage.calls() - before;
            storage.heal();
            if fault != Fault::Kill {
                let again = save(&mut slots, &storage, "newer");
                assert!(again.is_ok(), "{fault:?} at {call}: {again:?}");
                assert_eq!(document(&loaded(&storage)), Some("newer"));
            }
            made
        });
    }
}

/// Case 2: after a kill the plan opens in a new page and goes on.
#[test]
fn a_killed_save_is_followed_by_a_good_one() {
    for call in 0..2 {
        let (storage, mut slots) = after_saves(3);
        storage.fault_at(call, Fault::Kill);
        assert!(save(&mut slots, &storage, "new").is_err());
        let restarted = storage.tab(0);
        let mut slots = opened(&restarted);
        assert!(save(&mut slots, &restarted, "newer").is_ok());
        assert_eq!(document(&loaded(&restarted)), Some("newer"));
    }
}

/// Two faults in one save, or in a save and its repetition, lose nothing
/// either.
#[test]
fn two_faults_leave_a_whole_version() {
    for first in Fault::ALL {
        for second in Fault::ALL {
            for (one, two) in (0..6).flat_map(|a| (a + 1..9).map(move |b| (a, b))) {
                let (storage, mut slots) = after_saves(3);
                storage.fault_at(one, first);
                storage.fault_at(two, second);
                let mut last_said = "v3";
                let mut allowed = vec!["v3"];
                for text in ["new", "newer"] {
                    allowed.push(text);
                    if save(&mut slots, &storage, text).is_ok() {
                        (last_said, allowed) = (text, vec![text]);
                    }
                }
                let now = loaded(&storage);
                let text = document(&now).unwrap_or("nothing");
                assert!(
                    allowed.contains(&text),
                    "{first:?} at {one}, {second:?} at {two}: {text}, said {last_said}"
                );
            }
        }
    }
}

/// Reading wrong while opening neither shows an old version in silence nor
/// claims that there is no plan, and harms nothing afterwards.
#[test]
fn faults_while_opening_do_no_harm() {
    for saves in 1..=3 {
        let newest = format!("v{saves}");
        for (one, two) in (0..4).flat_map(|a| (a..5).map(move |b| (a, b))) {
            // A killed page opens nothing.
            for fault in Fault::ALL.into_iter().filter(|f| *f != Fault::Kill) {
                let (storage, _) = after_saves(saves);
                let page = storage.tab(0);
                page.fault_at(one, fault);
                page.fault_at(two, fault);
                let Ok(found) = run(load(&page, PLAN)) else {
                    continue;
                };
                if one == two {
                    assert_eq!(document(&found), Some(&*newest), "{fault:?} at {one}");
                }
                page.heal();
                if let Loaded::Plan { mut slots, .. } = found {
                    let said = save(&mut slots, &page, "new");
                    let text = document(&loaded(&storage)).map(str::to_owned);
                    let expected = if said.is_ok() { "new" } else { &newest };
                    assert_eq!(text.as_deref(), Some(expected), "{fault:?} at {one}, {two}");
                }
            }
        }
    }
}

/// Case 6: a wrong checksum falls back to the previous version, says so, and
/// the bad bytes stay to be downloaded, whatever else goes wrong.
#[test]
fn broken_bytes_are_put_aside_before_their_slot_is_used() {
    let bad = b"plumbline-record 00000000\nnot what it was".to_vec();
    let [_, b] = keys(PLAN);
    let aside = format!("{b}/{:08x}", checksum(&bad));
    for_every_fault(|call, fault| {
        let (storage, _) = after_saves(2);
        storage.poke(Store::Plans, &b, Some(bad.clone()));
        let page = storage.tab(0);
        let Ok(Loaded::Plan {
            record,
            mut slots,
            fell_back,
        }) = run(load(&page, PLAN))
        else {
            panic!("the first slot is well");
        };
        assert_eq!(record.document, b"v1");
        assert_eq!(fell_back, Some(FallBack::Broken));
        let before = page.calls();
        page.fault_at(call, fault);
        let said = save(&mut slots, &page, "new");
        let kept = [
            storage.peek(Store::Plans, &b),
            storage.peek(Store::Damaged, &aside),
        ];
        assert!(
            kept.contains(&Some(bad.clone())),
            "{fault:?} at {call}, said {said:?}"
        );
        page.calls() - before
    });
}

/// Case 7: with both slots bad nothing is opened and nothing touched.
#[test]
fn two_broken_slots_are_left_as_they_are() {
    let (storage, _) = after_saves(2);
    for key in keys(PLAN) {
        storage.poke(Store::Plans, &key, Some(b"rubbish".to_vec()));
    }
    assert_eq!(loaded(&storage), Loaded::Damaged);
    let mut anew = Slots::of_new_plan("plan-2");
    assert!(save(&mut anew, &storage, "new").is_ok());
    for key in keys(PLAN) {
        assert_eq!(storage.peek(Store::Plans, &key), Some(b"rubbish".to_vec()));
    }
}

/// A version that ought to be there and is not is missed.
#[test]
fn a_missing_slot_is_told() {
    let (storage, _) = after_saves(4);
    storage.poke(Store::Plans, &keys(PLAN)[1], None);
    let Loaded::Plan {
        record, fell_back, ..
    } = loaded(&storage)
    else {
        panic!("the other slot is well");
    };
    assert_eq!(record.document, b"v3");
    assert_eq!(fell_back, Some(FallBack::Missing));
    let (first, _) = after_saves(1);
    assert!(matches!(
        loaded(&first),
        Loaded::Plan {
            fell_back: None,
            ..
        }
    ));
}

/// Case 11: the order is the counter's, whatever the clock says.
#[test]
fn a_clock_that_goes_backwards_changes_nothing() {
    let (storage, mut slots) = after_saves(2);
    let years_ago = DateTime::parse_from_rfc3339("1999-01-01T00:00:00+00:00").unwrap();
    assert!(run(slots.save(&storage, &draft("new"), years_ago)).is_ok());
    assert_eq!(document(&loaded(&storage)), Some("new"));
}

/// Cases 3 and 12: while the disk is full the old version stays, and saving
/// goes on once there is room.
#[test]
fn a_full_disk_leaves_the_old_version() {
    let (storage, mut slots) = after_saves(2);
    for _ in 0..5 {
        storage.fault_at(0, Fault::Full);
        assert_eq!(
            save(&mut slots, &storage, "new"),
            Err(NotSavedBecause::Storage(StorageError::Full))
        );
        assert_eq!(document(&loaded(&storage)), Some("v2"));
    }
    assert!(save(&mut slots, &storage, "new").is_ok());
    assert_eq!(document(&loaded(&storage)), Some("new"));
}

/// Case 14, as far as it goes today: of two tabs that save the same version
/// onwards one succeeds, whoever comes between whom, and the other is told.
#[test]
fn two_tabs_never_overwrite_each_other() {
    let mut firsts = 0;
    for schedule in 0..1 << 12 {
        let (storage, _) = after_saves(3);
        let (one, two) = (storage.tab(1), storage.tab(1));
        let (mut first, mut second) = (opened(&storage), opened(&storage));
        let (a, b) = run_by_turns(
            schedule,
            first.save(&one, &draft("one"), noon()),
            second.save(&two, &draft("two"), noon()),
        );
        assert!(
            a.is_ok() != b.is_ok(),
            "schedule {schedule:b}: {a:?}, {b:?}"
        );
        let (winner, loser) = if a.is_ok() {
            firsts += 1;
            ("one", &mut second)
        } else {
            ("two", &mut first)
        };
        for _ in 0..2 {
            assert_eq!(
                save(loser, &storage.tab(0), "again"),
                Err(NotSavedBecause::ChangedInAnotherTab)
            );
        }
        assert_eq!(document(&loaded(&storage)), Some(winner));
    }
    assert!(0 < firsts && firsts < 1 << 12, "each wins in some order");
}

/// A tab left behind by many saves of another notices too.
#[test]
fn a_tab_left_behind_does_not_save() {
    for ahead in 1..=4 {
        let (storage, mut active) = after_saves(2);
        let mut stale = opened(&storage);
        for _ in 0..ahead {
            assert!(save(&mut active, &storage, "active").is_ok());
        }
        assert_eq!(
            save(&mut stale, &storage, "stale"),
            Err(NotSavedBecause::ChangedInAnotherTab)
        );
        assert_eq!(document(&loaded(&storage)), Some("active"));
    }
}

/// Cases 17 and 19: what a newer version has saved is neither opened nor
/// overwritten.
#[test]
fn a_newer_versions_record_is_left_alone() {
    let (storage, mut slots) = after_saves(2);
    let rest = b"2 a format of the future\n{}";
    let mut newer = format!("plumbline-record {:08x}\n", checksum(rest)).into_bytes();
    newer.extend_from_slice(rest);
    let [a, _] = keys(PLAN);
    storage.poke(Store::Plans, &a, Some(newer.clone()));
    assert_eq!(loaded(&storage), Loaded::Newer);
    assert_eq!(
        save(&mut slots, &storage, "old"),
        Err(NotSavedBecause::SavedByNewerVersion)
    );
    assert_eq!(storage.peek(Store::Plans, &a), Some(newer));
}
