//! Plans kept in the two places of old, up to version 0.1.

use super::*;
use crate::workbook::keeping::record::{Header, Record};

fn bytes(counter: u64, text: &str) -> Vec<u8> {
    let header = Header {
        counter,
        length: text.len(),
        schema: 1,
        title: "Next year".into(),
        name: None,
        saved_at: noon(),
    };
    let document = text.into();
    Record { header, document }.to_bytes()
}

/// A disk as the program of then left it.
fn kept_of_old(a: Option<(u64, &str)>, b: Option<(u64, &str)>) -> FakeStorage {
    let storage = FakeStorage::default();
    for (place, held) in [("a", a), ("b", b)] {
        let held = held.map(|(counter, text)| bytes(counter, text));
        storage.poke(Store::Plans, &format!("{PLAN}/{place}"), held);
    }
    storage
}

/// The newer of the two opens, whichever place it lies in, and both stay to go back to.
#[test]
fn a_plan_of_old_opens_and_goes_on() {
    for (a, b) in [
        (Some((7, "new")), Some((6, "old"))),
        (Some((6, "old")), Some((7, "new"))),
    ] {
        let storage = kept_of_old(a, b);
        assert_eq!(document(&loaded(&storage)), Some("new"));
        assert_eq!(listed(&storage), ["new", "old"]);
        assert_eq!(save(&opened(&storage), &storage, "newer"), Ok(8));
        assert_eq!(listed(&storage), ["newer", "new", "old"]);
    }
    let single = kept_of_old(Some((1, "only")), None);
    assert_eq!(document(&loaded(&single)), Some("only"));
}

/// Cases 6 and 20: whatever goes wrong while it is taken over, and however often, nothing
/// of old is lost.
#[test]
fn a_fault_while_taking_over_a_plan_of_old_loses_nothing() {
    for_every_fault(|call, fault| {
        let storage = kept_of_old(Some((6, "old")), Some((7, "new")));
        let page = storage.tab(0);
        page.fault_at(call, fault);
        if let Ok(Loaded::Plan { log, .. }) = run(load(&page, PLAN)) {
            let _ = save(&RefCell::new(log), &page, "newer");
        }
        let all = listed(&storage);
        let kept = |text: &str| all.iter().any(|found| found == text);
        assert!(kept("old") && kept("new"), "{fault:?} at {call}: {all:?}");
        page.calls()
    });
}

/// Cases 6 and 7: a broken place of old is told and kept, two are damage.
#[test]
fn a_broken_place_of_old_is_told_and_kept() {
    let storage = kept_of_old(Some((6, "old")), Some((7, "new")));
    let b = format!("{PLAN}/b");
    storage.poke(Store::Plans, &b, Some(b"rubbish".to_vec()));
    let Loaded::Plan {
        record,
        fell_back,
        log,
    } = loaded(&storage)
    else {
        panic!("the other place is well");
    };
    assert_eq!(record.document, b"old");
    assert_eq!(fell_back, Some(FallBack::Broken));
    assert!(save(&RefCell::new(log), &storage, "new").is_ok());
    assert_eq!(storage.peek(Store::Plans, &b), Some(b"rubbish".to_vec()));
    assert!(matches!(
        loaded(&storage),
        Loaded::Plan {
            fell_back: None,
            ..
        }
    ));
    let both = kept_of_old(None, None);
    for place in ["a", "b"] {
        both.poke(Store::Plans, &format!("{PLAN}/{place}"), Some(vec![0]));
    }
    assert_eq!(loaded(&both), Loaded::Damaged);
}
