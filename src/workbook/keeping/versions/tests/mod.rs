//! What is promised of the versions of a plan, for every fault at every call.

mod of_old;
mod tabs;

use std::cell::RefCell;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{Draft, FallBack, Loaded, Log, VersionKey, list, load, record, thinning::MOST_UNNAMED};
use crate::{
    browser::{
        fake_storage::{FakeStorage, Fault, run},
        storage::{StorageError, Store},
    },
    workbook::keeping::{record::checksum, state::NotSavedBecause},
};

const PLAN: &str = "plan-1";

fn draft(document: &str) -> Draft {
    Draft {
        schema: 1,
        title: "Next year".into(),
        name: None,
        document: document.into(),
    }
}

fn noon() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T12:00:00+01:00").unwrap()
}

fn key(epoch: u32, counter: u64) -> VersionKey {
    VersionKey::Version { epoch, counter }
}

/// A disk with the versions "v1" to "v`saves`", and the log as the tab that saved them
/// knows it.
fn after_saves(saves: u64) -> (FakeStorage, RefCell<Log>) {
    let storage = FakeStorage::default();
    let log = RefCell::new(Log::of_new_plan(PLAN));
    for version in 1..=saves {
        assert_eq!(save(&log, &storage, &format!("v{version}")), Ok(version));
    }
    (storage, log)
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

fn opened(storage: &FakeStorage) -> RefCell<Log> {
    match loaded(storage) {
        Loaded::Plan { log, .. } => RefCell::new(log),
        other => panic!("no plan: {other:?}"),
    }
}

fn save(log: &RefCell<Log>, storage: &FakeStorage, text: &str) -> Result<u64, NotSavedBecause> {
    run(super::save(log, storage, &draft(text), noon())).map(|header| header.counter)
}

/// Everything that can be gone back to, the latest first.
fn listed(storage: &FakeStorage) -> Vec<String> {
    let storage = storage.tab(0);
    let versions = run(list(&storage, PLAN)).unwrap();
    let texts = versions.iter().map(|version| {
        let found = run(record(&storage, PLAN, version.key)).unwrap();
        String::from_utf8(found.expect("a listed version is whole").document).unwrap()
    });
    texts.collect()
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

/// Cases 1, 2, 3, 5, 8 and 12: whatever goes wrong during a save, and whenever, the new or
/// the previous version opens, every earlier one is still there, and saved is said only of
/// the new one.
#[test]
fn a_fault_at_any_call_of_a_save_loses_no_version() {
    for saves in 1..=4 {
        let previous = format!("v{saves}");
        for_every_fault(|call, fault| {
            let (storage, log) = after_saves(saves);
            let before = storage.calls();
            storage.fault_at(call, fault);
            let said = save(&log, &storage, "new");
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
            let all = listed(&storage);
            for version in 1..=saves {
                assert!(
                    all.contains(&format!("v{version}")),
                    "{fault:?} at {call}: {all:?}"
                );
            }
            made
        });
    }
}

/// Cases 3, 8 and 12: the page goes on after a fault, and the next save succeeds and says
/// so.
#[test]
fn the_save_after_a_fault_succeeds() {
    for saves in 0..=3 {
        for_every_fault(|call, fault| {
            let (storage, log) = after_saves(saves);
            let before = storage.calls();
            storage.fault_at(call, fault);
            let _ = save(&log, &storage, "new");
            let made = storage.calls() - before;
            storage.heal();
            if fault != Fault::Kill {
                let again = save(&log, &storage, "newer");
                assert!(again.is_ok(), "{fault:?} at {call}: {again:?}");
                assert_eq!(document(&loaded(&storage)), Some("newer"));
            }
            made
        });
    }
}

/// Case 2: after a kill the plan opens in a new page and goes on, also in place of a
/// version torn by it.
#[test]
fn a_killed_save_is_followed_by_a_good_one() {
    for call in 0..3 {
        let (storage, log) = after_saves(3);
        storage.fault_at(call, Fault::Kill);
        assert!(save(&log, &storage, "new").is_err());
        let restarted = storage.tab(0);
        let log = opened(&restarted);
        assert!(save(&log, &restarted, "newer").is_ok());
        assert_eq!(document(&loaded(&restarted)), Some("newer"));
    }
}

/// Two faults in one save, or in a save and its repetition, lose nothing either.
#[test]
fn two_faults_leave_a_whole_version() {
    for first in Fault::ALL {
        for second in Fault::ALL {
            for (one, two) in (0..7).flat_map(|a| (a + 1..10).map(move |b| (a, b))) {
                let (storage, log) = after_saves(3);
                storage.fault_at(one, first);
                storage.fault_at(two, second);
                let mut allowed = vec!["v3"];
                for text in ["new", "newer"] {
                    allowed.push(text);
                    if save(&log, &storage, text).is_ok() {
                        allowed = vec![text];
                    }
                }
                let now = loaded(&storage);
                let text = document(&now).unwrap_or("nothing");
                assert!(
                    allowed.contains(&text),
                    "{first:?} at {one}, {second:?} at {two}: {text}"
                );
            }
        }
    }
}

/// Reading wrong while opening neither shows an old version in silence nor claims that
/// there is no plan, and harms nothing afterwards.
#[test]
fn faults_while_opening_do_no_harm() {
    for saves in 1..=3 {
        let newest = format!("v{saves}");
        for (one, two) in (0..5).flat_map(|a| (a..6).map(move |b| (a, b))) {
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
                let Loaded::Plan {
                    log,
                    fell_back,
                    record,
                } = found
                else {
                    assert_eq!(found, Loaded::Damaged, "{fault:?} at {one}, {two}");
                    continue;
                };
                let is_newest = record.document == newest.as_bytes();
                assert!(
                    is_newest || fell_back.is_some(),
                    "{fault:?} at {one}, {two}"
                );
                page.heal();
                assert!(save(&RefCell::new(log), &page, "new").is_ok());
                assert_eq!(listed(&storage)[..2], ["new".to_owned(), newest.clone()]);
            }
        }
    }
}

/// Case 6: a wrong checksum falls back to the previous version, says so, and the bad
/// bytes stay to be downloaded, whatever else is saved or goes wrong.
#[test]
fn broken_bytes_stay_where_they_are() {
    let bad = b"plumbline-record 00000000\nnot what it was".to_vec();
    let place = key(1, 2).of_plan(PLAN);
    for_every_fault(|call, fault| {
        let (storage, _) = after_saves(2);
        storage.poke(Store::Plans, &place, Some(bad.clone()));
        let page = storage.tab(0);
        let Ok(Loaded::Plan {
            record,
            log,
            fell_back,
        }) = run(load(&page, PLAN))
        else {
            panic!("the first version is well");
        };
        assert_eq!(record.document, b"v1");
        assert_eq!(fell_back, Some(FallBack::Broken));
        let before = page.calls();
        page.fault_at(call, fault);
        let said = save(&RefCell::new(log), &page, "new");
        assert_eq!(
            storage.peek(Store::Plans, &place),
            Some(bad.clone()),
            "{said:?}"
        );
        page.calls() - before
    });
}

/// Case 7: with no whole version nothing is opened and nothing touched.
#[test]
fn a_plan_without_a_whole_version_is_left_as_it_is() {
    let (storage, _) = after_saves(3);
    let rubbish = Some(b"rubbish".to_vec());
    let places = [1, 2, 3].map(|counter| key(1, counter).of_plan(PLAN));
    for place in &places {
        storage.poke(Store::Plans, place, rubbish.clone());
    }
    assert_eq!(loaded(&storage), Loaded::Damaged);
    let anew = RefCell::new(Log::of_new_plan("plan-2"));
    assert!(save(&anew, &storage, "new").is_ok());
    for place in &places {
        assert_eq!(storage.peek(Store::Plans, place), rubbish);
    }
}

/// Case 11: the order is the counter's, whatever the clock says.
#[test]
fn a_clock_that_goes_backwards_changes_nothing() {
    let (storage, log) = after_saves(2);
    let years_ago = DateTime::parse_from_rfc3339("1999-01-01T00:00:00+00:00").unwrap();
    assert!(run(super::save(&log, &storage, &draft("new"), years_ago)).is_ok());
    assert_eq!(document(&loaded(&storage)), Some("new"));
    assert_eq!(listed(&storage), ["new", "v2", "v1"]);
}

/// Cases 3 and 12: while the quota or the disk is full the old version stays, and saving
/// goes on once there is room.
#[test]
fn a_full_disk_leaves_the_old_version() {
    let (storage, log) = after_saves(2);
    for _ in 0..5 {
        for call in 0..2 {
            storage.fault_at(call, Fault::Full);
        }
        let full = NotSavedBecause::Storage(StorageError::Full);
        assert_eq!(save(&log, &storage, "new"), Err(full));
        storage.heal();
        assert_eq!(document(&loaded(&storage)), Some("v2"));
    }
    assert!(save(&log, &storage, "new").is_ok());
    assert_eq!(document(&loaded(&storage)), Some("new"));
}

/// Case 10: a page about to go needs one turn: the version is on its way at the first
/// poll, without a look at anything before it.
#[test]
fn a_save_sets_out_at_once() {
    let (storage, log) = after_saves(2);
    storage.fault_at(1, Fault::Kill);
    assert!(save(&log, &storage, "new").is_err());
    assert_eq!(document(&loaded(&storage)), Some("new"));
}

/// Many saves leave at most fifty versions without a name, and every one with; the
/// newest is never removed, whatever goes wrong (case 6: nor is one that is broken).
#[test]
fn thinning_keeps_names_the_broken_and_the_newest() {
    for fault in Fault::ALL {
        for call in [0, 30, 75] {
            let (storage, log) = after_saves(0);
            for n in 0..70_i64 {
                let name = (n % 20 == 0).then(|| format!("named {n}"));
                let draft = Draft {
                    name,
                    ..draft(&format!("v{n}"))
                };
                let at = noon() + TimeDelta::seconds(n);
                run(super::save(&log, &storage, &draft, at)).unwrap();
            }
            let bad = key(1, 30).of_plan(PLAN);
            storage.poke(Store::Plans, &bad, Some(b"bad".to_vec()));
            let restarted = storage.tab(0);
            let log = opened(&restarted);
            restarted.fault_at(call, fault);
            let _ = run(super::thin(&log, &restarted));
            let restarted = storage.tab(0);
            run(super::thin(&opened(&restarted), &restarted)).unwrap();

            let left = listed(&storage);
            let named = ["v0", "v20", "v40", "v60"];
            assert!(
                named
                    .iter()
                    .all(|name| left.iter().any(|text| text == name))
            );
            assert!(
                left.len() <= MOST_UNNAMED + named.len(),
                "{fault:?} at {call}"
            );
            assert!(
                left.len() < 30,
                "an idle minute is not seventy versions: {left:?}"
            );
            assert_eq!(left[0], "v69");
            assert_eq!(storage.peek(Store::Plans, &bad), Some(b"bad".to_vec()));
        }
    }
}

/// Cases 17 and 19: what a newer program has saved is neither opened nor overwritten.
#[test]
fn a_newer_programs_version_is_left_alone() {
    let (storage, log) = after_saves(2);
    let rest = b"2 a format of the future\n{}";
    let mut newer = format!("plumbline-record {:08x}\n", checksum(rest)).into_bytes();
    newer.extend_from_slice(rest);
    let place = key(1, 3).of_plan(PLAN);
    storage.poke(Store::Plans, &place, Some(newer.clone()));
    assert_eq!(loaded(&storage), Loaded::Newer);
    for _ in 0..3 {
        assert_eq!(
            save(&log, &storage, "old"),
            Err(NotSavedBecause::SavedByNewerVersion)
        );
    }
    assert_eq!(storage.peek(Store::Plans, &place), Some(newer));
    assert_eq!(loaded(&storage), Loaded::Newer);
}
