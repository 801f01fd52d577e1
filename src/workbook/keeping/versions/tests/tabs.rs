//! Two tabs that save one plan.

use super::*;
use crate::browser::fake_storage::run_by_turns;

/// Case 14, where there are no locks: of two tabs that save the same version onwards one
/// succeeds, whoever comes between whom, and the other is told.
#[test]
fn of_two_tabs_one_saves_and_the_other_is_told() {
    let mut firsts = 0;
    for schedule in 0..1 << 9 {
        let (storage, _) = after_saves(3);
        let (one, two) = (storage.tab(1), storage.tab(1));
        let (first, second) = (opened(&storage), opened(&storage));
        let (a, b) = run_by_turns(
            schedule,
            super::super::save(&first, &one, &draft("one"), noon()),
            super::super::save(&second, &two, &draft("two"), noon()),
        );
        assert!(
            a.is_ok() != b.is_ok(),
            "schedule {schedule:b}: {a:?}, {b:?}"
        );
        let (winner, loser) = if a.is_ok() {
            firsts += 1;
            ("one", &second)
        } else {
            ("two", &first)
        };
        for _ in 0..2 {
            assert_eq!(
                save(loser, &storage.tab(0), "again"),
                Err(NotSavedBecause::ChangedInAnotherTab)
            );
        }
        assert_eq!(document(&loaded(&storage)), Some(winner));
    }
    assert!(0 < firsts && firsts < 1 << 9, "each wins in some order");
}

/// Case 14: a tab left behind by many saves of another notices too.
#[test]
fn a_tab_left_behind_does_not_save() {
    for ahead in 1..=4 {
        let (storage, active) = after_saves(2);
        let stale = opened(&storage);
        for _ in 0..ahead {
            assert!(save(&active, &storage, "active").is_ok());
        }
        assert_eq!(
            save(&stale, &storage, "stale"),
            Err(NotSavedBecause::ChangedInAnotherTab)
        );
        assert_eq!(document(&loaded(&storage)), Some("active"));
    }
}

/// Case 14: whatever goes wrong for one of two tabs, no version of either is overwritten.
#[test]
fn two_tabs_and_a_fault_lose_no_version() {
    for fault in Fault::ALL {
        for call in 0..4 {
            let (storage, _) = after_saves(2);
            let (one, two) = (storage.tab(0), storage.tab(0));
            let (first, second) = (opened(&one), opened(&two));
            one.fault_at(call, fault);
            let mut said = Vec::new();
            for round in 0..3 {
                for (log, tab, name) in [(&first, &one, "one"), (&second, &two, "two")] {
                    let text = format!("{name} {round}");
                    if save(log, tab, &text).is_ok() {
                        said.push(text);
                    }
                }
            }
            let all = listed(&storage);
            for text in said {
                assert!(
                    all.contains(&text),
                    "{fault:?} at {call}: {text} in {all:?}"
                );
            }
        }
    }
}

/// Cases 15 and 16: once another tab has taken the plan over and saved, a tab that was
/// frozen may wake at any moment: what it saves never becomes the newest version, it is
/// told, and its work is kept among the earlier ones.
#[test]
fn a_tab_that_wakes_late_is_shut_out_by_the_epoch() {
    for (before, schedule) in (0..2).flat_map(|n| (0..1 << 9).map(move |s| (n, s))) {
        let (storage, _) = after_saves(3);
        let (frozen, taker) = (storage.tab(1), storage.tab(1));
        let (old, new) = (opened(&storage), opened(&storage));
        new.borrow_mut().take_over();
        for n in 0..before {
            assert!(save(&new, &storage.tab(0), &format!("taken {n}")).is_ok());
        }
        let (late, taken) = run_by_turns(
            schedule,
            super::super::save(&old, &frozen, &draft("late"), noon()),
            super::super::save(&new, &taker, &draft("taken"), noon()),
        );
        assert!(taken.is_ok(), "schedule {schedule:b}: {taken:?}");
        assert_eq!(document(&loaded(&storage)), Some("taken"));
        if before > 0 {
            assert_eq!(late, Err(NotSavedBecause::TakenOver));
        }
        assert_eq!(
            save(&old, &storage.tab(0), "later"),
            Err(NotSavedBecause::TakenOver)
        );
        assert_eq!(document(&loaded(&storage)), Some("taken"));
        let all = listed(&storage);
        assert!(all.contains(&"late".to_owned()), "{all:?}");
    }
}

/// Case 15: also when the versions that the old tab would run into are long thinned out.
#[test]
fn an_epoch_outlasts_thinning() {
    let (storage, _) = after_saves(3);
    let (old, new) = (opened(&storage), opened(&storage));
    new.borrow_mut().take_over();
    for n in 0..60 {
        assert!(save(&new, &storage, &format!("taken {n}")).is_ok());
        run(super::super::thin(&new, &storage)).unwrap();
    }
    assert_eq!(
        save(&old, &storage, "late"),
        Err(NotSavedBecause::TakenOver)
    );
    assert_eq!(document(&loaded(&storage)), Some("taken 59"));
}
